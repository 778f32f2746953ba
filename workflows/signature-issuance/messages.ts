/** What a case's workflow starts with: ids only, never personal data. */
export type SignatureIssuanceInput = { caseNumber: string };
