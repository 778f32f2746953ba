import type { ClauseId } from '../clauses.ts';
import { type Application, applicationSchema } from './application.ts';
import { type Item, missingItems } from './completeness.ts';
import { isDocument } from './deficiencies.ts';
import type { DocumentKind } from './documents.ts';
import { isCitizen, personIdentity, wantsCertificate } from './person.ts';

/** What an applicant sends in place of what was found deficient: values by JSON pointer (null empties), kinds of files. */
export type Mending = { fields: Readonly<Record<string, unknown>>; documents: readonly { kind: DocumentKind }[] };

/** Why a mending is not taken, item by item. */
export type MendingFault = {
  item: string;
  reason: 'not-named' | 'not-mended' | 'not-the-right-form' | 'another-person';
};

/** What a mending makes of an application. */
export type MendingOutcome =
  | { kind: 'mended'; application: Application }
  | { kind: 'faulty'; clause: ClauseId; items: MendingFault[] }
  | { kind: 'incomplete'; clause: ClauseId; items: Item[] };

/**
 * Mends what the Centre named (R1598/2.9) and nothing else: every item named must come, no other may, and the person and
 * the certificate stay who and what they were. What is incomplete only now is refused item by item (Q191/7.4); `today` is
 * an ISO day in Baku, `kept` the documents that stay.
 */
export function mend(
  before: Application,
  named: readonly string[],
  { fields, documents }: Mending,
  { today, kept }: { today: string; kept: readonly { kind: DocumentKind }[] },
): MendingOutcome {
  const sent = [...Object.keys(fields), ...documents.map(({ kind }) => kind)];
  const faults: MendingFault[] = [
    ...[...new Set(sent)].filter((item) => !named.includes(item)).map((item) => fault(item, 'not-named')),
    ...named.filter((item) => !sent.includes(item)).map((item) => fault(item, 'not-mended')),
  ];
  if (faults.length > 0) return { kind: 'faulty', clause: 'R1598/2.9', items: faults };

  const draft: unknown = structuredClone(before);
  for (const [pointer, value] of Object.entries(fields)) if (!isDocument(pointer)) setAt(draft, pointer, value);
  const read = applicationSchema.safeParse(draft);
  if (!read.success) {
    const wrong = Object.keys(fields).map((item) => fault(item, 'not-the-right-form'));
    return { kind: 'faulty', clause: 'R1598/2.9', items: wrong };
  }
  const application = read.data;
  if (!isSameCase(before, application)) {
    const items = Object.keys(fields).map((item) => fault(item, 'another-person'));
    return { kind: 'faulty', clause: 'R1598/1.2.7', items };
  }
  // What time alone has made incomplete meanwhile (a passport that ran out) was not asked for and is not in the way.
  const had = missingItems(before, { today, documents: [...kept, ...documents] });
  const items = missingItems(application, { today, documents: [...kept, ...documents] }).filter(
    (item) => !had.some(({ field, reason }) => field === item.field && reason === item.reason),
  );
  return items.length > 0 ? { kind: 'incomplete', clause: 'Q191/7.4', items } : { kind: 'mended', application };
}

function fault(item: string, reason: MendingFault['reason']): MendingFault {
  return { item, reason };
}

function isSameCase(before: Application, after: Application): boolean {
  return (
    personIdentity(before) === personIdentity(after) &&
    isCitizen(before) === isCitizen(after) &&
    wantsCertificate(before) === wantsCertificate(after)
  );
}

function setAt(application: unknown, pointer: string, value: unknown): void {
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  let at = application as Record<string, unknown>;
  for (const name of names) {
    const next = at[name];
    if (typeof next !== 'object' || next === null) at[name] = {};
    at = at[name] as Record<string, unknown>;
  }
  if (value === null) delete at[last];
  else at[last] = value;
}
