export { contractCopies } from './contract-copies/procedure.ts';
export { reconcile } from './reconcile/procedure.ts';
export { signatureIssuance } from './signature-issuance/procedure.ts';
