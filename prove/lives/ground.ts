import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Officials } from '../../demo/officials.ts';
import type { Answer, Registered } from '../../demo/portal.ts';
import type { Failure } from '../check.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import type { Chance } from '../tamper/chance.ts';
import type { Character } from './cast.ts';

/** One who lives: who he is, his case, and whether something went so wrong that no more is done for him. */
export type Living = Character & Registered & { n: number; broken: boolean };

/** Where lives are lived: the stack, its officials, chance for what parties leave to it, and what went wrong. */
export type Ground = {
  proof: ProofStack;
  officials: Officials;
  chance: Chance;
  say: Say;
  failures: Failure[];
};

const PATIENCE_MS = 300_000;
const PAUSE_MS = 120;

/** Waits until the case is as the SQL condition (over `"case" c`) says; throws, saying for what it waited in vain. */
export async function reach({ proof }: Ground, { caseNumber }: Living, condition: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const row = await proof.owner.maybe(`SELECT 1 FROM "case" c WHERE c.number = $1 AND (${condition})`, [caseNumber]);
    if (row !== null) return;
    if (Date.now() > end) throw new Error(`is never so: ${condition}`);
    await delay(PAUSE_MS);
  }
}

/** Shortens the waits between attempts at parties, for which nobody has an hour, and wakes the cases. */
export async function hurry({ owner }: Pick<ProofStack, 'owner'>, cases: readonly string[]): Promise<void> {
  for (const [table, open] of [
    ['opinion_request', 'acknowledged_at IS NULL'],
    ['centre_request', 'acknowledged_at IS NULL'],
    ['unwinding', 'done_at IS NULL'],
  ])
    await owner.run(`UPDATE ${table} SET next_attempt_at = machine_now() WHERE case_number = ANY ($1) AND ${open}`, [
      cases,
    ]);
  await owner.run(`INSERT INTO outbox (case_number, at) SELECT n, legal_now() FROM unnest($1::text[]) AS n`, [cases]);
}

/** Tells a simulator on one of the stack's ports, or an address, what to do; its answer as JSON where it has one. */
export async function order(method: 'PUT' | 'POST', url: string, json: object): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(json) });
  if (!answer.ok) throw new Error(`a simulator refused an order (status ${answer.status})`);
  const text = await answer.text();
  return text === '' ? null : JSON.parse(text);
}

/** A thing asked of the API by the applicant, with the token of his registration. */
export function asApplicant<T = Record<string, unknown>>(
  { proof }: Ground,
  { access }: Living,
  method: 'GET' | 'POST',
  path: string,
  json?: object,
): Promise<Answer<T>> {
  const authorization = `Bearer ${access.token}`;
  return proof.portal.call<T>(method, `/api/v1/application${path}`, {
    authorization,
    ...(json !== undefined && { json }),
  });
}

/** Throws unless the answer has the status wanted: what was to be done, or to be refused, was. */
export function expects<T>(what: string, status: number, answer: Answer<T>): T {
  if (answer.status !== status)
    throw new Error(`${what}: ${answer.status} and not ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The applicant withdraws; `status` is what must be answered. */
export async function withdraw(ground: Ground, one: Living, status = 200): Promise<void> {
  expects('a withdrawal', status, await asApplicant(ground, one, 'POST', '/withdrawal'));
}

/** Notes files as uploaded (no bytes lie behind them, and nobody asks for any); their ids. */
export async function noteFiles({ owner, record }: ProofStack, kinds: readonly string[]): Promise<string[]> {
  const ids = kinds.map(() => randomUUID());
  await owner.run(
    `INSERT INTO upload (id, kind, media_type, sha256, stored_sha256, bytes, uploaded_at, sealed_key)
     SELECT u.id, u.kind, 'image/jpeg', 'x', 'x', 1, legal_now(), u.key
       FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS u (id, kind, key)`,
    [ids, kinds, ids.map(() => record.seal.newKey().sealed)],
  );
  return ids;
}
