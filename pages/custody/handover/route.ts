import { confirmHandover, type Finding } from '../../../cases/custody/confirmHandover.ts';
import { readOfferedTo } from '../../../cases/custody/readHands.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { CUSTODIANS } from '../custodians.ts';

const FOUND = ['as-listed', 'missing', 'damaged', 'wrong-number'] as const;

/** Taking over what is offered, thing by thing (R1598/2.10): what differs stays with the giver until it is settled. */
export const handover: OfficialPage = {
  path: '/custody/handovers/:id',
  who: CUSTODIANS,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const offered = await offeredToHim(visit);
    if (offered === null) return { kind: 'not-found' };
    const errors: FormError[] = [];
    const findings = offered.items.flatMap(({ found: _none, ...item }, at): Finding[] => {
      const found = FOUND.find((known) => known === form[`found-${at}`]);
      const foundSerial = (form[`serial-${at}`] ?? '').trim();
      if (found === undefined) errors.push({ field: `found-${at}`, text: t('handover.say') });
      else if (found !== 'wrong-number') return [{ ...item, found }];
      else if (!/^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u.test(foundSerial))
        errors.push({ field: `serial-${at}`, text: t('handover.saySerial') });
      else return [{ ...item, found, foundSerial }];
      return [];
    });
    if (errors.length > 0) return show(visit, errors);
    const answer = { handoverId: offered.id, findings };
    const outcome = await confirmHandover(needs.record, actor, answer, visit.once('custody/confirm', answer));
    const refused = sayRefused(outcome, ['taken', 'difference'], CUSTODY_REASONS, visit);
    if (refused === 'missing') return { kind: 'not-found' };
    if (refused !== null) return show(visit, refused);
    visit.tellNext(t(`handover.${outcome?.kind === 'difference' ? 'difference' : 'taken'}`));
    return { kind: 'see', path: to('/custody') };
  },
};

async function offeredToHim({ needs, actor, params }: OfficialVisit) {
  const id = params['id'] ?? '';
  if (actor.party === undefined || !isId(id)) return null;
  return readOfferedTo(needs.record, actor.party, id);
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, t, to, language, form } = visit;
  const offered = await offeredToHim(visit);
  if (offered === null) return { kind: 'not-found' };
  await noteRead(needs.record, official, 'read-handover', offered.caseNumber);
  return {
    kind: 'view',
    view: 'custody/handover/view.njk',
    title: t('handover.title', { number: offered.caseNumber }),
    back: to('/custody'),
    errors,
    data: {
      giver: partyName(offered.giver, language),
      offered,
      form,
      items: offered.items.map((item, at) => ({
        name: `${t(`kind.${item.kind}`)} ${item.serial} (${item.copy})`,
        options: FOUND.map((found) => ({
          value: found,
          text: t(`found.${found}`),
          checked: form[`found-${at}`] === found,
        })),
      })),
    },
  };
}
