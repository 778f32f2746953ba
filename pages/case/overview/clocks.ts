import type { CaseView } from '../../../cases/findCases.ts';
import type { shownTo } from '../../../cases/shownTo.ts';
import type { TimeLeft } from '../../../law/signature-issuance/review.ts';
import type { ApplicantVisit } from '../../page.ts';
import { calendarPicture } from '../../rendering/calendarPicture.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { explainDays } from '../../rendering/explainDays.ts';
import { sayEnd } from '../../rendering/sayEnd.ts';
import { sayLeft } from '../../rendering/sayLeft.ts';

type Shown = ReturnType<typeof shownTo>;
/** What is left of a term, by its end. */
type Left = ReadonlyMap<string, TimeLeft>;

/**
 * Every running term with its end, what is left of it, its days in words and as a picture; of the agencies' the one that
 * ends last, for it is the one that decides (each agency's own end stands in `agencyClocks`).
 */
export function runningTerms({ t, language }: ApplicantVisit, { terms, furtherTerms, stage }: Shown, left: Left) {
  const last = (stage === 'opinions' ? terms : []).toSorted((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1);
  const rows = [
    ...(last === undefined ? [] : [{ what: t('term.R1598/2.8'), ...last }]),
    ...furtherTerms
      .filter(({ closedAt }) => closedAt === null)
      .map((term) => ({ what: t(`term.${term.clause}`), ...term })),
  ];
  return rows.map(({ what, endsAt, provisional, days, recomputed }) => {
    const explained = explainDays(days, language);
    const counted = explained.filter((day) => day.counted).length;
    return {
      what,
      end: sayEnd(endsAt, t, language),
      badge: sayLeft(left.get(endsAt) ?? null, t),
      provisional,
      explained,
      moved: recomputed?.at(-1) ?? null,
      picture: calendarPicture(explained, t('term.picture', { what, days: counted }), language),
    };
  });
}

/**
 * Each agency's own clock as an applicant may know it: told or not yet, since when, until when, what is left; never what
 * it said, nor whether it said anything.
 */
export function agencyClocks(
  { t, language }: ApplicantVisit,
  { requests, terms }: Shown,
  stage: CaseView['stage'],
  left: Left,
) {
  return requests.map((request) => {
    const name = t(`agency.${request.agency}`);
    if (stage !== 'opinions') return { name, said: t('agency.over') };
    const term = terms.find(({ agency }) => agency === request.agency);
    const since = 'deliveredAt' in request ? request.deliveredAt : null;
    if (since === null || term === undefined) return { name, said: t('agency.notYet') };
    return {
      name,
      said: t('agency.told', { since: instantInWords(since, language) }),
      until: t('agency.until', { end: sayEnd(term.endsAt, t, language) }),
      badge: sayLeft(left.get(term.endsAt) ?? null, t),
    };
  });
}
