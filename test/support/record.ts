import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, statements, type Tx } from '../../cases/record/database.ts';
import { moveClock } from '../../cases/record/moveClock.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { openSeal } from '../../cases/record/seal.ts';
import { giveOpinion, type OpinionOutcome } from '../../cases/signature-issuance/giveOpinion.ts';
import { recordDelivery } from '../../cases/signature-issuance/recordDelivery.ts';
import { closeTerms, type OpinionsOutcome } from '../../cases/signature-issuance/closeTerms.ts';
import { submitApplication, type SubmitOutcome } from '../../cases/signature-issuance/submitApplication.ts';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { type Application, applicationSchema } from '../../law/signature-issuance/application.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import type { Opinion } from '../../law/signature-issuance/opinions.ts';
import { freshDatabase } from './postgres.ts';

const FORMS = join(import.meta.dirname, '..', '..', 'demo', 'forms');

/** A valid form of the demo, read by the one schema, with a person of its own so that no two are the same person. */
export function form(name: string, person: string = randomBytes(4).toString('hex').toUpperCase()): Application {
  const read = applicationSchema.parse(JSON.parse(readFileSync(join(FORMS, `${name}.json`), 'utf8')));
  const document = { ...read.applicant?.identityDocument, number: person };
  delete (document as { machineReadableZone?: unknown }).machineReadableZone;
  return { ...read, applicant: { ...read.applicant, identityDocument: document } };
}

/** A record on a fresh database, with hands to do what procedures and parties do. */
export async function openTestRecord() {
  const databases = await freshDatabase();
  const master = randomBytes(32);
  const record: CaseRecord = {
    database: openDatabase(databases.appUrl),
    seal: openSeal(master),
    failpoint: () => undefined,
  };
  const ownerPool = new pg.Pool({ connectionString: databases.ownerUrl, max: 2 });
  ownerPool.on('error', () => undefined);
  return {
    ...handsOn(record, statements(ownerPool)),
    databases,
    /** The sealing key, for another process on the same record. */
    master,
    async stop(): Promise<void> {
      await record.database.close();
      await ownerPool.end();
      await databases.drop();
    },
  };
}

/** Hands on a record, wherever it lies: what procedures and parties do to it. */
export function handsOn(record: CaseRecord, owner: Tx) {
  const operator = { capacity: 'operator', id: 'test' } as const;

  const upload = async (kind: DocumentKind): Promise<string> => {
    const id = randomUUID();
    await owner.run(
      `INSERT INTO upload (id, kind, media_type, sha256, stored_sha256, bytes, uploaded_at, sealed_key)
       VALUES ($1, $2, 'image/jpeg', 'x', 'x', 1, legal_now(), $3)`,
      [id, kind, record.seal.newKey().sealed],
    );
    return id;
  };

  const submit = async (application: Application, key: string = randomUUID()): Promise<SubmitOutcome> => {
    const uploads = [await upload('identity-document'), await upload('photograph')];
    if (application.representative !== undefined) uploads.push(await upload('power-of-attorney'));
    const request = { route: 'test', caller: 'test', key, body: JSON.stringify(application) };
    return submitApplication(record, { application, uploads, request });
  };

  return {
    record,
    owner,
    operator,
    upload,
    submit,
    /** A registered case of the foreigner's form; its number, tracking code and access. */
    async register(name = 'foreigner-personal-token'): Promise<Extract<SubmitOutcome, { kind: 'registered' }>> {
      const outcome = await submit(form(name));
      if (outcome.kind !== 'registered') throw new Error(`not registered: ${JSON.stringify(outcome)}`);
      return outcome;
    },
    /** Proves delivery to agencies (all four by default) at this instant. */
    async deliver(caseNumber: string, agencies: readonly Agency[] = AGENCIES): Promise<void> {
      for (const agency of agencies)
        await recordDelivery(record, { capacity: 'procedure' }, { caseNumber, agency, how: 'acknowledged' });
    },
    async opine(caseNumber: string, agency: Agency, opinion: Opinion, messageId: string = randomUUID()) {
      const content = { kind: 'readable', opinion } as const;
      return (await giveOpinion(record, { caseNumber, agency, messageId, content })) as OpinionOutcome;
    },
    async garble(caseNumber: string, agency: Agency, messageId: string = randomUUID()) {
      const content = { kind: 'unreadable', sha256: 'f'.repeat(64) } as const;
      return (await giveOpinion(record, { caseNumber, agency, messageId, content })) as OpinionOutcome;
    },
    async close(caseNumber: string): Promise<OpinionsOutcome> {
      const asked = { machineNow: () => new Date().toISOString(), by: 'procedure' } as const;
      return (await closeTerms(record, caseNumber, asked)) as OpinionsOutcome;
    },
    freeze: (at: string) => moveClock(record, operator, { freezeAt: at }),
    forward: (to: string) => moveClock(record, operator, { forwardTo: to }),
    async evidence(caseNumber: string): Promise<{ what: string; facts?: Record<string, unknown> }[]> {
      const rows = await owner.many<{ body: string }>(`SELECT body FROM evidence WHERE chain = $1 ORDER BY seq`, [
        `case:${caseNumber}`,
      ]);
      return rows.map(({ body }) => JSON.parse(body) as { what: string; facts?: Record<string, unknown> });
    },
  };
}

export type TestRecord = Awaited<ReturnType<typeof openTestRecord>>;

/** The hands alone. */
export type Hands = ReturnType<typeof handsOn>;
