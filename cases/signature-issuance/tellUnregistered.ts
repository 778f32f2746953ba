import type { ClauseId } from '../../law/clauses.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import type { Item } from '../../law/signature-issuance/completeness.ts';
import type { Tx } from '../record/database.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';

/** Letters to one address about applications that were not registered, a day at most: nobody is to be flooded. */
const LETTERS_A_DAY = 3;

/** Why an application was not registered: what is missing or contradictory, or the clause by which it is refused. */
export type Unregistered =
  | { kind: 'incomplete'; items: Item[] }
  | { kind: 'refused'; clause: ClauseId; facts: Readonly<Record<string, unknown>> };

/**
 * Writes the notice of an application that was not registered (Q191/7.4: what to mend; 7.1.3: why it is refused) to the
 * e-mail the applicant gave, if one can be read; the answer to the request has said the same already.
 */
export async function tellUnregistered(
  tx: Tx,
  now: string,
  record: CaseRecord,
  application: Application,
  outcome: Unregistered | { kind: 'unknown-uploads' },
): Promise<void> {
  const to = application.applicant?.email;
  if (to === undefined || outcome.kind === 'unknown-uploads') return;
  if (outcome.kind === 'incomplete' && outcome.items.some(({ field }) => field === '/applicant/email')) return;

  // Who has a mailbox has all that follow a plus in it.
  const address = record.seal.index('address', to.toLowerCase().replace(/\+[^@]*@/, '@'));
  // Many at one moment are counted one after another.
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 5))`, [address]);
  const { written } = await tx.one<{ written: number }>(
    `SELECT count(*)::integer AS written FROM notice
      WHERE address_index = $1 AND made_at > $2::timestamptz - interval '1 day'`,
    [address, now],
  );
  if (written >= LETTERS_A_DAY) return;

  const letter = {
    caseNumber: null,
    address,
    recipient: 'applicant',
    language: application.languageOfNotices ?? 'az',
    key: record.seal.keyFor('notice'),
  } as const;
  if (outcome.kind === 'incomplete')
    await addNotice(tx, now, { ...letter, kind: 'mend-this', facts: { to, items: outcome.items } });
  else await addNotice(tx, now, { ...letter, kind: 'refused', facts: { to, clause: outcome.clause } });
}
