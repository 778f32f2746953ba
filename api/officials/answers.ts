import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Repeatable } from '../../cases/record/idempotency.ts';
import type { Actor } from '../../cases/record/record.ts';
import type { ClauseId } from '../../law/clauses.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { answerEarlier, repeatable } from '../middleware/requireKey.ts';
import { type Official, officialOf } from '../middleware/requireOfficial.ts';
import { languageOf, problem } from '../problem.ts';
import { itemsOf } from '../signature-issuance/schema.ts';
import type { Language } from '../words/words.ts';

/** The sentences of an area's reasons for refusing a deed. */
export type ReasonWords = Readonly<Record<string, Record<Language, string>>>;

/** The party an official stands for, by role, body and post of the token; none for an auditor. */
export function partyOf({ role, body, post }: Official): Party | undefined {
  switch (role) {
    case 'operator':
      return 'portal-operator';
    case 'auditor':
      return undefined;
    case 'centre-officer':
      return `centre:${body}` as Party;
    case 'ministry-officer':
      return `ministry:${body}` as Party;
    case 'courier':
      return `courier:${post}`;
    case 'mission-officer':
      return `mission:${post}`;
    case 'mobile-operator-officer':
      return `mobile-operator:${body}` as Party;
  }
}

/** An official as the evidence names him. */
export function actorOf(official: Official): Actor {
  const { role, sub, body, post } = official;
  const party = partyOf(official);
  return { capacity: role, id: sub, body, post, ...(party !== undefined && { party }) };
}

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
