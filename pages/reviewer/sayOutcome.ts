import type { OpinionOutcome } from '../../cases/signature-issuance/giveOpinion.ts';
import type { Visit } from '../page.ts';
import { endInWords, instantInWords } from '../rendering/dates.ts';

/**
 * Says at the top of the next page what became of an opinion: taken, or, as no success, too late with both instants and
 * that it has no effect (R1598/2.8).
 */
export function sayOutcome(
  { kind, receivedAt, termEndsAt }: OpinionOutcome,
  { t, language, tellNext }: Pick<Visit, 't' | 'language' | 'tellNext'>,
): void {
  const instants = {
    received: instantInWords(receivedAt, language),
    end: termEndsAt === null ? '' : endInWords(termEndsAt, language),
  };
  const isTaken = kind === 'noted' || kind === 'ended-the-case';
  tellNext(t(`outcome.${kind}`, instants), isTaken ? undefined : t(`outcome.heading.${kind}`));
}
