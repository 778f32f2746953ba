import { createHash, randomUUID } from 'node:crypto';
import type { DifferenceKind } from '../../cases/reconcile/difference.ts';
import type { Field } from './ground.ts';
import { endQuietly, holdings, registerEntry, thing } from './sow.ts';

/**
 * How a kind of difference is made, as nobody but the owner of the database or of Temporal could: of a case whose
 * workflow waits (`waiting`) or of one that no workflow knows yet (`new`). Answers what the finding must be about.
 */
export type Seed = {
  of: 'waiting' | 'new';
  sow(field: Field, caseNumber: string): Promise<string>;
};

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Every kind of difference, and how it is seeded. */
export const SEEDS: Readonly<Record<DifferenceKind, Seed>> = {
  'case-without-workflow': {
    of: 'new',
    sow: async ({ proof }, number) => {
      await proof.owner.run(`DELETE FROM outbox WHERE case_number = $1`, [number]);
      return number;
    },
  },
  'workflow-ended-before-case': {
    of: 'waiting',
    sow: async ({ client }, number) => {
      await client.workflow.getHandle(number).terminate('seeded');
      return number;
    },
  },
  'workflow-of-ended-case': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      await endQuietly(proof.owner, number);
      return number;
    },
  },
  'workflow-without-case': {
    of: 'waiting',
    sow: async ({ client }) => {
      const workflowId = `QR-1999-${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
      await client.workflow.start('signatureIssuance', {
        workflowId,
        taskQueue: 'nobody',
        args: [{ caseNumber: workflowId }],
      });
      return workflowId;
    },
  },
  'term-not-closed': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      const { holder } = await proof.owner.one<{ holder: string }>(
        `UPDATE term SET started_at = legal_now() - interval '6 days', reminder_at = legal_now() - interval '2 days',
                reminded_at = legal_now() - interval '2 days', ends_at = legal_now() - interval '2 minutes'
          WHERE case_number = $1 AND holder = 'state-security' RETURNING holder`,
        [number],
      );
      return `${number} ${holder}`;
    },
  },
  'wake-not-relayed': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      const { id } = await proof.owner.one<{ id: number }>(
        `INSERT INTO outbox (case_number, at) VALUES ($1, legal_now() - interval '6 minutes') RETURNING id`,
        [number],
      );
      return String(id);
    },
  },
  'document-unsigned': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      const id = randomUUID();
      await proof.owner.run(
        `INSERT INTO document (id, case_number, kind, body, made_at)
         VALUES ($1, $2, 'record-of-silence', '{}', legal_now() - interval '6 minutes')`,
        [id, number],
      );
      return id;
    },
  },
  'custody-against-case': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      const id = await thing(proof.owner, number, 'token');
      await holdings(proof.owner, id, [
        { holder: 'centre:e-imza', hours: [-5, -1] },
        { holder: 'applicant', hours: [-1, null] },
      ]);
      return id;
    },
  },
  'custody-chain-broken': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      const id = await thing(proof.owner, number, 'token');
      await holdings(proof.owner, id, [
        { holder: 'centre:e-imza', hours: [-5, -3] },
        { holder: 'ministry:foreign-affairs', hours: [-2, null] },
      ]);
      return id;
    },
  },
  'unwinding-missing': {
    of: 'waiting',
    sow: async ({ proof, client }, number) => {
      await client.workflow.getHandle(number).terminate('seeded');
      await endQuietly(proof.owner, number);
      const id = await thing(proof.owner, number, 'token');
      await holdings(proof.owner, id, [
        { holder: 'centre:e-imza', hours: [-5, -1] },
        { holder: 'mission:berlin', hours: [-1, null] },
      ]);
      return id;
    },
  },
  'register-differs': { of: 'waiting', sow: ({ proof }, number) => registerEntry(proof.owner, number) },
  'notice-result-unknown': {
    of: 'waiting',
    sow: async ({ proof, provider }, number) => {
      const id = randomUUID();
      const { providerId, bodySha256 } = await provider.deliver(`seeded ${id}`);
      await proof.owner.run(
        `INSERT INTO notice (id, case_number, kind, recipient, language, state, made_at, attempts, next_attempt_at,
                             channel, event_id, provider_id, sent_at, body_sha256)
         VALUES ($1, $2, 'registered', 'applicant', 'az', 'sent', legal_now(), 1, machine_now() + interval '1 hour',
                 'sms', $3, $4, machine_now() - interval '6 minutes', $5)`,
        [id, number, randomUUID(), providerId, bodySha256],
      );
      return id;
    },
  },
  'message-unaccounted': {
    of: 'waiting',
    sow: async ({ provider }) => (await provider.deliver(`seeded ${randomUUID()}`)).providerId,
  },
  'chain-head-differs': {
    of: 'waiting',
    sow: async ({ proof }, number) => {
      await proof.owner.run(`UPDATE chain_head SET hash = $2 WHERE chain = $1`, [`case:${number}`, digest(number)]);
      return `case:${number}`;
    },
  },
};
