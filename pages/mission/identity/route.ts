import { checkIdentity } from '../../../cases/mission/checkIdentity.ts';
import { readApplication } from '../../../cases/mission/readApplication.ts';
import { readCounter } from '../../../cases/mission/readCounter.ts';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { type IdentityFinding, itemsToCompare, MISMATCH_REASONS } from '../../../law/signature-issuance/identity.ts';
import { WHO_CAME } from '../../../law/signature-issuance/whoMustCome.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayRefused } from '../../sayRefused.ts';
import { ownCase } from '../ownCase.ts';

/** The check of identity (R1598/2.12, 2.13): original beside upload, item by item; a mismatch refuses, so a fresh sign-in. */
export const identityCheck: OfficialPage = {
  path: '/mission/cases/:number/identity',
  who: ['mission-officer'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const caseNumber = await ownCase(visit, 'read-application');
    const application = caseNumber === null ? null : await readApplication(needs.record, caseNumber);
    if (caseNumber === null || application === null) return { kind: 'not-found' };
    const items = itemsOf(application);
    // Only what the page offers is an answer: anything else must not pass for "equal".
    const said = (item: string) => form[item] === 'equal' || MISMATCH_REASONS.some((known) => known === form[item]);
    const came = WHO_CAME.find((known) => known === form['came']);
    const missing = [
      ...(came === undefined ? [{ field: 'came', text: t('identity.sayWho') }] : []),
      ...items.filter((item) => !said(item)).map((item) => ({ field: item, text: t('identity.sayItem') })),
    ];
    if (came === undefined || missing.length > 0) return show(visit, missing);
    const findings = items.map((item): IdentityFinding => {
      const reason = MISMATCH_REASONS.find((known) => known === form[item]);
      return { item, originalSeen: reason !== 'original-not-presented', equal: reason === undefined, reason };
    });
    const photograph = (await readCounter(needs.record, caseNumber))?.photograph ?? null;
    const check = { caseNumber, came, findings, photograph, originalsReturned: form['originalsReturned'] === 'true' };
    const outcome = await checkIdentity(
      needs.record,
      actor,
      check,
      visit.once(`mission/${caseNumber}/identity`, check),
    );
    const errors = sayRefused(outcome, ['match', 'mismatch', 'awaits-second'], MISSION_REASONS, visit);
    if (errors === 'missing') return { kind: 'not-found' };
    if (errors !== null) return show(visit, errors);
    visit.tellNext(t(`identity.done.${outcome?.kind ?? 'match'}`));
    return { kind: 'see', path: to(outcome?.kind === 'mismatch' ? '/mission' : `/mission/cases/${caseNumber}`) };
  },
};

type Read = NonNullable<Awaited<ReturnType<typeof readApplication>>>;

function itemsOf({ application, documents }: Read) {
  return itemsToCompare(
    application,
    documents.map(({ kind }) => kind as keyof typeof KIND_WORDS),
  );
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, language, form } = visit;
  const caseNumber = await ownCase(visit, 'read-application');
  const found = caseNumber === null ? null : await readApplication(needs.record, caseNumber);
  if (caseNumber === null || found === null) return { kind: 'not-found' };
  return {
    kind: 'view',
    view: 'mission/identity/view.njk',
    title: t('identity.title', { number: caseNumber }),
    back: to(`/mission/cases/${caseNumber}`),
    errors,
    data: {
      form,
      came: WHO_CAME.map((who) => ({ value: who, text: t(`came.${who}`), checked: form['came'] === who })),
      items: itemsOf(found).map((item) => {
        const upload = found.documents.find(({ kind }) => kind === item);
        return {
          item,
          name: KIND_WORDS[item][language],
          href: upload === undefined ? null : to(`/mission/cases/${caseNumber}/documents/${upload.id}`),
          image: upload?.mediaType.startsWith('image/') === true,
          options: [
            { value: 'equal', text: t('identity.equal'), checked: form[item] === 'equal' },
            ...MISMATCH_REASONS.map((reason) => ({
              value: reason,
              text: MISSION_REASONS[reason]?.[language] ?? reason,
              checked: form[item] === reason,
            })),
          ],
        };
      }),
    },
  };
}
