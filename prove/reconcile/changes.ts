import type { Tx } from '../../cases/record/database.ts';
import type { Failure } from '../check.ts';

/** How far the record had come before a pass: what is beyond it was done by the pass, for the worker stands still. */
export type Marks = { outbox: number; evidence: Readonly<Record<string, number>>; signed: readonly string[] };

/** Notes how far the record has come. */
export async function marks(owner: Tx): Promise<Marks> {
  const { outbox } = await owner.one<{ outbox: number }>(`SELECT coalesce(max(id), 0) AS outbox FROM outbox`);
  const chains = await owner.many<{ chain: string; seq: number }>(
    `SELECT chain, max(seq) AS seq FROM evidence WHERE chain LIKE 'case:%' GROUP BY chain`,
  );
  const signed = await owner.many<{ id: string }>(`SELECT id FROM document WHERE jws IS NOT NULL`);
  return {
    outbox,
    evidence: Object.fromEntries(chains.map(({ chain, seq }) => [chain, seq])),
    signed: signed.map(({ id }) => id),
  };
}

/** Each case of which something was written since: woken, a deed in its evidence, a document signed. */
export async function changesSince(owner: Tx, before: Marks): Promise<Failure[]> {
  const woken = await owner.many<Failure>(
    `SELECT case_number AS "caseNumber", 'was woken though nothing of it was listed' AS what FROM outbox WHERE id > $1`,
    [before.outbox],
  );
  const written = await owner.many<{ chain: string; seq: number }>(
    `SELECT chain, max(seq) AS seq FROM evidence WHERE chain LIKE 'case:%' GROUP BY chain`,
  );
  const signed = await owner.many<Failure>(
    `SELECT case_number AS "caseNumber", 'was signed though nothing of it was listed' AS what FROM document
      WHERE jws IS NOT NULL AND id <> ALL ($1::uuid[])`,
    [before.signed],
  );
  return [
    ...woken,
    ...signed,
    ...written
      .filter(({ chain, seq }) => seq > (before.evidence[chain] ?? 0))
      .map(({ chain }) => ({ caseNumber: chain.slice('case:'.length), what: 'was changed though nothing was listed' })),
  ];
}
