import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { submitApplication } from '../cases/signature-issuance/submitApplication.ts';
import { form } from '../test/support/record.ts';
import type { Failure } from './check.ts';
import { noteUploads } from './makeCases.ts';
import { checkNotices } from './notices/check.ts';
import { readJournals } from './notices/journals.ts';
import { killWorkers } from './notices/killWorkers.ts';
import { drawPerson, numbersOf, type Person } from './notices/plan.ts';
import { inLanes, openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { chanceFrom } from './tamper/chance.ts';

/** What the proof came to: `repeats` are letters that came again after an attempt cut short, `killed` says where. */
export type NoticesOutcome = {
  n: number;
  failures: Failure[];
  killed: string[];
  repeats: number;
  listed: number;
  fates: Record<string, number>;
};

const END_WITHIN_MS = 240_000;
const LANES = 4;

/**
 * Tells so many people of an event while the providers fail in every way and workers are killed in between; then reads
 * the database and the providers' journals: each event, recipient and channel once, every failure ended on the other
 * channel or on the operator's list.
 */
export async function notices(asked: { count: number; seed: number; say: Say }): Promise<NoticesOutcome> {
  const { count, seed, say } = asked;
  const proof = await openProofStack({ parts: ['simulators', 'api'] });
  try {
    const chance = chanceFrom(seed);
    const people = Array.from({ length: count }, (_, n) => drawPerson(n, chance));
    await tellProviders(proof, people, 'first');
    const kills = Math.max(4, Math.floor(count / 25));
    const hurrying = hurry(proof);
    const [cases, killed] = await Promise.all([
      makeEvents(proof, people, say),
      killWorkers(proof, { kills, chance: chanceFrom(seed + 1), say }),
      disturbMail(proof, kills),
    ]);
    say(`${killed.length} workers killed; the rest is sent`);
    await tellProviders(proof, people, 'last');
    await Promise.all([1, 2].map(() => proof.stack.startPart('worker', { MOHLET_SWEEP: 'off' })));
    const left = await waitUntilTold(proof, say);
    await hurrying.stop();
    const checked = await checkNotices(proof.owner, readJournals(proof.home), cases);
    const fates = Object.groupBy(people, ({ mail, text }) => `letter ${mail}, message ${text.name}`);
    return {
      ...checked,
      failures: [...left, ...checked.failures],
      killed,
      fates: Object.fromEntries(Object.entries(fates).map(([fate, all]) => [fate, all?.length ?? 0])),
    };
  } finally {
    await proof.stop();
  }
}

/** Registers an application for each person by the very deed; the people by the numbers of their cases. */
async function makeEvents(proof: ProofStack, people: readonly Person[], say: Say): Promise<Map<string, Person>> {
  const cases = new Map<string, Person>();
  await inLanes(people, LANES, async (person) => {
    const read = form('foreigner-personal-token', randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase());
    const applicant = { ...read.applicant, email: person.email, phones: { mobile: person.mobile } };
    const application = { ...read, applicant };
    const request = { route: 'prove', caller: 'prove', key: randomUUID(), body: JSON.stringify(application) };
    const uploads = await noteUploads(proof);
    const outcome = await submitApplication(proof.record, { application, uploads, request });
    if (outcome.kind !== 'registered') throw new Error(`a case was not registered: ${outcome.kind}`);
    cases.set(outcome.caseNumber, person);
    if (cases.size % 100 === 0) say(`  ${cases.size} of ${people.length} events`);
    // So that there is work to do over the whole time of the kills.
    await delay(600);
  });
  return cases;
}

async function tellProviders(proof: ProofStack, people: readonly Person[], when: 'first' | 'last'): Promise<void> {
  const url = `${proof.stack.env['MOHLET_SMS_URL'] ?? ''}/control/text-messages`;
  await put(url, { numbers: numbersOf(people, when) });
  await tellMail(proof, {});
}

/** The mailbox is down for a while, then dies after taking, then answers slowly; over and over while workers are killed. */
async function disturbMail(proof: ProofStack, rounds: number): Promise<void> {
  for (let n = 0; n < rounds; n += 1) {
    const how = [{ down: true }, { acceptThenDie: true }, { slowMs: 300 }][n % 3] ?? {};
    await tellMail(proof, how);
    await delay(500);
    await tellMail(proof, {});
    await delay(2_500);
  }
}

function tellMail(proof: ProofStack, how: object): Promise<void> {
  return put(`http://127.0.0.1:${proof.stack.ports.mailbox}/control/mail`, {
    reject: ['refused-*'],
    returns: ['returned-*'],
    ...how,
  });
}

async function put(url: string, json: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(json) });
  if (!answer.ok) throw new Error(`a simulator refused: ${await answer.text()}`);
}

/**
 * Shortens the waits between attempts, for which nobody has an hour: only of those that are over, or so old that whoever
 * made them is dead.
 */
export function hurry({ owner }: ProofStack): { stop(): Promise<void> } {
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      await owner
        .run(
          `UPDATE notice n SET next_attempt_at = machine_now()
            WHERE (n.state = 'sent' AND n.next_attempt_at > machine_now() AND n.sent_at < machine_now() - interval '5 seconds')
               OR (n.state = 'due' AND n.next_attempt_at > machine_now() AND EXISTS (
                    SELECT 1 FROM notice_attempt a WHERE a.notice_id = n.id AND a.n = n.attempts
                       AND (a.result <> 'unknown' OR a.at < machine_now() - interval '15 seconds')))`,
        )
        .catch(() => 0);
      await delay(2_000);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** Waits until nothing is due, under way, or yet to come back; what is left after that is a failure. */
async function waitUntilTold({ owner }: ProofStack, say: Say): Promise<Failure[]> {
  const end = Date.now() + END_WITHIN_MS;
  for (let round = 0; ; round += 1) {
    const left = await owner.many<Failure>(
      `SELECT n.case_number AS "caseNumber", n.channel || ' is never told, but ' || n.state AS what FROM notice n
        WHERE n.kind = 'registered' AND (n.state IN ('due', 'sent'))`,
    );
    if (left.length === 0) {
      // Letters on their way back try again every two seconds.
      await delay(6_000);
      return [];
    }
    if (Date.now() > end) return left;
    if (round % 10 === 0) say(`  ${left.length} are yet to be told`);
    await delay(1_000);
  }
}
