import type { Request, Response } from 'express';
import type { CaseView } from '../../cases/findCases.ts';
import { shownTo } from '../../cases/shownTo.ts';
import type { NotFirst } from '../../cases/record/inCase.ts';
import type { SubmitOutcome } from '../../cases/signature-issuance/submitApplication.ts';
import type { WithdrawalOutcome } from '../../cases/signature-issuance/withdraw.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import { complaintAct } from '../../law/signature-issuance/complaint.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';
import { mayWithdraw } from '../../law/signature-issuance/withdrawal.ts';
import { WITHDRAWAL_REASONS } from '../../law/signature-issuance/words/withdrawalReasons.ts';
import { answerEarlier } from '../middleware/requireKey.ts';
import { answerDeed } from '../officials/answers.ts';
import { languageOf, problem } from '../problem.ts';
import type { Language } from '../words/words.ts';

/** Answers a submission: 201 registered, 422 incomplete with every item, 403 refused with its clause. */
export function presentSubmission(request: Request, response: Response, outcome: SubmitOutcome): void {
  switch (outcome.kind) {
    case 'registered': {
      const { caseNumber, trackingCode, registeredAt, access } = outcome;
      response.status(201).location('/api/v1/application').json({ caseNumber, trackingCode, registeredAt, access });
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

/** Answers a withdrawal: 200 withdrawn, 409 refused, or decided this very moment with the instant. */
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
    case 'refused':
      answerDeed(request, response, outcome, { done: [], words: WITHDRAWAL_REASONS });
      return;
    case 'already-decided':
      response.set('Retry-After', '1');
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
 * A case as its applicant is shown it: where it stands, who has the ball, and why each date is what it is. Which agency
 * said what, and the letters to offices, are not the applicant's to see; after a negative opinion neither are the agencies'
 * terms, whose instants would tell.
 */
export function presentForApplicant(view: CaseView, language: Language) {
  return {
    ...presentFor(view, ['applicant'], language),
    mayWithdraw: mayWithdraw(view).kind === 'allowed',
    complaint: complaintAct(bakuDay(view.legalNow), language),
  };
}

/** A case as a mission or a Centre is shown it: as its applicant is, with the letters to that office. */
export function presentForOffice(view: CaseView, party: string, language: Language) {
  return presentFor(view, ['applicant', party], language);
}

function presentFor(view: CaseView, recipients: readonly string[], language: Language) {
  const shown = shownTo(view, recipients);
  const inWords = <T extends { days: CaseView['terms'][number]['days'] }>({ days, ...term }: T) => ({
    ...term,
    days: days.map((day) => ({ ...day, why: DAY_WORDS[language][day.why] ?? day.why, code: day.why })),
  });
  return { ...shown, terms: shown.terms.map(inWords), furtherTerms: shown.furtherTerms.map(inWords) };
}
