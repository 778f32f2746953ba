import { confirmProposal } from '../../../cases/calendar/confirmProposal.ts';
import { readProposal } from '../../../cases/calendar/readProposals.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { isId } from '../../isId.ts';
import { sayDay } from '../sayDay.ts';
import { sayOutcome } from '../sayOutcome.ts';
import { sayTotals } from '../sayTotals.ts';

/** The second person, freshly signed in, confirms what the preview on this page says, and nothing else. */
export const confirm: OfficialPage = {
  path: '/calendar/editor/:id/confirm',
  who: ['operator'],
  fresh: true,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, params, t, to } = visit;
    const [proposal, preview] = [params['id'] ?? '', form['preview'] ?? ''];
    if (!isId(proposal) || !isId(preview)) return { kind: 'not-found' };
    const asked = { proposal, preview };
    const outcome = await confirmProposal(needs.record, actor, asked, visit.once('calendar/confirm', asked));
    if (outcome.kind === 'not-found') return outcome;
    if (outcome.kind !== 'confirmed') return show(visit, sayOutcome(outcome, visit));
    visit.tellNext(t('confirm.done'));
    return { kind: 'see', path: to(`/calendar/editor/${proposal}`) };
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, params, t, to } = visit;
  const id = params['id'] ?? '';
  const found = isId(id) ? await readProposal(needs.record, id) : null;
  if (found === null) return { kind: 'not-found' };
  const back = to(`/calendar/editor/${id}`);
  const { preview } = found;
  // There is nothing to confirm before a whole preview was seen, nor after it was decided.
  if (errors.length === 0 && (found.state !== 'proposed' || preview?.totals == null))
    return { kind: 'see', path: back };
  return {
    kind: 'view',
    view: 'calendar/confirm/view.njk',
    title: t('confirm.title'),
    back,
    errors,
    data: {
      source: found.source,
      kind: found.kind,
      days: found.days.map((day) => sayDay(visit, day)),
      preview: preview?.id,
      askedAt: preview?.askedAt,
      totals: preview?.totals == null ? null : sayTotals(visit, preview.totals),
    },
  };
}
