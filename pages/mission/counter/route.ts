import { randomUUID } from 'node:crypto';
import { registerSignature } from '../../../cases/contract/registerSignature.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { readApplication } from '../../../cases/mission/readApplication.ts';
import { readCounter } from '../../../cases/mission/readCounter.ts';
import { recordNoShow } from '../../../cases/mission/recordNoShow.ts';
import { takeInPhotograph } from '../../../cases/mission/takeInPhotograph.ts';
import { isDay } from '../../../law/calendar/days.ts';
import { ACCEPTED_WORDS, KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { missionZone } from '../../../law/signature-issuance/missions.ts';
import { CONTRACT_REASONS } from '../../../law/signature-issuance/words/contractReasons.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { applicationRows } from '../../rendering/applicationRows.ts';
import { sayRefusedFile } from '../../rendering/sayFile.ts';
import { sayRefused } from '../../sayRefused.ts';
import { ownCase } from '../ownCase.ts';

const DEEDS = ['invite', 'no-show', 'photograph', 'sign'] as const;
const WORDS = { ...CONTRACT_REASONS, ...MISSION_REASONS };
/** A number as it stands on papers and things. */
const PRINTED = /^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u;

/** One case at the counter: what its stage asks for next, beside what was sent in. */
export const counter: OfficialPage = {
  path: '/mission/cases/:number',
  who: ['mission-officer'],
  files: 2,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const caseNumber = await ownCase(visit, 'read-application');
    const deed = DEEDS.find((known) => known === visit.form['deed']);
    if (caseNumber === null || deed === undefined) return { kind: 'not-found' };
    const outcome = await act(visit, deed, caseNumber);
    if (Array.isArray(outcome)) return show(visit, outcome);
    const errors = sayRefused(outcome, ['invited', 'invited-anew', 'recorded', 'taken-in', 'signed'], WORDS, visit);
    if (errors === 'missing') return { kind: 'not-found' };
    if (errors !== null) return show(visit, errors);
    visit.tellNext(visit.t(`counter.done.${deed}`));
    return { kind: 'see', path: visit.to(`/mission/cases/${caseNumber}`) };
  },
};

async function act(visit: OfficialVisit, deed: (typeof DEEDS)[number], caseNumber: string) {
  const { needs, actor, form, files, t } = visit;
  const { record } = needs;
  switch (deed) {
    case 'invite': {
      const fromDay = form['fromDay'] ?? '';
      if (fromDay !== '' && !isDay(fromDay)) return [{ field: 'fromDay', text: t('slots.noDay') }];
      const invitation = { caseNumber, fromDay: fromDay === '' ? null : fromDay };
      return inviteApplicant(record, actor, invitation, visit.once(`mission/${caseNumber}/invite`, invitation));
    }
    case 'no-show': {
      const id = (await readCounter(record, caseNumber))?.appointment?.id;
      return id === undefined ? null : recordNoShow(record, actor, id, visit.once(`mission/${caseNumber}/no-show`, id));
    }
    case 'photograph': {
      const file = files.find(({ field }) => field === 'photograph' || field === 'camera');
      const refuse = (why: Parameters<typeof sayRefusedFile>[1], field: string) => [
        { field, text: sayRefusedFile('photograph', why, visit) },
      ];
      if (visit.tooLarge !== null) return refuse({ reason: 'too-large' }, visit.tooLarge);
      if (file === undefined) return [{ field: 'photograph', text: t('counter.noFile') }];
      const taken = await needs.takeIn('photograph', file.bytes);
      if (taken.kind === 'refused') return refuse(taken, file.field);
      const { mediaType, storedSha256, sha256, bytes: content } = taken;
      const input = { caseNumber, id: randomUUID(), mediaType, storedSha256, content };
      return takeInPhotograph(
        record,
        needs.files,
        actor,
        input,
        visit.once(`mission/${caseNumber}/photograph`, sha256),
      );
    }
    case 'sign': {
      const typed = ['certificateContract', 'simContract'].map((name) => [name, (form[name] ?? '').trim()] as const);
      const wrong = typed.filter(([, text]) => text !== '' && !PRINTED.test(text));
      if (wrong.length > 0) return wrong.map(([field]) => ({ field, text: t('counter.badNumber') }));
      const numbers = Object.fromEntries(typed.filter(([, text]) => text !== ''));
      return registerSignature(
        record,
        actor,
        { caseNumber, ...numbers },
        visit.once(`mission/${caseNumber}/sign`, numbers),
      );
    }
  }
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, language, form, official } = visit;
  const caseNumber = await ownCase(visit, 'read-application');
  const [view, application] =
    caseNumber === null
      ? [null, null]
      : await Promise.all([readCounter(needs.record, caseNumber), readApplication(needs.record, caseNumber)]);
  if (caseNumber === null || view === null || application === null) return { kind: 'not-found' };
  return {
    kind: 'view',
    view: 'mission/counter/view.njk',
    title: t('counter.title', { number: caseNumber }),
    back: to('/mission'),
    errors,
    data: {
      caseNumber,
      view,
      form,
      zone: missionZone(official.post),
      mustCome: t(`came.${application.mustCome}`),
      accepted: ACCEPTED_WORDS.photograph[language],
      asan: view.wants.startsWith('asan'),
      rows: applicationRows(application.application, language).map(({ label, value }) => ({
        key: { text: label },
        value: { text: value },
      })),
      pictures: application.documents.map(({ id, kind, mediaType }) => ({
        href: to(`/mission/cases/${caseNumber}/documents/${id}`),
        name: KIND_WORDS[kind as keyof typeof KIND_WORDS][language],
        image: mediaType.startsWith('image/'),
      })),
    },
  };
}
