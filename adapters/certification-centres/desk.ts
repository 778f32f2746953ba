import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import type { CentreBehaviour } from './behaviour.ts';
import type { CentreEntry } from './centreJournal.ts';
import { prepareAnswer } from './prepareAnswer.ts';
import { type AnswerRoute, sendAnswer } from './sendAnswer.ts';
import type { TestAuthority } from './test-authority/openAuthority.ts';
import type { applicationBody } from './wire.ts';

type Planned = Extract<CentreEntry, { kind: 'answer-planned' }>;
type Orders = { default?: CentreBehaviour | undefined; cases?: Record<string, CentreBehaviour> | undefined };

/** A simulated Centre at its desk: what it was told to do, what it has taken, what it still means to say. */
export type Desk = {
  tell: (change: Orders) => void;
  behaviourFor: (caseNumber: string) => CentreBehaviour;
  /** Whether a message with this id came before; remembers it. */
  isRepeat: (messageId: string) => boolean;
  /** Takes an application for good, once whatever the repeats, each of which gets the first answer again; what it means to answer is on disk before it resolves. */
  take: (
    messageId: string,
    application: z.infer<typeof applicationBody>,
    acknowledged: Promise<unknown>,
  ) => Promise<void>;
  /** Stops work on a case; the certificates issued for it are revoked. */
  stop: (message: { messageId: string; caseNumber: string }) => void;
  /** Resolves when nothing is under way any more; call it after the route's signal has aborted. */
  idle: () => Promise<void>;
};

const TRIES = 20;

/** Opens the desk again from its journal and its folder: what was planned and not yet answered is sent, byte for byte. */
export async function openDesk(
  authority: TestAuthority,
  route: AnswerRoute,
  folder: string,
  first: CentreBehaviour,
): Promise<Desk> {
  const { journal, signal } = route;
  const orders = { default: first, cases: new Map<string, CentreBehaviour>() };
  const [ids, taken, stopped] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const issued = new Map<string, string[]>();
  const plans = new Map<string, Planned>();
  const underWay = new Set<Promise<void>>();
  await mkdir(folder, { recursive: true, mode: 0o700 });

  const follow = (change: Orders): void => {
    orders.default = change.default ?? orders.default;
    for (const [caseNumber, how] of Object.entries(change.cases ?? {})) orders.cases.set(caseNumber, how);
  };
  const remember = (planned: Planned): void => {
    const { caseNumber, serial } = planned;
    plans.set(planned.answers, planned);
    if (serial !== undefined) issued.set(caseNumber, [...(issued.get(caseNumber) ?? []), serial]);
  };
  const start = ({ messageId, caseNumber, says, afterMs }: Planned, from: Promise<unknown>): void => {
    const send = async (): Promise<void> => {
      await from;
      await delay(afterMs, undefined, { signal });
      const body = await readFile(join(folder, messageId));
      const wanted = (): boolean => !stopped.has(caseNumber);
      await sendAnswer(route, { messageId, caseNumber, says, body, tries: TRIES, wanted });
    };
    const work = send().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  const past = journal.read();
  for (const entry of past) {
    if (entry.kind === 'told') follow(entry);
    if (entry.kind === 'application-received' || entry.kind === 'stop-received') ids.add(entry.messageId);
    if (entry.kind === 'application-acknowledged') taken.add(entry.messageId);
    if (entry.kind === 'answer-planned') {
      taken.add(entry.answers);
      remember(entry);
    }
    if (entry.kind === 'stop-received') stopped.add(entry.caseNumber);
  }
  for (const planned of unanswered(past)) start(planned, Promise.resolve());

  return {
    tell: (change) => {
      journal.write({ kind: 'told', ...change });
      follow(change);
    },
    behaviourFor: (caseNumber) => orders.cases.get(caseNumber) ?? orders.default,
    isRepeat: (messageId) => ids.has(messageId) || !ids.add(messageId),
    take: async (answers, application, acknowledged) => {
      const { caseNumber } = application;
      const how = orders.cases.get(caseNumber) ?? orders.default;
      const before = plans.get(answers);
      if (before !== undefined) start(before, acknowledged);
      const isNew = before === undefined && !taken.has(answers);
      taken.add(answers);
      const prepared = isNew ? await prepareAnswer(authority, how, answers, application) : null;
      if (prepared !== null) {
        const { body, ...plan } = prepared;
        const planned: Planned = { kind: 'answer-planned', messageId: randomUUID(), caseNumber, answers, ...plan };
        await writeFile(join(folder, planned.messageId), JSON.stringify(body), { mode: 0o600 });
        journal.write(planned);
        remember(planned);
        start(planned, acknowledged);
      }
      journal.write({ kind: 'application-acknowledged', messageId: answers, caseNumber });
    },
    stop: ({ messageId, caseNumber }) => {
      stopped.add(caseNumber);
      for (const serial of issued.get(caseNumber) ?? [])
        journal.write({ kind: 'certificate-revoked', messageId, caseNumber, serial });
      issued.delete(caseNumber);
    },
    idle: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

/** What a journal shows as planned and neither answered nor dropped, in the planned order. */
function unanswered(past: readonly CentreEntry[]): Planned[] {
  const over = new Set(
    past.flatMap((entry) =>
      entry.kind === 'answer-dropped' || (entry.kind === 'answer-answered' && entry.status < 500)
        ? [entry.messageId]
        : [],
    ),
  );
  return past.filter((entry) => entry.kind === 'answer-planned').filter(({ messageId }) => !over.has(messageId));
}
