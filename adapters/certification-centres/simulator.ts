import { createHash, randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { clientHeader } from '../x-road/identifiers.ts';
import { openJournal } from '../x-road/journal.ts';
import { CENTRE_SUBSYSTEMS } from '../x-road/members.ts';
import { callOf, failAs, jsonOf, providerApp, sendError, startProvider } from '../x-road/startProvider.ts';
import type { Simulator } from '../x-road/startProvider.ts';
import { centreBehaviour } from './behaviour.ts';
import type { CentreBehaviour } from './behaviour.ts';
import { centreEntry } from './centreJournal.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { AnswerRoute } from './sendAnswer.ts';
import { openTestAuthority } from './test-authority/openAuthority.ts';
import { applicationBody, stopBody } from './wire.ts';

/** What a simulated Centre is started with: our provider's HTTPS base, its client certificate (PEM), its authority's folder. */
export type CentreSimulatorOptions = {
  centre: Centre;
  port: number;
  providerUrl: string;
  clientCert: string;
  clientKey: string;
  ca: string;
  authorityFolder: string;
  journalFile: string;
  behaviour?: CentreBehaviour;
};

const orders = z.object({
  default: centreBehaviour.optional(),
  cases: z.record(z.string(), centreBehaviour).optional(),
});
const utterance = z.object({
  caseNumber: z.string(),
  body: z.record(z.string(), z.unknown()),
  messageId: z.string().default(() => randomUUID()),
  tries: z.int().min(1).max(100).default(1),
});

/**
 * Starts a Centre's system on 127.0.0.1 (port 0: chosen by the machine): X-Road services `applications` and
 * `applications/stop`, and under /control what it is to do. It issues unless told otherwise, by the test authority it
 * holds, keeps its own journal, and goes on from that after a restart.
 */
export async function startCentreSimulator(options: CentreSimulatorOptions): Promise<Simulator> {
  const ending = new AbortController();
  const journal = openJournal(options.journalFile, centreEntry);
  const subsystem = CENTRE_SUBSYSTEMS[options.centre];
  const route: AnswerRoute = {
    providerUrl: options.providerUrl,
    tls: { ca: options.ca, cert: options.clientCert, key: options.clientKey },
    client: clientHeader(subsystem),
    journal,
    signal: ending.signal,
  };
  const authority = await openTestAuthority(options.authorityFolder, options.centre);
  const desk = await openDesk(authority, route, `${options.journalFile}.answers`, options.behaviour ?? ISSUES);
  const stop = async (): Promise<void> => {
    ending.abort();
    await desk.idle();
    journal.close();
  };
  const app = providerApp(subsystem, centreRoutes(options.centre, route, desk), controlRoutes(route, desk));
  const provider = await startProvider(app, options.port).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: provider.url, stop: () => provider.stop().then(stop) };
}

const ISSUES: CentreBehaviour = { kind: 'issue', answerAfterMs: 0 };

function centreRoutes(centre: Centre, route: AnswerRoute, desk: Desk): Router {
  return Router()
    .post('/applications', (request, response) => takeApplication(centre, route, desk, request, response))
    .post('/applications/stop', (request, response) => {
      takeStop(route, desk, request, response);
    });
}

async function takeApplication(
  centre: Centre,
  { journal }: AnswerRoute,
  desk: Desk,
  request: Request,
  response: Response,
): Promise<void> {
  const { client, messageId, caseNumber, body } = callOf(request);
  const how = desk.behaviourFor(caseNumber);
  if (how.kind === 'down') {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: how.how });
    failAs(how.how, request, response);
    return;
  }
  const read = applicationBody.safeParse(jsonOf(request));
  if (!read.success || read.data.caseNumber !== caseNumber || read.data.centre !== centre) {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: 'not-understood' });
    sendError(response, 400, 'Client.BadRequest', 'Not an application to this Centre');
    return;
  }
  const sha256 = createHash('sha256').update(body).digest('hex');
  const repeat = desk.isRepeat(messageId);
  const { round } = read.data;
  journal.write({ kind: 'application-received', messageId, caseNumber, client, round, sha256, repeat });
  const answered = new Promise((resolve) => (response.destroyed ? resolve(null) : response.once('close', resolve)));
  await desk.take(messageId, read.data, answered);
  response.status(202).json({ acknowledged: messageId });
}

function takeStop({ journal }: AnswerRoute, desk: Desk, request: Request, response: Response): void {
  const { messageId, caseNumber } = callOf(request);
  const how = desk.behaviourFor(caseNumber);
  const read = stopBody.safeParse(jsonOf(request));
  if (how.kind === 'down') {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: how.how });
    failAs(how.how, request, response);
  } else if (!read.success || read.data.caseNumber !== caseNumber) {
    journal.write({ kind: 'not-taken', messageId, caseNumber, why: 'not-understood' });
    sendError(response, 400, 'Client.BadRequest', 'Not a stop request');
  } else {
    const repeat = desk.isRepeat(messageId);
    journal.write({ kind: 'stop-received', messageId, caseNumber, why: read.data.why, repeat });
    desk.stop({ messageId, caseNumber });
    response.status(200).json({ acknowledged: messageId });
  }
}

function controlRoutes(route: AnswerRoute, desk: Desk): Router {
  return Router()
    .put('/behaviour', (request, response) => {
      const told = orders.safeParse(request.body);
      if (told.success) desk.tell(told.data);
      response.status(told.success ? 204 : 400).end();
    })
    .post('/say', async (request, response) => {
      const said = utterance.safeParse(request.body);
      if (!said.success) {
        response.status(400).end();
        return;
      }
      const { caseNumber, messageId, body, tries } = said.data;
      const letter = { messageId, caseNumber, says: 'told', body: Buffer.from(JSON.stringify(body)), tries };
      response.json({ messageId, ...(await sendAnswer(route, letter)) });
    })
    .get('/journal', (_request, response) => {
      response.json(route.journal.read());
    });
}
