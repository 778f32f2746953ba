import type { AfterRetry, Attempt } from '../../cases/operator/readAttempts.ts';
import type { Visit } from '../page.ts';
import { instantInWords } from '../rendering/dates.ts';
import { sayHolder } from './sayHolder.ts';

type Words = Pick<Visit, 't' | 'language'>;

/** One attempt as a row: when, with whom, what came of it. */
export function sayAttempt(visit: Words, attempt: Attempt): [string, string, string] {
  const { t, language } = visit;
  const at = instantInWords(attempt.at, language);
  switch (attempt.kind) {
    case 'asked':
      return [at, t('attempt.operator'), t('attempt.asked', { n: attempt.attempts })];
    case 'failed':
      return [at, sayHolder(visit, attempt.about), t(`failure.${attempt.failure}`)];
    case 'arrived':
      return [at, sayHolder(visit, attempt.about), t('attempt.arrived')];
  }
}

/** What really came of the last retry, so far. */
export function sayAfterRetry({ t, language }: Words, { at, arrived, failed }: AfterRetry): string {
  const when = instantInWords(at, language);
  return arrived + failed === 0 ? t('attempt.notYet', { when }) : t('attempt.since', { when, arrived, failed });
}
