import type { OpinionOutcome } from '../../cases/signature-issuance/giveOpinion.ts';
import type { Visit } from '../page.ts';
import { instantInWords } from '../rendering/dates.ts';

/** What became of an opinion, in words: taken, or too late with both instants and that it has no effect (R1598/2.8). */
export function sayOutcome({ kind, receivedAt, termEndsAt }: OpinionOutcome, { t, language }: Visit): string {
  const instants = {
    received: instantInWords(receivedAt, language),
    end: termEndsAt === null ? '' : instantInWords(termEndsAt, language),
  };
  return t(`outcome.${kind}`, instants);
}
