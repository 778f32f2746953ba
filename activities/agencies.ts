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
  /** Hands the application to one agency and records that it arrived, or that it did not. */
  async function request(caseNumber: string, agency: Agency): Promise<void> {
    const asked = await readRequest(record, caseNumber, agency);
    if (asked === null) throw noSuchCase(caseNumber);
    const answer = await agencies.requestOpinion(asked);
    if (answer.kind === 'failed') await recordFailedDelivery(record, { caseNumber, agency, failure: answer.failure });
    else await recordDelivery(record, THE_PROCEDURE, { caseNumber, agency, how: 'acknowledged' });
  }

  return {
    /**
     * Hands the application to the agencies named, all at once (R1598/2.7). Each delivery is recorded by itself; one that
     * failed is due again when the record says so, and a repeat of the whole is harmless.
     */
    async requestOpinions(caseNumber: string, from: readonly Agency[]): Promise<void> {
      const asked = await Promise.allSettled(from.map((agency) => request(caseNumber, agency)));
      for (const one of asked) if (one.status === 'rejected') throw one.reason;
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
