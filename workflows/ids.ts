/** The workflow id of a case: its number, so that one case is one workflow whoever starts it. */
export function caseWorkflowId(caseNumber: string): string {
  return caseNumber;
}
