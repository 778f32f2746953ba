import { beginPreview } from '../../../cases/calendar/beginPreview.ts';
import { endProposal } from '../../../cases/calendar/endProposal.ts';
import { LINES_A_PAGE, readLines, readProposal, type ProposalView } from '../../../cases/calendar/readProposals.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { dayInWords, endInWords, instantInWords } from '../../rendering/dates.ts';
import { sayHolder } from '../../operator/sayHolder.ts';
import { isId } from '../../isId.ts';
import { sayDay } from '../sayDay.ts';
import { sayOutcome } from '../sayOutcome.ts';
import { sayTotals } from '../sayTotals.ts';

const OUTCOMES = ['longer', 'shorter', 'kept', 'recounted'] as const;
const RELOAD_SECONDS = 3;

/** One decision as it was entered: what it would move (totals first, then each term), how far the counting is, its end. */
export const proposal: OfficialPage = {
  path: '/calendar/editor/:id',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, params, t, to } = visit;
    const id = params['id'] ?? '';
    if (!isId(id)) return { kind: 'not-found' };
    const again: Reply = { kind: 'see', path: to(`/calendar/editor/${id}`) };
    if (form['deed'] === 'preview') {
      const outcome = await beginPreview(needs.record, actor, id);
      if (outcome.kind === 'not-found') return outcome;
      return outcome.kind === 'begun' ? again : show(visit, sayOutcome(outcome, visit));
    }
    const reason = (form['reason'] ?? '').trim();
    if (reason.length < 3 || reason.length > 300)
      return show(visit, [{ field: 'reason', text: t('proposal.noReason') }]);
    const outcome = await endProposal(needs.record, actor, { proposal: id, reason });
    if (outcome.kind === 'not-found') return outcome;
    if (outcome.kind === 'refused') return show(visit, sayOutcome(outcome, visit));
    visit.tellNext(t(`proposal.${outcome.kind}`));
    return again;
  },
};

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, params, form, query, t, to, language, response } = visit;
  const id = params['id'] ?? '';
  const found = isId(id) ? await readProposal(needs.record, id) : null;
  if (found === null) return { kind: 'not-found' };
  const run = found.application ?? found.preview;
  const running = run !== null && run.finishedAt === null;
  const still = query['still'] !== undefined;
  // Without JavaScript the page asks for itself again, so that a person sees it move; he may stop that.
  if (running && !still && errors.length === 0) response.set('Refresh', String(RELOAD_SECONDS));
  return {
    kind: 'view',
    view: 'calendar/proposal/view.njk',
    title: t('proposal.title'),
    back: to('/calendar/editor'),
    errors,
    data: {
      proposal: {
        ...found,
        days: found.days.map((day) => sayDay(visit, day)),
        published: dayInWords(found.published, language),
        proposedAt: instantInWords(found.proposedAt, language),
        decidedAt: found.decidedAt === null ? null : instantInWords(found.decidedAt, language),
      },
      form,
      here: to(`/calendar/editor/${id}`),
      own: found.proposedBy === official.sub,
      running,
      still,
      run,
      totals: run?.totals == null ? null : sayTotals(visit, run.totals),
      list: run?.totals == null ? null : await listOf(visit, found, run.id),
    },
  };
}

/** One page of the terms, of one outcome or all. */
async function listOf(visit: OfficialVisit, found: ProposalView, run: string) {
  const { needs, query, t, to, language } = visit;
  const outcome = OUTCOMES.find((known) => known === query['outcome']) ?? null;
  const page = /^[1-9]\d{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
  const { lines, all } = await readLines(needs.record, run, { outcome, page });
  const pages = Math.max(1, Math.ceil(all / LINES_A_PAGE));
  const at = (of: string | null, nth: number) =>
    to(
      `/calendar/editor/${found.id}?${new URLSearchParams({ ...(of !== null && { outcome: of }), page: String(nth) }).toString()}`,
    );
  return {
    page,
    pages,
    all,
    previous: page > 1 ? at(outcome, page - 1) : null,
    next: page < pages ? at(outcome, page + 1) : null,
    filters: [null, ...OUTCOMES].map((of) => ({
      text: t(of === null ? 'lines.all' : `outcome.${of}`),
      href: at(of, 1),
      current: of === outcome,
    })),
    heads: [t('common.caseNumber'), t('lines.holder'), t('lines.oldEnd'), t('lines.newEnd'), t('lines.what')],
    rows: lines.map((line) => [
      { text: line.caseNumber, href: to(`/operator/cases/${line.caseNumber}`) },
      `${sayHolder(visit, line.holder)} (${line.clause})`,
      endInWords(line.oldEnd, language),
      endInWords(line.newEnd, language),
      line.outcome === 'kept'
        ? t('lines.kept', { computed: endInWords(line.computed, language) })
        : t(`outcome.${line.outcome}`),
    ]),
  };
}
