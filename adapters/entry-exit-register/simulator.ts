import { setTimeout as delay } from 'node:timers/promises';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { openJournal } from '../x-road/journal.ts';
import type { Journal } from '../x-road/journal.ts';
import { ENTRY_EXIT_SUBSYSTEM } from '../x-road/members.ts';
import { callOf, failAs, jsonOf, providerApp, sendError, startProvider } from '../x-road/startProvider.ts';
import type { Simulator } from '../x-road/startProvider.ts';
import { cancelQuery, citizenQuery, fin, takenQuery } from './wire.ts';

const citizen = citizenQuery.extend({ fin });
const mood = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('well') }),
  z.object({ kind: z.literal('slow'), ms: z.int().min(0) }),
  z.object({ kind: z.literal('garble') }),
  z.object({ kind: z.literal('down'), how: z.enum(['hangs-up', 'unavailable', 'echoes']).default('unavailable') }),
]);
const entry = z.object({
  kind: z.literal('asked'),
  service: z.enum(['citizens/fin', 'fin/taken', 'fin/cancel']),
  messageId: z.string(),
  caseNumber: z.string(),
  client: z.string(),
  answer: z.enum([
    'found',
    'not-found',
    'taken',
    'free',
    'cancelled',
    'cancelled-before',
    'conflict',
    'failed',
    'not-understood',
  ]),
});

/** One line of the register's journal: who asked what kind of thing when, and what it said; no data of a person. */
export type RegisterEntry = z.infer<typeof entry>;
export type Citizen = z.infer<typeof citizen>;

/** What the simulated register is started with; a citizen's FIN counts as taken. */
export type RegisterSimulatorOptions = {
  port: number;
  journalFile: string;
  citizens?: readonly Citizen[];
  takenFins?: readonly string[];
};

type Desk = {
  citizens: Map<string, string>;
  taken: Set<string>;
  /** The messages by which an entry was cancelled: a repeat cancels nothing again. */
  cancelledBy: Set<string>;
  mood: z.infer<typeof mood>;
  journal: Journal<RegisterEntry>;
};

/**
 * Starts the Entry-Exit and Registration system on 127.0.0.1 (port 0: chosen by the machine): X-Road services
 * `citizens/fin`, `fin/taken` and `fin/cancel`, and under /control its mood, its citizens and its journal.
 */
export async function startRegisterSimulator(options: RegisterSimulatorOptions): Promise<Simulator> {
  const desk: Desk = {
    citizens: new Map(),
    taken: new Set(options.takenFins),
    cancelledBy: new Set(),
    mood: { kind: 'well' },
    journal: openJournal(options.journalFile, entry),
  };
  for (const known of options.citizens ?? []) enter(desk, known);
  const provider = await startProvider(
    providerApp(ENTRY_EXIT_SUBSYSTEM, registerRoutes(desk), controlRoutes(desk)),
    options.port,
  );
  return {
    url: provider.url,
    stop: async () => {
      await provider.stop();
      desk.journal.close();
    },
  };
}

const keyOf = (card: z.infer<typeof citizenQuery>): string => `${card.documentNumber} ${card.birthDate}`;

function enter(desk: Desk, known: Citizen): void {
  desk.citizens.set(keyOf(known), known.fin);
  desk.taken.add(known.fin);
}

const registerRoutes = (desk: Desk): Router =>
  Router()
    .post('/citizens/fin', (request, response) =>
      answer(desk, 'citizens/fin', request, response, () => {
        const query = citizenQuery.safeParse(jsonOf(request));
        if (!query.success) return null;
        const found = desk.citizens.get(keyOf(query.data));
        return found === undefined
          ? { answer: 'not-found', status: 404, body: { type: 'Citizen.NotFound' } }
          : { answer: 'found', status: 200, body: { fin: found } };
      }),
    )
    .post('/fin/taken', (request, response) =>
      answer(desk, 'fin/taken', request, response, () => {
        const query = takenQuery.safeParse(jsonOf(request));
        if (!query.success) return null;
        const taken = desk.taken.has(query.data.fin);
        return { answer: taken ? 'taken' : 'free', status: 200, body: { taken } };
      }),
    )
    .post('/fin/cancel', (request, response) =>
      answer(desk, 'fin/cancel', request, response, () => {
        const query = cancelQuery.safeParse(jsonOf(request));
        return query.success ? cancel(desk, query.data.fin, callOf(request).messageId) : null;
      }),
    );

/** An identity card's FIN is nobody's to cancel here (R1598/2.8-citizen). */
function cancel(desk: Desk, cancelled: string, messageId: string): Said {
  if ([...desk.citizens.values()].includes(cancelled))
    return { answer: 'conflict', status: 409, body: { type: 'Fin.OfCitizen' } };
  const again = desk.cancelledBy.has(messageId);
  desk.cancelledBy.add(messageId);
  return { answer: again ? 'cancelled-before' : 'cancelled', status: 200, body: { cancelled: true } };
}

type Said = { answer: RegisterEntry['answer']; status: number; body: object } | null;

async function answer(
  desk: Desk,
  service: RegisterEntry['service'],
  request: Request,
  response: Response,
  look: () => Said,
): Promise<void> {
  const { client, messageId, caseNumber } = callOf(request);
  const note = (said: RegisterEntry['answer']): void => {
    desk.journal.write({ kind: 'asked', service, messageId, caseNumber, client, answer: said });
  };
  const { mood: now } = desk;
  if (now.kind === 'slow') await delay(now.ms, undefined, { ref: false });
  if (response.destroyed) return;
  if (now.kind === 'down' || now.kind === 'garble') {
    note('failed');
    if (now.kind === 'down') failAs(now.how, request, response);
    else response.status(200).send(Buffer.from([0xff, 0x00]));
    return;
  }
  const said = look();
  note(said?.answer ?? 'not-understood');
  if (said === null) sendError(response, 400, 'Client.BadRequest', 'Not a query of this service');
  else response.status(said.status).json(said.body);
}

const controlRoutes = (desk: Desk): Router => {
  const take =
    <T>(schema: z.ZodType<T>, use: (told: T) => void) =>
    (request: Request, response: Response): void => {
      const told = schema.safeParse(request.body);
      if (told.success) use(told.data);
      response.status(told.success ? 204 : 400).end();
    };
  return Router()
    .put(
      '/behaviour',
      take(mood, (told) => {
        desk.mood = told;
      }),
    )
    .post(
      '/citizens',
      take(citizen, (told) => {
        enter(desk, told);
      }),
    )
    .post(
      '/taken',
      take(takenQuery, (told) => {
        desk.taken.add(told.fin);
      }),
    )
    .get('/journal', (_request, response) => {
      response.json(desk.journal.read());
    });
};
