import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Answer, Registered } from '../../demo/portal.ts';
import { form } from '../../test/support/record.ts';
import { again } from '../again.ts';
import { noteUploads } from '../makeCases.ts';
import type { ProofStack } from '../proofStack.ts';
import type { Senders } from '../sendAll.ts';
import type { Chance } from '../tamper/chance.ts';

/** What the clients were answered: to be found in the database afterwards, whatever was killed. */
export type Acknowledged = {
  registered: Registered[];
  withdrawn: string[];
  /** Requests that got another answer when they were repeated with the same key. */
  changed: string[];
};

const CLIENTS = 3;
const MOST_OPEN = 60;
const ANSWER_WITHIN_MS = 240_000;

/**
 * Applicants and agencies at work while others kill: applications over HTTP, repeats of them, withdrawals, negative
 * opinions over the agencies' listener. Each request is sent again with the same key until it is answered. `stop`
 * resolves when every request under way has its answer.
 */
export function startLoad(proof: ProofStack, senders: Senders, chance: Chance) {
  const acknowledged: Acknowledged = { registered: [], withdrawn: [], changed: [] };
  const underWay: Promise<unknown>[] = [];
  let stopped = false;
  const provider = `https://127.0.0.1:${proof.stack.ports.provider}`;
  const answered = <T>(send: () => Promise<Answer<T>>) =>
    again(ANSWER_WITHIN_MS, async () => {
      const answer = await send();
      const { code } = answer.body as { code?: string };
      if (answer.status >= 500 || (answer.status === 409 && code === 'in-flight')) throw new Error('not answered yet');
      return answer;
    });

  const apply = async () => {
    const uploads = await again(ANSWER_WITHIN_MS, () => noteUploads(proof));
    const application = form('foreigner-personal-token', randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase());
    const key = randomUUID();
    const send = () =>
      answered(() =>
        proof.portal.call<Registered>('POST', '/api/v1/applications', { json: { application, uploads }, key }),
      );
    const { status, body } = await send();
    if (status !== 201) throw new Error(`an application was answered ${status}`);
    acknowledged.registered.push(body);
    if (chance.below(8) === 0) {
      const repeat = await send();
      if (repeat.body.caseNumber !== body.caseNumber) acknowledged.changed.push(body.caseNumber);
    }
    return body;
  };
  const follow = async ({ caseNumber, access }: Registered) => {
    const turn = chance.below(10);
    const wait = chance.below(3_000);
    const agency = chance.pick(AGENCIES);
    await delay(wait);
    if (turn < 3) {
      const says = { kind: 'negative', code: 'S1' };
      await senders.fire([{ caseNumber, agency, says, providerUrl: provider }]);
    } else if (turn === 3) {
      const key = randomUUID();
      const { status } = await answered(() => proof.portal.withdraw(access.token, key));
      if (status === 200) acknowledged.withdrawn.push(caseNumber);
    }
  };
  const client = async () => {
    while (!stopped) {
      const open = await again(ANSWER_WITHIN_MS, () =>
        proof.owner.one<{ n: number }>(
          `SELECT count(*)::integer AS n FROM "case" WHERE stage IN ('opinions', 'virtual-fin')`,
        ),
      );
      if (open.n < MOST_OPEN) underWay.push(kept(follow(await apply())));
      await delay(open.n < MOST_OPEN ? 100 : 1_000);
    }
  };
  const clients = Array.from({ length: CLIENTS }, () => kept(client()));

  return {
    acknowledged,
    stop: async () => {
      stopped = true;
      await Promise.all(clients);
      await Promise.all(underWay);
    },
  };
}

/** Lets legal days pass and the agencies change between silence and "nothing against", until `stop`. */
export function startDays(proof: ProofStack) {
  let stopped = false;
  const days = async () => {
    for (let day = 0; !stopped; day += 1) {
      const how = day % 2 === 0 ? { kind: 'nothing-against', answerAfterMs: 100 } : { kind: 'silent' };
      await Promise.all(AGENCIES.map((_, at) => proof.agency(at, { default: how })));
      for (let waited = 0; waited < 8_000 && !stopped; waited += 200) await delay(200);
      if (day % 2 === 1) await passDays(proof);
    }
  };
  const running = kept(days());
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** Moves the legal clock on by six days, which every running term of three working days then has behind it. */
export async function passDays(proof: ProofStack): Promise<void> {
  await again(ANSWER_WITHIN_MS, async () => {
    const { to } = await proof.owner.one<{ to: string }>(`SELECT legal_now() + interval '6 days' AS to`);
    await proof.forward(to);
  });
}

/** A fault is for whoever stops the load; until then it must not end the process, which has a stack to take down. */
function kept<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
