import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { OpinionAgencies, PartyFailure } from '../ports.ts';
import { deliver } from '../x-road/deliver.ts';
import type { TlsIdentity } from '../x-road/exchange.ts';
import type { ClientId } from '../x-road/identifiers.ts';

/** Where each agency is reached and under what names; `timeoutMs` is for one call, 10 s where absent. */
export type OpinionAgenciesConfig = {
  client: ClientId;
  timeoutMs?: number;
  agencies: Record<Agency, { base: string; subsystem: ClientId; tls?: TlsIdentity }>;
};

/**
 * The four agencies' systems over X-Road REST (R1598/2.7). A request counts as acknowledged only when the agency's
 * system names our message id as taken; everything else is a failure, and a repeat of the message is harmless.
 */
export function opinionAgencies(config: OpinionAgenciesConfig): OpinionAgencies {
  const send = async (
    to: { agency: Agency; messageId: string; caseNumber: string },
    body: object,
    path?: string,
  ): Promise<{ kind: 'acknowledged' } | PartyFailure> => {
    const { base, subsystem, tls } = config.agencies[to.agency];
    return deliver({
      base,
      service: { ...subsystem, service: 'opinion-requests' },
      ...(path === undefined ? {} : { path }),
      client: config.client,
      messageId: to.messageId,
      issue: to.caseNumber,
      body,
      timeoutMs: config.timeoutMs,
      ...(tls === undefined ? {} : { tls }),
    });
  };
  return {
    requestOpinion: ({ agency, messageId, caseNumber, application, documents }) =>
      send({ agency, messageId, caseNumber }, { agency, caseNumber, application, documents }),
    tellToStop: ({ agency, messageId, caseNumber, why }) =>
      send({ agency, messageId, caseNumber }, { caseNumber, why }, 'stop'),
  };
}
