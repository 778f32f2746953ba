import { hidesAgencyInstants } from '../law/signature-issuance/fileReaders.ts';
import type { CaseView } from './findCases.ts';

/**
 * A case as its applicant, or an office, is shown it: of notices those to the `recipients`. Which agency said what, and
 * the letters to other offices, are not theirs to see; how an agency's term began or when it closed may tell that it
 * answered, as its outcome does; after a negative opinion neither are the agencies' terms, whose instants would tell.
 */
export function shownTo(view: CaseView, recipients: readonly string[]) {
  const { terms, notices, requests, ...rest } = view;
  const hidden = hidesAgencyInstants(view.outcome);
  return {
    ...rest,
    requests: requests.map(({ agency, deliveredAt }) => (hidden ? { agency } : { agency, deliveredAt })),
    terms: (hidden ? [] : terms).map(({ outcome: _outcome, startEvent: _how, closedAt: _closed, ...term }) => term),
    notices: notices.filter(({ recipient }) => recipients.includes(recipient)),
  };
}
