import { createHash, hkdfSync } from 'node:crypto';
import type { Tx } from './database.ts';
import type { CaseRecord } from './record.ts';
import { seal, unseal } from './seal.ts';

/** A request that may be repeated: its Idempotency-Key, bound to route, caller and the exact body. */
export type Repeatable = { route: string; caller: string; key: string; body: string };

/** What a repeat meets: the first answer, the same key with another body, or the first request still under way. */
export type Earlier<O> = { kind: 'repeat'; outcome: O } | { kind: 'other-body' } | { kind: 'in-flight' };

type Row = { body_sha256: string; sealed_answer: Buffer };

/**
 * Looks for an earlier answer to this request, inside the deed's transaction; null when this is the first. The request
 * holds a lock until its transaction ends, so two of the same key never run side by side.
 */
export async function earlierAnswer<O>(tx: Tx, record: CaseRecord, request: Repeatable): Promise<Earlier<O> | null> {
  const { caller, key } = indexes(record, request);
  const { free } = await tx.one<{ free: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 1)) AS free`,
    [`${request.route}\n${caller}\n${key}`],
  );
  if (!free) return { kind: 'in-flight' };
  const row = await tx.maybe<Row>(
    `SELECT body_sha256, sealed_answer FROM idempotency WHERE route = $1 AND caller_index = $2 AND key_index = $3`,
    [request.route, caller, key],
  );
  if (row === null) return null;
  if (row.body_sha256 !== digest(request.body)) return { kind: 'other-body' };
  return { kind: 'repeat', outcome: JSON.parse(unseal(answerKey(record, request), row.sealed_answer).toString()) as O };
}

/** Keeps the first answer in the deed's own transaction, sealed under a key made of the caller's own Idempotency-Key. */
export async function keepAnswer(tx: Tx, record: CaseRecord, request: Repeatable, outcome: unknown): Promise<void> {
  const { caller, key } = indexes(record, request);
  await tx.run(
    `INSERT INTO idempotency (route, caller_index, key_index, body_sha256, sealed_answer, at)
     VALUES ($1, $2, $3, $4, $5, machine_now())`,
    [request.route, caller, key, digest(request.body), seal(answerKey(record, request), JSON.stringify(outcome))],
  );
}

function indexes({ seal: sealing }: CaseRecord, { caller, key }: Repeatable) {
  return { caller: sealing.index('idempotency-caller', caller), key: sealing.index('idempotency-key', key) };
}

function answerKey({ seal: sealing }: CaseRecord, { route, key }: Repeatable): Buffer {
  return Buffer.from(hkdfSync('sha256', sealing.keyFor('idempotency'), key, route, 32));
}

function digest(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
