import { noteRead } from '../../../cases/officials/noteRead.ts';
import { answerFile, declareParty } from '../../../cases/reviewer/answerFile.ts';
import { colleagues } from '../../../cases/reviewer/colleagues.ts';
import { readFile } from '../../../cases/reviewer/readFile.ts';
import { takeFile } from '../../../cases/reviewer/takeFile.ts';
import { DAY_WORDS } from '../../../law/calendar/words.ts';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import type { FormError, OfficialVisit, OfficialPage, Reply } from '../../page.ts';
import { applicationRows } from '../../rendering/applicationRows.ts';
import { reviewerOf } from '../reviewerOf.ts';
import { sayEnd } from '../../rendering/sayEnd.ts';
import { sayLeft } from '../../rendering/sayLeft.ts';
import { sayOutcome } from '../sayOutcome.ts';
import { sayReason } from '../sayReason.ts';

const DEEDS = ['nothing-against', 'take', 'lay-back', 'hand-on', 'declare'] as const;

/** A file on one screen: picture, document, form, earlier cases, the agency's own clock, and what may be done. */
export const file: OfficialPage = {
  path: '/reviewer/files/:number',
  who: ['reviewer'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { form, needs, t, to, tellNext } = visit;
    const reviewer = reviewerOf(visit);
    const caseNumber = visit.params['number'] ?? '';
    const here: Reply = { kind: 'see', path: to(`/reviewer/files/${caseNumber}`) };
    switch (DEEDS.find((known) => known === form['deed'])) {
      case 'nothing-against': {
        const opinion = { kind: 'nothing-against' } as const;
        const outcome = await answerFile(needs.record, reviewer, {
          caseNumber,
          messageId: form['once'] ?? '',
          opinion,
        });
        if (outcome === null) return { kind: 'not-found' };
        if (outcome.kind === 'refused') return show(visit, [{ field: 'deed', text: sayReason(outcome.reason, visit) }]);
        sayOutcome(outcome, visit);
        return { kind: 'see', path: to('/reviewer') };
      }
      case 'take':
        return take(visit, 'take', reviewer.id);
      case 'lay-back':
        return take(visit, 'lay-back', null);
      case 'hand-on':
        return take(visit, 'hand-on', form['to'] ?? '');
      case 'declare': {
        const declared =
          (await readFile(needs.record, reviewer.body, caseNumber)) === null
            ? null
            : await declareParty(needs.record, reviewer, caseNumber);
        if (declared === null) return { kind: 'not-found' };
        tellNext(t('declare.done'));
        return { kind: 'see', path: to('/reviewer') };
      }
      case undefined:
        return here;
    }
  },
};

async function take(visit: OfficialVisit, deed: 'take' | 'lay-back' | 'hand-on', to: string | null): Promise<Reply> {
  const { needs, t } = visit;
  const caseNumber = visit.params['number'] ?? '';
  const once = visit.once(`reviewer/${caseNumber}/take`, [deed, to]);
  const outcome = await takeFile(needs.record, reviewerOf(visit), { caseNumber, to }, once);
  if (outcome === null || outcome.kind === 'not-yours') return { kind: 'not-found' };
  if (outcome.kind === 'refused')
    return show(visit, [{ field: deed === 'hand-on' ? 'to' : 'deed', text: sayReason(outcome.reason, visit) }]);
  if (outcome.kind === 'taken') visit.tellNext(t(`taken.${deed}`, { to: to ?? '' }));
  return { kind: 'see', path: visit.to(`/reviewer/files/${caseNumber}`) };
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { t, to, language, needs, official } = visit;
  const { body: agency, id } = reviewerOf(visit);
  const caseNumber = visit.params['number'] ?? '';
  const found = await readFile(needs.record, agency, caseNumber);
  await noteRead(
    needs.record,
    official,
    found === null ? 'read-unknown-case' : 'read-review-file',
    found === null ? 'none' : caseNumber,
  );
  if (found === null) return { kind: 'not-found' };
  const { term, documents } = found;
  return {
    kind: 'view',
    view: 'reviewer/file/view.njk',
    title: t('file.title', { number: caseNumber }),
    back: to('/reviewer'),
    errors,
    data: {
      scripts: ['shortcuts.js'],
      file: found,
      mine: found.takenBy === id,
      end: term === null ? '' : sayEnd(term.endsAt, t, language),
      badge: sayLeft(term?.left ?? null, t),
      days: term?.days.map((day) => ({ ...day, words: DAY_WORDS[language][day.why] ?? day.why })) ?? [],
      rows: applicationRows(found.application, language).map(({ label, value, annex }) => ({
        key: { text: annex === '' ? label : `${annex} ${label}` },
        value: { text: value },
      })),
      pictures: documents.map(({ id: document, kind, mediaType }) => ({
        href: to(`/reviewer/files/${caseNumber}/documents/${document}`),
        name: KIND_WORDS[kind as keyof typeof KIND_WORDS][language],
        image: mediaType.startsWith('image/'),
      })),
      colleagues: (await colleagues(needs.record, agency)).filter((sub) => sub !== id),
    },
  };
}
