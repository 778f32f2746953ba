import { readCase } from '../../../cases/findCases.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import type { ClauseId } from '../../../law/clauses.ts';
import { mayWithdraw, type NoWithdrawal } from '../../../law/signature-issuance/withdrawal.ts';
import { WITHDRAWAL_REASONS } from '../../../law/signature-issuance/words/withdrawalReasons.ts';
import type { ApplicantPage, ApplicantVisit, Reply } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** Taking the application back, until the certificate is in hand (R1598/2.15); asked once more before it is done. */
export const withdrawal: ApplicantPage = {
  path: '/case/withdraw',
  who: 'applicant',
  get: (visit) => show(visit),
  post: async (visit) => {
    const { needs, caseNumber, language, t, to } = visit;
    const outcome = await withdraw(needs.record, caseNumber, visit.once('case/withdraw', caseNumber));
    if (outcome === null) return { kind: 'not-found' };
    switch (outcome.kind) {
      case 'withdrawn':
        visit.tellNext(t('withdraw.done'));
        return { kind: 'see', path: to('/case') };
      case 'already-decided':
        return show(visit, t('withdraw.decided', { at: instantInWords(outcome.decidedAt, language) }));
      case 'refused':
        return show(visit, sayWhyNot(outcome, visit));
      case 'other-body':
      case 'in-flight':
        return show(visit, t(outcome.kind === 'in-flight' ? 'common.inFlight' : 'common.keyUsed'));
    }
  },
};

/** The question, with its button while it may still be done; else why it may not. */
async function show(visit: ApplicantVisit, error?: string): Promise<Reply> {
  const { needs, caseNumber, t, to } = visit;
  const view = await readCase(needs.record, caseNumber);
  if (view === null) return { kind: 'not-found' };
  const may = mayWithdraw(view);
  return {
    kind: 'view',
    view: 'case/withdraw/view.njk',
    title: t('withdraw.title'),
    back: to('/case'),
    data: { mayNot: may.kind === 'refused' ? sayWhyNot(may, visit) : null },
    ...(error !== undefined && { errors: [{ field: '', text: error }] }),
  };
}

function sayWhyNot(
  { reason, clause }: { reason: NoWithdrawal; clause: ClauseId },
  { t, language }: ApplicantVisit,
): string {
  return `${WITHDRAWAL_REASONS[reason][language]} ${t('common.clause', { clause })}`;
}
