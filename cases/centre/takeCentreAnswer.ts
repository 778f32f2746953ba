import { createHash, randomUUID } from 'node:crypto';
import type { FileStore } from '../../adapters/ports.ts';
import type { CaseRecord } from '../record/record.ts';
import { type CentreTrust, examineIssue, type IssuedThings } from './examineIssue.ts';
import type { CentreMessage } from './inRound.ts';
import { storeContract } from './papers.ts';
import { type RefusedMessage, refuseMessage } from './refuseMessage.ts';
import { type DeficiencyOutcome, type FoundDeficient, takeDeficiency } from './takeDeficiency.ts';
import { type IssueOutcome, takeIssue } from './takeIssue.ts';
import { type RefusalOutcome, takeRefusal } from './takeRefusal.ts';

/** A believed Centre's answer in our words; `unreadable` is one nobody could read. */
export type CentreSays =
  | { kind: 'deficiency'; items: readonly FoundDeficient[] }
  | ({ kind: 'issue'; tokenSerial?: string | undefined } & IssuedThings)
  | { kind: 'refusal'; code?: string | undefined }
  | { kind: 'unreadable' };

/** What became of a Centre's answer; null when there is no such case. */
export type CentreOutcome = DeficiencyOutcome | IssueOutcome | RefusalOutcome | RefusedMessage;

/**
 * Takes what a believed Centre answered (R1598/2.9). What needs checking against certificates is checked first, outside
 * the deed; a signed contract is in the store before the record knows of it.
 */
export async function takeCentreAnswer(
  { record, files, trust }: { record: CaseRecord; files: FileStore; trust: CentreTrust },
  message: CentreMessage,
  says: CentreSays,
): Promise<CentreOutcome> {
  switch (says.kind) {
    case 'unreadable':
      return refuseMessage(record, message, 'unreadable');
    case 'deficiency':
      return takeDeficiency(record, message, says.items);
    case 'refusal':
      return takeRefusal(record, message, says.code);
    case 'issue': {
      const examined = await examineIssue(record, trust, message, says);
      if (examined.kind === 'unsound') return refuseMessage(record, message, examined.reason);
      const { contract: content, certificate: der, tokenSerial } = says;
      const sha256 = createHash('sha256').update(content).digest('hex');
      const contract = await storeContract(record, files, { id: randomUUID(), sha256, content });
      const certificate = { ...examined.certificate, der };
      const outcome = await takeIssue(record, message, { certificate, signer: examined.signer, contract, tokenSerial });
      if (outcome?.kind !== 'issued' || outcome.contract !== contract.id) await files.remove(contract.id);
      return outcome;
    }
  }
}
