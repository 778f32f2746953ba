import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { agencyEntry } from '../adapters/opinion-agencies/agencyJournal.ts';
import { sendOpinion } from '../adapters/opinion-agencies/sendOpinion.ts';
import { openJournal } from '../adapters/x-road/journal.ts';
import { clientHeader } from '../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../adapters/x-road/members.ts';
import { AGENCIES, type Agency } from '../law/signature-issuance/agencies.ts';
import { inLanes, type ProofStack } from './proofStack.ts';

/** One opinion to be sent over the provider listener; `at` is the machine instant (epoch ms), at once when absent. */
export type Shot = {
  caseNumber: string;
  agency: Agency;
  says: { kind: string };
  providerUrl: string;
  at?: number;
  messageId?: string;
};

/** Senders of opinions with each agency's own certificate, each keeping the journal that the check reads afterwards. */
export type Senders = { fire(shots: readonly Shot[]): Promise<void>; close(): void };

const LANES = 96;
const TRIES = 60;

/** Where a sender's journal lies, beside those of the simulators. */
export function sentJournal(home: string, agency: Agency): string {
  return join(home, 'sent', `${agency}.jsonl`);
}

/** Opens the senders; an opinion is sent again with the same message id until it is answered below 500. */
export function openSenders({ stack, home }: Pick<ProofStack, 'stack' | 'home'>): Senders {
  const keys = stack.env['MOHLET_SIMULATOR_KEYS'] ?? '';
  const read = (name: string) => readFileSync(join(keys, name), 'utf8');
  const ca = read('ca.crt');
  const ending = new AbortController();
  const desks = Object.fromEntries(
    AGENCIES.map((agency) => {
      const tls = { ca, cert: read(`${agency}.crt`), key: read(`${agency}.key`) };
      return [agency, { tls, journal: openAny(sentJournal(home, agency)) }] as const;
    }),
  ) as Record<Agency, { tls: { ca: string; cert: string; key: string }; journal: ReturnType<typeof openAny> }>;

  return {
    fire: async (shots) => {
      const inOrder = shots.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
      await inLanes(inOrder, LANES, async ({ caseNumber, agency, says, providerUrl, at = 0, messageId }) => {
        await delay(Math.max(0, at - Date.now()));
        await sendOpinion(
          { ...desks[agency], providerUrl, signal: ending.signal },
          {
            messageId: messageId ?? randomUUID(),
            caseNumber,
            says,
            clients: [clientHeader(AGENCY_SUBSYSTEMS[agency])],
            tries: TRIES,
          },
        );
      });
    },
    close: () => {
      ending.abort();
      for (const { journal } of Object.values(desks)) journal.close();
    },
  };
}

function openAny(file: string) {
  return openJournal(file, agencyEntry);
}
