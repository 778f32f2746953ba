import { type EnteredItems, enterItems } from '../../../cases/custody/enterItems.ts';
import { readLacking } from '../../../cases/custody/readLacking.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';

const PRINTED = /^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u;

/** Things that a case lacks, entered by whoever makes them (R1598/2.10): both copies of a contract bear one number. */
export const entry: OfficialPage = {
  path: '/custody/cases/:number/items',
  who: ['operator', 'centre-officer'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const lacking = await lackingOf(visit);
    if (lacking === null) return { kind: 'not-found' };
    const { caseNumber, mobileOperator } = lacking;
    const kinds = [...new Set(lacking.items.map(({ kind }) => kind))];
    const typed = (kind: string) => (form[kind] ?? '').trim();
    const wrong = kinds.filter((kind) => !PRINTED.test(typed(kind)));
    if (wrong.length > 0)
      return show(
        visit,
        wrong.map((field) => ({ field, text: t('entry.noNumber') })),
      );
    const items = lacking.items.map(({ kind, copy }) => ({ kind, copy, serial: typed(kind) }));
    const entered: EnteredItems = { caseNumber, items, ...(mobileOperator !== null && { mobileOperator }) };
    const outcome = await enterItems(needs.record, actor, entered, visit.once('custody/entry', entered));
    const refused = sayRefused(outcome, ['entered'], CUSTODY_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    visit.tellNext(t('entry.done', { number: caseNumber }));
    return { kind: 'see', path: to('/custody') };
  },
};

function lackingOf({ needs, actor, params }: OfficialVisit) {
  if (actor.party === undefined) return null;
  return readLacking(needs.record, actor.party, params['number'] ?? '');
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, t, to, language, form } = visit;
  const lacking = await lackingOf(visit);
  if (lacking === null) return { kind: 'not-found' };
  const { caseNumber, items, mobileOperator } = lacking;
  await noteRead(needs.record, official, 'list-custody', caseNumber);
  return {
    kind: 'view',
    view: 'custody/entry/view.njk',
    title: t('entry.title', { number: caseNumber }),
    back: to('/custody'),
    errors,
    data: {
      from: mobileOperator === null ? null : partyName(`mobile-operator:${mobileOperator}`, language),
      kinds: [...new Set(items.map(({ kind }) => kind))].map((kind) => ({
        kind,
        label: t('entry.number', { kind: t(`kind.${kind}`) }),
        value: form[kind] ?? '',
        hint: items.filter((item) => item.kind === kind).length === 2 ? t('entry.twoCopies') : null,
      })),
    },
  };
}
