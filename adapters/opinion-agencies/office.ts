import { setTimeout as delay } from 'node:timers/promises';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { clientHeader } from '../x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../x-road/members.ts';
import type { AgencyEntry } from './agencyJournal.ts';
import { answersOf } from './behaviour.ts';
import type { Behaviour, PlannedAnswer } from './behaviour.ts';
import { sendOpinion } from './sendOpinion.ts';
import type { OpinionRoute } from './sendOpinion.ts';

type Message = { messageId: string; caseNumber: string };

/** A simulated agency at its desk: what it was told to do, what it has taken, what it still means to say. */
export type Office = {
  tell: (change: { default?: Behaviour | undefined; cases?: Record<string, Behaviour> | undefined }) => void;
  behaviourFor: (caseNumber: string) => Behaviour;
  /** Whether a message with this id came before; remembers it. */
  isRepeat: (messageId: string) => boolean;
  /** Takes a request for good, once whatever the repeats, and resolves its answers when `acknowledged` does. */
  take: (message: Message, acknowledged: Promise<unknown>) => void;
  stop: (caseNumber: string) => void;
  /** Resolves when nothing is under way any more; call it after the route's signal has aborted. */
  idle: () => Promise<void>;
};

const TRIES = 20;

/** Opens the desk again from its journal: what was planned and not yet answered is sent, with the same message ids. */
export function openOffice(agency: Agency, route: OpinionRoute, first: Behaviour): Office {
  const { journal, signal } = route;
  const past = journal.read();
  const orders = { default: first, cases: new Map<string, Behaviour>() };
  const ids = new Set<string>();
  const taken = new Set<string>();
  const stopped = new Set<string>();
  const underWay = new Set<Promise<void>>();

  const follow = (change: Parameters<Office['tell']>[0]): void => {
    orders.default = change.default ?? orders.default;
    for (const [caseNumber, how] of Object.entries(change.cases ?? {})) orders.cases.set(caseNumber, how);
  };
  const answer = async (caseNumber: string, answers: PlannedAnswer[], from: Promise<unknown>): Promise<void> => {
    await from;
    for (const { messageId, afterMs, says } of answers) {
      await delay(afterMs, undefined, { signal });
      const clients = [clientHeader(AGENCY_SUBSYSTEMS[agency])];
      const wanted = (): boolean => !stopped.has(caseNumber);
      await sendOpinion(route, { messageId, caseNumber, says, clients, tries: TRIES, wanted });
    }
  };
  const start = (caseNumber: string, answers: PlannedAnswer[], from: Promise<unknown>): void => {
    const work = answer(caseNumber, answers, from).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  for (const entry of past) {
    if (entry.kind === 'told') follow(entry);
    if (entry.kind === 'request-received' || entry.kind === 'stop-received') ids.add(entry.messageId);
    if (entry.kind === 'request-acknowledged') taken.add(entry.messageId);
    if (entry.kind === 'stop-received') stopped.add(entry.caseNumber);
  }
  for (const [caseNumber, answers] of unanswered(past)) start(caseNumber, answers, Promise.resolve());

  return {
    tell: (change) => {
      journal.write({ kind: 'told', ...change });
      follow(change);
    },
    behaviourFor: (caseNumber) => orders.cases.get(caseNumber) ?? orders.default,
    isRepeat: (messageId) => ids.has(messageId) || !ids.add(messageId),
    take: ({ messageId, caseNumber }, acknowledged) => {
      const answers = taken.has(messageId) ? [] : answersOf(orders.cases.get(caseNumber) ?? orders.default);
      for (const planned of answers) journal.write({ kind: 'opinion-planned', caseNumber, ...planned });
      journal.write({ kind: 'request-acknowledged', messageId, caseNumber });
      taken.add(messageId);
      start(caseNumber, answers, acknowledged);
    },
    stop: (caseNumber) => void stopped.add(caseNumber),
    idle: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

/** What a journal shows as planned and neither answered nor dropped, by case, in the planned order. */
function unanswered(past: AgencyEntry[]): Map<string, PlannedAnswer[]> {
  const open = new Map<string, PlannedAnswer[]>();
  for (const entry of past) {
    if (entry.kind === 'opinion-planned') {
      const { caseNumber, messageId, afterMs, says } = entry;
      const planned = { messageId, afterMs, says: says as PlannedAnswer['says'] };
      open.set(caseNumber, [...(open.get(caseNumber) ?? []), planned]);
    }
    const ended =
      entry.kind === 'opinion-dropped' || (entry.kind === 'opinion-answered' && entry.status < 500) ? entry : null;
    const answers = ended === null ? [] : (open.get(ended.caseNumber) ?? []);
    const at = answers.findIndex((planned) => planned.messageId === ended?.messageId);
    if (at >= 0) answers.splice(at, 1);
  }
  return open;
}
