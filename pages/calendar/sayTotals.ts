import type { Totals } from '../../cases/calendar/readTotals.ts';
import type { Visit } from '../page.ts';
import { sayHolder } from '../operator/sayHolder.ts';

/** The totals of a run as rows of two tables: by what becomes of the terms, and by who holds them. */
export function sayTotals(visit: Pick<Visit, 't' | 'language'>, totals: Totals) {
  const { t, language } = visit;
  const number = (n: number) => new Intl.NumberFormat(language).format(n);
  const { longer, shorter, kept, recounted, cases, holders } = totals;
  return {
    sentence: t('totals.sentence', { terms: number(longer + shorter), cases: number(cases) }),
    heads: [t('totals.holder'), t('outcome.longer'), t('outcome.shorter'), t('outcome.kept'), t('outcome.recounted')],
    rows: [
      [t('totals.all'), number(longer), number(shorter), number(kept), number(recounted)],
      ...holders.map((one) => [
        `${sayHolder(visit, one.holder)} (${one.clause})`,
        number(one.longer),
        number(one.shorter),
        number(one.kept),
        number(one.recounted),
      ]),
    ],
  };
}
