import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import type { Item } from '../../law/signature-issuance/completeness.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import { mend, type MendingFault } from '../../law/signature-issuance/mending.ts';
import { canonicalText } from '../../proof/canonical.ts';
import { saltedHash } from '../../proof/saltedHash.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type Done, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { refuseDeed, type Refused } from '../record/refused.ts';
import { seal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { openRound } from './openRound.ts';

/** What the applicant sends in place of what was found deficient: values by JSON pointer (null empties), ids of uploads. */
export type MendingInput = { fields: Readonly<Record<string, unknown>>; uploads: readonly string[] };

/** What became of it; instants are ISO. */
export type MendingResult =
  | { kind: 'mended'; caseNumber: string; at: string; round: number }
  | { kind: 'incomplete'; items: Item[] }
  | { kind: 'unknown-uploads'; uploads: string[] }
  | Refused<'nothing-to-mend' | 'mending-faulty'>;

type Upload = { id: string; kind: DocumentKind; sha256: string; sealed_key: Buffer };
type Named = { round: number; items: string[] };

const DEED = 'mend-application';

/**
 * Mends an application by its applicant (R1598/2.9): new files for the documents named, new values for the fields named,
 * nothing else. It goes to the Centre again at once, in a new round. Null when there is no such case.
 */
export async function mendApplication(
  record: CaseRecord,
  caseNumber: string,
  input: MendingInput,
  request: Repeatable,
): Promise<MendingResult | NotFirst | null> {
  return onceInCase<MendingResult>(record, caseNumber, { capacity: 'applicant' }, request, async (tx, now, facts) => {
    const named = facts.stage === 'centre' ? await openDeficiencies(tx, caseNumber) : null;
    if (named === null) return refuseDeed(facts, DEED, { clause: 'R1598/2.9', reason: 'nothing-to-mend' });
    const uploads = await tx.many<Upload>(
      `SELECT id, kind, sha256, sealed_key FROM upload
        WHERE id = ANY ($1) AND case_number IS NULL AND draft_id IS NULL ORDER BY id FOR UPDATE`,
      [input.uploads],
    );
    const unknown = input.uploads.filter((id) => !uploads.some((upload) => upload.id === id));
    if (unknown.length > 0) return refuseWith({ kind: 'unknown-uploads', uploads: unknown });

    const { application: before, salt } = openForm(record, facts);
    const kept = await tx.many<{ kind: DocumentKind }>(
      `SELECT kind FROM upload WHERE case_number = $1 AND replaced_at IS NULL AND kind <> ALL ($2)`,
      [caseNumber, uploads.map(({ kind }) => kind)],
    );
    const mending = { fields: input.fields, documents: uploads };
    const mended = mend(before, named.items, mending, { today: bakuDay(now), kept });
    if (mended.kind === 'faulty') {
      const { clause } = mended;
      return refuseDeed(facts, DEED, { clause, reason: 'mending-faulty', items: tellable(mended.items) });
    }
    if (mended.kind === 'incomplete') return refuseWith({ kind: 'incomplete', items: mended.items });

    await rewrite(tx, record, facts, { application: mended.application, salt });
    await replace(tx, now, record, facts, uploads);
    await tx.run(`UPDATE deficiency SET mended_at = $3 WHERE case_number = $1 AND round = $2`, [
      caseNumber,
      named.round,
      now,
    ]);
    const round = named.round + 1;
    const evidence: Entry = {
      what: 'application-mended',
      clause: 'R1598/2.9',
      facts: {
        round: named.round,
        items: named.items,
        former: saltedHash(salt, canonicalText(before)),
        form: saltedHash(salt, canonicalText(mended.application)),
        documents: uploads.map(({ id, kind, sha256 }) => ({ id, kind, content: saltedHash(salt, sha256) })),
      },
    };
    return {
      outcome: { kind: 'mended', caseNumber, at: now, round },
      evidence: [evidence, await openRound(tx, now, record, facts, round)],
      wake: true,
    };
  });
}

async function openDeficiencies(tx: Tx, caseNumber: string): Promise<Named | null> {
  return tx.maybe<Named>(
    `SELECT round, array_agg(item ORDER BY n) AS items FROM deficiency
      WHERE case_number = $1 AND mended_at IS NULL GROUP BY round`,
    [caseNumber],
  );
}

/** What was sent is not in the way of a second try: it is refused item by item, and nothing is lost. */
function refuseWith(outcome: Extract<MendingResult, { kind: 'incomplete' | 'unknown-uploads' }>): Done<MendingResult> {
  const items = outcome.kind === 'incomplete' ? outcome.items.map(({ field, reason }) => ({ field, reason })) : [];
  const facts = { deed: DEED, reason: outcome.kind, ...(items.length > 0 && { items }) };
  return { outcome, evidence: [{ what: 'deed-refused', clause: 'R1598/2.9', facts }] };
}

/** An item nobody named may be any text of the sender's: evidence holds only what is the form's own. */
function tellable(items: readonly MendingFault[]): MendingFault[] {
  return items.map(({ item, reason }) => ({ item: reason === 'not-named' && !isPlain(item) ? '?' : item, reason }));
}

function isPlain(item: string): boolean {
  return /^[\w/-]{1,100}$/.test(item);
}

async function rewrite(
  tx: Tx,
  record: CaseRecord,
  { number, sealed_key }: CaseRow,
  form: { application: Application; salt: string },
): Promise<void> {
  await tx.run(`UPDATE "case" SET sealed_form = $2, has_mobile = $3 WHERE number = $1`, [
    number,
    seal(record.seal.openKey(sealed_key), JSON.stringify(form)),
    form.application.applicant?.phones?.mobile !== undefined,
  ]);
}

async function replace(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number, sealed_key }: CaseRow,
  uploads: readonly Upload[],
): Promise<void> {
  await tx.run(
    `UPDATE upload SET replaced_at = $3 WHERE case_number = $1 AND kind = ANY ($2) AND replaced_at IS NULL`,
    [number, uploads.map(({ kind }) => kind), now],
  );
  const key = record.seal.openKey(sealed_key);
  await tx.run(
    `UPDATE upload u SET case_number = $1, sealed_key = k.sealed
       FROM unnest($2::uuid[], $3::bytea[]) AS k (id, sealed) WHERE u.id = k.id`,
    [number, uploads.map(({ id }) => id), uploads.map((one) => seal(key, record.seal.openKey(one.sealed_key)))],
  );
}
