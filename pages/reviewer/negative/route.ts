import { noteRead } from '../../../cases/officials/noteRead.ts';
import { answerFile } from '../../../cases/reviewer/answerFile.ts';
import { readFile } from '../../../cases/reviewer/readFile.ts';
import type { OfficialPage } from '../../page.ts';
import { reviewerOf } from '../reviewerOf.ts';
import { sayOutcome } from '../sayOutcome.ts';
import { sayReason } from '../sayReason.ts';
import { readNegative } from './form.ts';

/** A negative opinion (R1598/2.8): code and grounds are asked for, not demanded; the person signs in afresh before it. */
export const negative: OfficialPage = {
  path: '/reviewer/files/:number/negative',
  who: ['reviewer'],
  fresh: true,
  get: async (visit) => {
    const { needs, official, params, t, to, form } = visit;
    const caseNumber = params['number'] ?? '';
    const found = await readFile(needs.record, reviewerOf(visit).body, caseNumber);
    if (found === null) return { kind: 'not-found' };
    await noteRead(needs.record, official, 'read-review-file', caseNumber);
    return {
      kind: 'view',
      view: 'reviewer/negative/view.njk',
      title: t('negative.title', { number: caseNumber }),
      back: to(`/reviewer/files/${caseNumber}`),
      data: { form },
    };
  },
  post: async (visit) => {
    const { needs, params, form, t, to } = visit;
    const caseNumber = params['number'] ?? '';
    const read = readNegative(form);
    const again = (errors: { field: string; text: string }[]) =>
      ({
        kind: 'view',
        view: 'reviewer/negative/view.njk',
        title: t('negative.title', { number: caseNumber }),
        back: to(`/reviewer/files/${caseNumber}`),
        data: { form },
        errors,
      }) as const;
    if (read.kind === 'faulty')
      return again(read.faults.map((field) => ({ field, text: t(`negative.long.${field}`) })));
    const given = { caseNumber, messageId: form['once'] ?? '', opinion: read.opinion };
    const outcome = await answerFile(needs.record, reviewerOf(visit), given);
    if (outcome === null) return { kind: 'not-found' };
    if (outcome.kind === 'refused') return again([{ field: '', text: sayReason(outcome.reason, visit) }]);
    sayOutcome(outcome, visit);
    return { kind: 'see', path: to('/reviewer') };
  },
};
