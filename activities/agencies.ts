import { readRequest } from '../cases/signature-issuance/readRequest.ts';
import { recordDelivery } from '../cases/signature-issuance/recordDelivery.ts';
import { recordFailedDelivery } from '../cases/signature-issuance/recordFailedDelivery.ts';
import { agenciesToStop, recordStop } from '../cases/signature-issuance/stopRequests.ts';
import { THE_PROCEDURE } from '../cases/record/record.ts';
import type { Agency } from '../law/signature-issuance/agencies.ts';
import type { ActivityNeeds } from './needs.ts';
import { noSuchCase } from './noSuchCase.ts';

/** Calls to the four agencies (R1598/2.7). */
export function agencyActivities({ record, agencies }: Pick<ActivityNeeds, 'record' | 'agencies'>) {
  return {
    /** Hands the application to one agency and records that it arrived, or that it did not. */
    async requestOpinion(caseNumber: string, agency: Agency): Promise<{ kind: 'delivered' | 'failed' }> {
      const request = await readRequest(record, caseNumber, agency);
      if (request === null) throw noSuchCase(caseNumber);
      const answer = await agencies.requestOpinion(request);
      if (answer.kind === 'failed') {
        await recordFailedDelivery(record, { caseNumber, agency, failure: answer.failure });
        return { kind: 'failed' };
      }
      await recordDelivery(record, THE_PROCEDURE, { caseNumber, agency, how: 'acknowledged' });
      return { kind: 'delivered' };
    },

    /** Tells the agencies of an ended case that nothing more is asked of them; says how long until the next attempt. */
    async tellAgenciesToStop(caseNumber: string): Promise<{ kind: 'told' } | { kind: 'wait'; milliseconds: number }> {
      const due = (await agenciesToStop(record, caseNumber)).filter(({ ms }) => ms === 0);
      await Promise.all(
        due.map(async ({ agency, message_id: messageId, stop_why: why }) => {
          const answer = await agencies.tellToStop({ agency, messageId, caseNumber, why });
          const failure = answer.kind === 'failed' ? answer.failure : null;
          await recordStop(record, caseNumber, { agency, failure });
        }),
      );
      const left = await agenciesToStop(record, caseNumber);
      if (left.length === 0) return { kind: 'told' };
      return { kind: 'wait', milliseconds: Math.ceil(Math.min(...left.map(({ ms }) => ms))) };
    },
  };
}
