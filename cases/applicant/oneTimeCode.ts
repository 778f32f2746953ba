import { randomInt } from 'node:crypto';
import { inTransaction, type Tx } from '../record/database.ts';
import { withinLimit } from '../record/limits.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { readTrackingCode } from '../signature-issuance/trackingCode.ts';

/** How long a one-time code may be used, and how often one may try (machine time). */
export const CODE_MINUTES = 10;
const TRIES = 5;

/** As long as the slower of the two ways takes: how long an answer takes must not tell whether there is such a case. */
const ANSWER_AFTER_MS = 250;

type Row = { number: string; language: 'az' | 'en' | 'ru'; sealed_key: Buffer };

/**
 * Sends a one-time code to the e-mail of the case that a tracking code opens (D12). Who asks is told the same whether
 * there is such a case or not; `too-many` is said of his address alone.
 */
export async function askOneTimeCode(
  record: CaseRecord,
  { trackingCode, address }: { trackingCode: string; address: string },
): Promise<{ kind: 'asked' } | { kind: 'too-many' }> {
  if (!(await withinLimit(record, 'one-time-code-asked', address))) return { kind: 'too-many' };
  const pause = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
  const typed = readTrackingCode(trackingCode);
  if (typed !== null && (await withinLimit(record, 'one-time-code-of-case', typed)))
    await inTransaction(record.database.ordinary, (tx) => send(tx, record, typed));
  await pause;
  return { kind: 'asked' };
}

async function send(tx: Tx, record: CaseRecord, trackingCode: string): Promise<void> {
  const row = await findCase(tx, record, trackingCode);
  if (row === null) return;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { until, now } = await tx.one<{ until: string; now: string }>(
    `INSERT INTO one_time_code (case_number, code_index, expires_at)
     VALUES ($1, $2, machine_now() + $3 * interval '1 minute')
     ON CONFLICT (case_number) DO UPDATE SET code_index = excluded.code_index, expires_at = excluded.expires_at, tries = 0
     RETURNING expires_at AS until, legal_now() AS now`,
    [row.number, indexOf(record, row.number, code), CODE_MINUTES],
  );
  await addNotice(tx, now, {
    caseNumber: row.number,
    kind: 'sign-in-code',
    recipient: 'applicant',
    language: row.language,
    key: record.seal.openKey(row.sealed_key),
    facts: { code, until },
  });
}

/**
 * Takes a one-time code: the number of the case it opens, once; null for a wrong code, one too old, one tried too often,
 * and for a tracking code that opens nothing.
 */
export async function useOneTimeCode(
  record: CaseRecord,
  { trackingCode, code }: { trackingCode: string; code: string },
): Promise<string | null> {
  const typed = readTrackingCode(trackingCode);
  if (typed === null) return null;
  return inTransaction(record.database.ordinary, async (tx) => {
    const row = await findCase(tx, record, typed);
    // The same work where there is no such case: how long it takes must not tell.
    const number = row?.number ?? '';
    const tried = await tx.maybe<{ code_index: string }>(
      `UPDATE one_time_code SET tries = tries + 1
        WHERE case_number = $1 AND expires_at > machine_now() AND tries < $2 RETURNING code_index`,
      [number, TRIES],
    );
    if (tried?.code_index !== indexOf(record, number, code.replace(/\s/g, ''))) return null;
    await tx.run(`DELETE FROM one_time_code WHERE case_number = $1`, [number]);
    return number;
  });
}

function findCase(tx: Tx, record: CaseRecord, trackingCode: string): Promise<Row | null> {
  return tx.maybe<Row>(`SELECT number, language, sealed_key FROM "case" WHERE tracking_index = $1`, [
    record.seal.index('tracking', trackingCode),
  ]);
}

function indexOf({ seal }: CaseRecord, caseNumber: string, code: string): string {
  return seal.index('one-time-code', `${caseNumber} ${code}`);
}
