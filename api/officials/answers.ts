import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Repeatable } from '../../cases/record/idempotency.ts';
import type { ClauseId } from '../../law/clauses.ts';
import { answerEarlier, repeatable } from '../middleware/requireKey.ts';
import { officialOf } from '../middleware/requireOfficial.ts';
import { languageOf, problem } from '../problem.ts';
import { itemsOf } from '../signature-issuance/schema.ts';
import type { Language } from '../words/words.ts';

/** The sentences of an area's reasons for refusing a deed. */
export type ReasonWords = Readonly<Record<string, Record<Language, string>>>;

/** Answers 400 with every fault of form. */
export function badForm(request: Request, response: Response, error: z.ZodError): void {
  problem(request, response, 400, 'not-the-right-form', { items: itemsOf(error) });
}

/** An official's request as one that may be repeated under its Idempotency-Key. */
export function repeatOf(request: Request, response: Response, route: string, body: unknown): Repeatable {
  return repeatable(request, route, officialOf(response).sub, JSON.stringify(body));
}

type DeedOutcome =
  { kind: string } | { kind: 'refused'; clause: ClauseId; reason: string; stage: string; items?: readonly object[] };

/**
 * Answers a deed's outcome: as it is where its kind is among `done`; 409 with clause, state and sentence where it was
 * refused; 404 for no case or another's; the first answer's problem for a repeat with another body.
 */
export function answerDeed(
  request: Request,
  response: Response,
  outcome: DeedOutcome | null,
  { done, words }: { done: readonly string[]; words: ReasonWords },
): void {
  if (outcome === null || outcome.kind === 'not-yours') problem(request, response, 404, 'not-found');
  else if (done.includes(outcome.kind)) response.json(outcome);
  else if (outcome.kind === 'other-body' || outcome.kind === 'in-flight')
    answerEarlier(request, response, outcome.kind);
  else if ('reason' in outcome) {
    const { clause, reason, stage, items = [] } = outcome;
    const language = languageOf(request);
    const sentence = words[reason]?.[language] ?? reason;
    const told = items.map((item) => {
      const code = (item as { reason?: string }).reason ?? '';
      return { ...item, detail: words[code]?.[language] ?? code };
    });
    problem(request, response, 409, 'deed-refused', {
      clause,
      instants: { reason, stage },
      fill: { sentence },
      ...(told.length > 0 && { items: told }),
    });
  } else problem(request, response, 409, 'nothing-to-record');
}
