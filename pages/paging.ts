import type { Visit } from './page.ts';

/** How many rows of a list one page shows: with more, a page outgrows what a telephone abroad loads in a moment. */
const ROWS = 50;

/**
 * Where the page of a list begins that `?page=` asks for (the last where there is none so far), how many of the `total`
 * rows it has, and the links to the pages beside it (null where there are none). A second list beside it has a `name`
 * other than `page`, and says of what it is a list.
 */
export function pageOf(
  { query, t, to }: Pick<Visit, 'query' | 't' | 'to'>,
  path: string,
  total: number,
  { rows = ROWS, name = 'page', of = '' }: { rows?: number; name?: string; of?: string } = {},
): { start: number; rows: number; pagination: object | null } {
  const last = Math.max(0, Math.ceil(total / rows) - 1);
  const asked = /^\d{1,4}$/.test(query[name] ?? '') ? Number(query[name]) : 0;
  const page = Math.min(asked, last);
  const at = (n: number) => ({ href: to(`${path}?${name}=${n}`) });
  const pagination = {
    landmarkLabel: of === '' ? t('common.pages') : `${t('common.pages')}: ${of}`,
    ...(page > 0 && { previous: { ...at(page - 1), text: t('common.previous') } }),
    ...(page < last && { next: { ...at(page + 1), text: t('common.next') } }),
  };
  return { start: page * rows, rows, pagination: last === 0 ? null : pagination };
}

/** One page of a list that was read whole, by `?page=`, and the links to the pages beside it. */
export function paged<T>(
  visit: Pick<Visit, 'query' | 't' | 'to'>,
  path: string,
  list: readonly T[],
): { shown: T[]; pagination: object | null } {
  const { start, rows, pagination } = pageOf(visit, path, list.length);
  return { shown: list.slice(start, start + rows), pagination };
}
