import { ApplicationFailure } from '@temporalio/common';

/** A workflow without its case can never go on: the failure is final. */
export function noSuchCase(caseNumber: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`no case ${caseNumber}`, 'NoSuchCase');
}
