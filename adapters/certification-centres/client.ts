import type { Centre } from '../../law/signature-issuance/parties.ts';
import type { CertificationCentres, PartyFailure } from '../ports.ts';
import { deliver } from '../x-road/deliver.ts';
import type { TlsIdentity } from '../x-road/exchange.ts';
import type { ClientId } from '../x-road/identifiers.ts';

/** Where each Centre is reached and under what names; `timeoutMs` is for one call, 10 s where absent. */
export type CertificationCentresConfig = {
  client: ClientId;
  timeoutMs?: number;
  centres: Record<Centre, { base: string; subsystem: ClientId; tls?: TlsIdentity }>;
};

/**
 * The two Centres' systems over X-Road REST (R1598/2.8-route, 2.9). An application counts as acknowledged only when the
 * Centre's system names our message id as taken; everything else is a failure, and a repeat of the message is harmless.
 */
export function certificationCentres(config: CertificationCentresConfig): CertificationCentres {
  const send = async (
    to: { centre: Centre; messageId: string; caseNumber: string },
    body: object,
    path?: string,
  ): Promise<{ kind: 'acknowledged' } | PartyFailure> => {
    const { base, subsystem, tls } = config.centres[to.centre];
    return deliver({
      base,
      service: { ...subsystem, service: 'applications' },
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
    sendApplication: ({ messageId, contract, ...sent }) => {
      const body = { ...sent, contract: Buffer.from(contract).toString('base64') };
      return send({ centre: sent.centre, messageId, caseNumber: sent.caseNumber }, body);
    },
    tellToStop: ({ centre, messageId, caseNumber, why }) =>
      send({ centre, messageId, caseNumber }, { caseNumber, why }, 'stop'),
  };
}
