import type { Request, Response } from 'express';
import type { CaseView } from '../../cases/findCases.ts';
import type { NotFirst } from '../../cases/record/inCase.ts';
import type { SubmitOutcome } from '../../cases/signature-issuance/submitApplication.ts';
import type { WithdrawalOutcome } from '../../cases/signature-issuance/withdraw.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';
import { answerEarlier } from '../middleware/requireKey.ts';
import { languageOf, problem } from '../problem.ts';
import type { Language } from '../words/words.ts';

/** Answers a submission: 201 registered, 422 incomplete with every item, 403 refused with its clause. */
export function presentSubmission(request: Request, response: Response, outcome: SubmitOutcome): void {
  switch (outcome.kind) {
    case 'registered': {
      const { caseNumber, trackingCode, registeredAt } = outcome;
      response.status(201).location('/api/v1/application').json({ caseNumber, trackingCode, registeredAt });
      return;
    }
    case 'incomplete': {
      const language = languageOf(request);
      const items = outcome.items.map((item) => ({ ...item, ...describeItem(item, language) }));
      problem(request, response, 422, 'incomplete', { clause: 'Q191/7.4', items });
      return;
    }
    case 'refused':
      problem(request, response, 403, refusalCode(outcome.facts['reason']), { clause: outcome.clause });
      return;
    case 'unknown-uploads': {
      const items = outcome.uploads.map((id) => ({ field: '/uploads', reason: 'unknown-upload', id }));
      problem(request, response, 422, 'unknown-uploads', { items });
      return;
    }
    case 'other-body':
    case 'in-flight':
      answerEarlier(request, response, outcome.kind);
      return;
  }
}

function refusalCode(reason: unknown): 'open-application' | 'service-not-registered' | 'not-eligible' {
  return reason === 'open-application' || reason === 'service-not-registered' ? reason : 'not-eligible';
}

/** Answers a withdrawal: 200 withdrawn, 409 already decided with the instant. */
export function presentWithdrawal(
  request: Request,
  response: Response,
  outcome: WithdrawalOutcome | NotFirst | null,
): void {
  if (outcome === null) {
    problem(request, response, 404, 'not-found');
    return;
  }
  switch (outcome.kind) {
    case 'withdrawn':
      response.json({ caseNumber: outcome.caseNumber, withdrawnAt: outcome.at });
      return;
    case 'already-decided':
      problem(request, response, 409, 'already-decided', {
        clause: outcome.clause,
        instants: { decidedAt: outcome.decidedAt },
      });
      return;
    case 'other-body':
    case 'in-flight':
      answerEarlier(request, response, outcome.kind);
      return;
  }
}

/**
 * A case as its applicant is shown it: where it stands and why each date is what it is. Which agency said what, and the
 * letters to the agencies, are not the applicant's to see.
 */
export function presentForApplicant(view: CaseView, language: Language) {
  const { terms, notices, requests, ...rest } = view;
  return {
    ...rest,
    requests: requests.map(({ agency, deliveredAt }) => ({ agency, deliveredAt })),
    terms: terms.map(({ outcome: _outcome, days, ...term }) => ({
      ...term,
      days: days.map((day) => ({ ...day, why: DAY_WORDS[language][day.why] ?? day.why, code: day.why })),
    })),
    notices: notices.filter(({ recipient }) => recipient === 'applicant'),
  };
}
