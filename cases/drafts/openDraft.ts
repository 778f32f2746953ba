import { randomUUID } from 'node:crypto';
import type { FileStore } from '../../adapters/ports.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { inTransaction, statements } from '../record/database.ts';
import { parameterInForce } from '../record/dated.ts';
import { withinLimit } from '../record/limits.ts';
import type { CaseRecord } from '../record/record.ts';
import { seal } from '../record/seal.ts';
import { newTrackingCode, readTrackingCode } from '../signature-issuance/trackingCode.ts';

/** Below this share of free space nothing new is taken in; opinions always are. */
export const LEAST_FREE = 0.1;

export type OpenedDraft =
  { kind: 'opened'; draftId: string; returnCode: string } | { kind: 'no-space' } | { kind: 'too-many' };

/**
 * Opens a draft and hands out its return code, which becomes the tracking code at registration. Refused where the disk of
 * the files is nearly full, or where too many were opened from one address today.
 */
export async function openDraft(record: CaseRecord, files: FileStore, address: string): Promise<OpenedDraft> {
  if ((await files.freeShare()) < LEAST_FREE) return { kind: 'no-space' };
  if (!(await withinLimit(record, 'draft-opened', address))) return { kind: 'too-many' };
  const key = record.seal.newKey();
  const draftId = randomUUID();
  const returnCode = newTrackingCode();
  await inTransaction(record.database.ordinary, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    const days = await parameterInForce(tx, 'draft-kept-days', bakuDay(now));
    await tx.run(
      `INSERT INTO draft (id, return_index, sealed_key, sealed_form, started_at, changed_at, delete_at)
       VALUES ($1, $2, $3, $4, $5, $5, $5::timestamptz + $6 * interval '1 day')`,
      [
        draftId,
        record.seal.index('tracking', returnCode),
        key.sealed,
        seal(key.plain, JSON.stringify({ application: { service: 'issue' }, returnCode })),
        now,
        days,
      ],
    );
  });
  return { kind: 'opened', draftId, returnCode };
}

/** For how many days a draft opened now is kept. */
export async function readDraftDays(record: CaseRecord): Promise<number> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  return parameterInForce(tx, 'draft-kept-days', bakuDay(now));
}

/** The draft a typed return code opens; null where there is none, or none any more. */
export async function findDraft(record: CaseRecord, typed: string): Promise<string | null> {
  const code = readTrackingCode(typed);
  if (code === null) return null;
  const row = await statements(record.database.ordinary).maybe<{ id: string }>(
    `SELECT id FROM draft WHERE return_index = $1 AND delete_at > legal_now()`,
    [record.seal.index('tracking', code)],
  );
  return row?.id ?? null;
}
