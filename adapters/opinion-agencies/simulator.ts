import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { clientHeader } from '../x-road/identifiers.ts';
import { openJournal } from '../x-road/journal.ts';
import { AGENCY_SUBSYSTEMS } from '../x-road/members.ts';
import { callOf, failAs, jsonOf, providerApp, sendError, startProvider } from '../x-road/startProvider.ts';
import type { Simulator } from '../x-road/startProvider.ts';
import { agencyEntry } from './agencyJournal.ts';
import { behaviour } from './behaviour.ts';
import type { Behaviour } from './behaviour.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';
import { sendOpinion } from './sendOpinion.ts';
import type { OpinionRoute } from './sendOpinion.ts';
import { opinionRequestBody, stopBody } from './wire.ts';

/** What a simulated agency is started with: our provider's HTTPS base, its own client certificate (PEM), its journal. */
export type AgencySimulatorOptions = {
  agency: Agency;
  port: number;
  providerUrl: string;
  clientCert: string;
  clientKey: string;
  ca: string;
  journalFile: string;
  behaviour?: Behaviour;
};

const orders = z.object({ default: behaviour.optional(), cases: z.record(z.string(), behaviour).optional() });
const utterance = z.object({
  caseNumber: z.string(),
  opinion: z.unknown(),
  messageId: z.string().default(() => randomUUID()),
  clients: z.array(z.string()).optional(),
  tries: z.int().min(1).max(100).default(1),
});

/**
 * Starts an agency's system on 127.0.0.1 (port 0: chosen by the machine): X-Road services `opinion-requests` and
 * `opinion-requests/stop`, and under /control what it is to do. It is silent until told otherwise, keeps its own
 * journal, and goes on from that after a restart. Throws where the port or the journal cannot be had.
 */
export async function startAgencySimulator(options: AgencySimulatorOptions): Promise<Simulator> {
  const ending = new AbortController();
  const journal = openJournal(options.journalFile, agencyEntry);
  const tls = { ca: options.ca, cert: options.clientCert, key: options.clientKey };
  const route: OpinionRoute = { providerUrl: options.providerUrl, tls, journal, signal: ending.signal };
  const office = openOffice(options.agency, route, options.behaviour ?? { kind: 'silent' });
  const subsystem = AGENCY_SUBSYSTEMS[options.agency];
  const app = providerApp(
    subsystem,
    agencyRoutes(route, office),
    controlRoutes(route, office, clientHeader(subsystem)),
  );
  const stop = async (): Promise<void> => {
    ending.abort();
    await office.idle();
    journal.close();
  };
  const provider = await startProvider(app, options.port).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: provider.url, stop: () => provider.stop().then(stop) };
}

const agencyRoutes = (route: OpinionRoute, office: Office): Router =>
  Router()
    .post('/opinion-requests', (request, response) => takeRequest(route, office, request, response))
    .post('/opinion-requests/stop', (request, response) => takeStop(route, office, request, response));

async function takeRequest(route: OpinionRoute, office: Office, request: Request, response: Response): Promise<void> {
  const { journal, signal } = route;
  const { client, messageId, caseNumber, body } = callOf(request);
  const how = office.behaviourFor(caseNumber);
  if (how.kind === 'down') {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: how.how });
    failAs(how.how, request, response);
    return;
  }
  const read = opinionRequestBody.safeParse(jsonOf(request));
  if (!read.success || read.data.caseNumber !== caseNumber) {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: 'not-understood' });
    sendError(response, 400, 'Client.BadRequest', 'Not an opinion request');
    return;
  }
  const sha256 = createHash('sha256').update(body).digest('hex');
  const repeat = office.isRepeat(messageId);
  journal.write({ kind: 'request-received', messageId, caseNumber, client, sha256, repeat });
  if (how.kind === 'slow') await delay(how.ms, undefined, { signal });
  const answered = new Promise((resolve) => (response.destroyed ? resolve(null) : response.once('close', resolve)));
  office.take({ messageId, caseNumber }, answered);
  if (how.kind === 'garble' && how.what === 'acknowledgement') response.status(200).send(Buffer.from([0xff, 0x00]));
  else response.status(202).json({ acknowledged: messageId });
}

function takeStop({ journal }: OpinionRoute, office: Office, request: Request, response: Response): void {
  const { messageId, caseNumber } = callOf(request);
  const how = office.behaviourFor(caseNumber);
  const read = stopBody.safeParse(jsonOf(request));
  if (how.kind === 'down') {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: how.how });
    failAs(how.how, request, response);
  } else if (!read.success || read.data.caseNumber !== caseNumber) {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: 'not-understood' });
    sendError(response, 400, 'Client.BadRequest', 'Not a stop request');
  } else {
    const repeat = office.isRepeat(messageId);
    journal.write({ kind: 'stop-received', messageId, caseNumber, why: read.data.why, repeat });
    office.stop(caseNumber);
    response.status(200).json({ acknowledged: messageId });
  }
}

const controlRoutes = (route: OpinionRoute, office: Office, self: string): Router =>
  Router()
    .put('/behaviour', (request, response) => {
      const told = orders.safeParse(request.body);
      if (told.success) office.tell(told.data);
      response.status(told.success ? 204 : 400).end();
    })
    .post('/say', async (request, response) => {
      const said = utterance.safeParse(request.body);
      if (!said.success) {
        response.status(400).end();
        return;
      }
      const { caseNumber, messageId, opinion, clients, tries } = said.data;
      const says = opinion === 'garbled' ? { kind: 'garbled' } : (opinion as { kind: string });
      const sent = await sendOpinion(route, { messageId, caseNumber, says, clients: clients ?? [self], tries });
      response.json({ messageId, ...sent });
    })
    .get('/journal', (_request, response) => {
      response.json(route.journal.read());
    });
