import type { EvidenceSearch } from '../../cases/auditor/searchEvidence.ts';
import { isDay } from '../../law/calendar/days.ts';
import type { FormError, Visit } from '../page.ts';

/** The search as typed in the address: its query, or what is wrong with it. */
export function readSearch(
  { query, t }: Pick<Visit, 'query' | 't'>,
  today: string,
): {
  search: EvidenceSearch;
  errors: FormError[];
} {
  const typed = (name: string) => (query[name] ?? '').trim();
  const [from, until] = [typed('from') || '2017-09-12', typed('until') || today];
  const errors: FormError[] = [
    ...(isDay(from) ? [] : [{ field: 'from', text: t('search.noDay') }]),
    ...(isDay(until) ? [] : [{ field: 'until', text: t('search.noDay') }]),
    ...['chain', 'what', 'actor']
      .filter((name) => !/^[\p{L}\p{N}:._@/ -]{0,200}$/u.test(typed(name)))
      .map((field) => ({ field, text: t('search.noName') })),
  ];
  const chain = /^[A-Z]{2}-\d{4}-\d{6,12}$/.test(typed('chain')) ? `case:${typed('chain')}` : typed('chain');
  return { search: { chain, what: typed('what'), actor: typed('actor'), from, until }, errors };
}
