import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** What was tried for a case: with whom (a party's or an agency's code), and what came of it; `at` is ISO (legal time). */
export type Attempt =
  | { at: string; kind: 'asked'; attempts: number }
  | { at: string; kind: 'failed'; about: string; failure: string }
  | { at: string; kind: 'arrived'; about: string };

/** What really came of the operator's last retry; null where he never asked for one. */
export type AfterRetry = { at: string; arrived: number; failed: number };

const MOST = 50;

const WHAT = [
  ...['retry-asked', 'delivery-failed', 'delivered', 'delivery-confirmed-again', 'centre-not-reached'],
  ...['centre-acknowledged', 'not-unwound', 'unwound', 'fin-not-found', 'virtual-fin-given'],
];

type Row = { at: string; what: string; facts: Readonly<Record<string, string | number | undefined>> };

/** The last attempts of a case, the newest first, as its evidence has them; and what came of the last retry. */
export async function readAttempts(
  record: CaseRecord,
  caseNumber: string,
): Promise<{ attempts: Attempt[]; afterRetry: AfterRetry | null }> {
  const rows = await statements(record.database.ordinary).many<Row>(
    `SELECT at, body::jsonb ->> 'what' AS what, coalesce(body::jsonb -> 'facts', '{}') AS facts
       FROM evidence WHERE chain = $1 AND body::jsonb ->> 'what' = ANY ($2) ORDER BY seq DESC LIMIT ${MOST}`,
    [`case:${caseNumber}`, WHAT],
  );
  const attempts = rows.map(told);
  const asked = attempts.findIndex(({ kind }) => kind === 'asked');
  const since = attempts.slice(0, Math.max(asked, 0));
  const count = (kind: Attempt['kind']) => since.filter((one) => one.kind === kind).length;
  const at = attempts[asked]?.at;
  return {
    attempts,
    afterRetry: at === undefined ? null : { at, arrived: count('arrived'), failed: count('failed') },
  };
}

function told({ at, what, facts }: Row): Attempt {
  const isOfRegister = what === 'fin-not-found' || what === 'virtual-fin-given';
  const about = isOfRegister
    ? 'entry-exit-register'
    : String(facts['agency'] ?? facts['centre'] ?? facts['holder'] ?? '');
  switch (what) {
    case 'retry-asked':
      return { at, kind: 'asked', attempts: Number(facts['attempts'] ?? 0) };
    case 'delivery-failed':
    case 'centre-not-reached':
    case 'not-unwound':
    case 'fin-not-found':
      return { at, kind: 'failed', about, failure: String(facts['failure'] ?? 'none') };
    default:
      return { at, kind: 'arrived', about };
  }
}
