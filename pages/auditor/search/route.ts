import { noteAudit } from '../../../cases/auditor/noteAudit.ts';
import { type After, type EvidenceSearch, SEARCH_MOST, searchEvidence } from '../../../cases/auditor/searchEvidence.ts';
import { readClock } from '../../../cases/findCases.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import { officialClaims } from '../../../law/officials.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import type { Say } from '../../rendering/words.ts';
import { deedsToChoose, sayDeed } from '../deeds.ts';
import { readSearch } from '../readSearch.ts';

/** In which capacity a deed is done by others than officials. */
const OTHERS = ['applicant', 'agency', 'procedure', 'centre', 'installation', 'unknown'];
const ROLES: readonly string[] = officialClaims.options.map(({ shape }) => shape.role.value);
const EVERYTHING = { what: '', actor: '', from: '2017-09-12' };

/** The search through the evidence, by chain, deed, official and days. */
export const search: OfficialPage = {
  path: '/auditor',
  who: ['auditor'],
  get: async (visit) => {
    const { needs, official, query, t, to, language } = visit;
    const today = bakuDay((await readClock(needs.record)).legalNow);
    const { search: asked, errors } = readSearch(visit, today);
    const isAsked = query['from'] !== undefined;
    const found =
      isAsked && errors.length === 0 ? await searchEvidence(needs.record, asked, SEARCH_MOST, readAfter(query)) : [];
    if (isAsked && errors.length === 0) await noteAudit(needs.record, official, 'evidence-searched', asked, found);
    const last = found.length === SEARCH_MOST ? found.at(-1) : undefined;
    return {
      kind: 'view',
      view: 'auditor/search/view.njk',
      title: t('search.title'),
      errors: isAsked ? errors : [],
      data: {
        isAsked,
        typed: { ...asked, ...query },
        deeds: deedsToChoose(asked.what, t, language),
        next: last === undefined ? null : to(`/auditor?${pageAfter(asked, last)}`),
        own: to(
          `/auditor?${new URLSearchParams({ ...EVERYTHING, chain: `read:${official.sub}:`, until: today }).toString()}`,
        ),
        rows: found.map(({ chain, seq, at, body }) => {
          const { what, by } = JSON.parse(body) as { what?: string; by?: { capacity?: string; id?: string } };
          return [
            instantInWords(at, language),
            { text: `${chain} #${seq}`, href: to(`/auditor/chains/${encodeURIComponent(chain)}#row-${seq}`) },
            sayDeed(what ?? '', t),
            sayActor(by, t),
          ];
        }),
        exportAt: to(`/auditor/export?${new URLSearchParams(asked).toString()}`),
      },
    };
  },
};

/** Who did it: an office or a party in words, where the row names a known one, and an official's name at the sign-on. */
function sayActor(by: { capacity?: string; id?: string } | undefined, t: Say): string {
  const { capacity = '', id = '' } = by ?? {};
  const named = OTHERS.includes(capacity)
    ? t(`by.${capacity}`)
    : ROLES.includes(capacity)
      ? t(`role.${capacity}`)
      : capacity;
  return `${named} ${id}`.trim();
}

/** The row after which the page goes on, as its address names it; null at the first page. */
function readAfter(query: Readonly<Record<string, string>>): After | null {
  const { afterAt: at = '', afterChain: chain = '', afterSeq: seq = '' } = query;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) || !/^\d{1,9}$/.test(seq)) return null;
  return Number.isNaN(Date.parse(at)) ? null : { at, chain, seq: Number(seq) };
}

function pageAfter(asked: EvidenceSearch, { at, chain, seq }: After): string {
  return new URLSearchParams({ ...asked, afterAt: at, afterChain: chain, afterSeq: String(seq) }).toString();
}
