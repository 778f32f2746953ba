import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { SEARCH_MOST, searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { readClock } from '../../../cases/findCases.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { readSearch } from '../readSearch.ts';

/** The search through the evidence, by chain, deed, official and days. */
export const search: OfficialPage = {
  path: '/auditor',
  who: ['auditor'],
  get: async (visit) => {
    const { needs, official, query, t, to, language } = visit;
    const today = bakuDay((await readClock(needs.record)).legalNow);
    const { search: asked, errors } = readSearch(visit, today);
    const isAsked = query['from'] !== undefined;
    const found = isAsked && errors.length === 0 ? await searchEvidence(needs.record, asked, SEARCH_MOST) : [];
    if (isAsked && errors.length === 0) await noteAudit(needs.record, official, 'evidence-searched', asked);
    const chains = [...new Set(found.map(({ chain }) => chain))];
    return {
      kind: 'view',
      view: 'auditor/search/view.njk',
      title: t('search.title'),
      errors: isAsked ? errors : [],
      data: {
        isAsked,
        typed: { ...asked, ...query },
        most: found.length === SEARCH_MOST,
        rows: found.map(({ chain, seq, at, body }) => {
          const { what, actor } = JSON.parse(body) as { what?: string; actor?: { capacity?: string; id?: string } };
          return [
            instantInWords(at, language),
            { text: `${chain} #${seq}`, href: to(`/auditor/chains/${encodeURIComponent(chain)}#row-${seq}`) },
            what ?? '',
            `${actor?.capacity ?? ''} ${actor?.id ?? ''}`.trim(),
          ];
        }),
        chains: chains
          .slice(0, 20)
          .map((chain) => ({ chain, href: to(`/auditor/chains/${encodeURIComponent(chain)}`) })),
        exportAt: to(`/auditor/export?${new URLSearchParams(asked).toString()}`),
      },
    };
  },
};
