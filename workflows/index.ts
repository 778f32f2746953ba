export { signatureIssuance } from './signature-issuance/procedure.ts';
