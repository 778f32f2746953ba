import { randomBytes } from 'node:crypto';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { ClauseId } from '../../law/clauses.ts';
import { canonicalText } from '../../proof/canonical.ts';
import { FIRST_PREVIOUS, rowHash } from '../../proof/chain.ts';
import { inTransaction, type Tx } from './database.ts';
import type { Actor, CaseRecord } from './record.ts';

/** One thing that was done or refused, for the chain: ids, codes, instants and salted hashes, never personal data. */
export type Entry = { what: string; clause?: ClauseId; facts?: Readonly<Record<string, unknown>> };

/** The last row of a chain. */
export type Head = { seq: number; hash: string };

/** The head of a chain that has no row yet. */
export const NO_HEAD: Head = { seq: 0, hash: FIRST_PREVIOUS };

/**
 * The rows that follow a head, as columns ready to be inserted. Each text bears a random salt: its hash may be shown to
 * a reader from whom the text is withheld, and its words must not be guessed from it (ADR 32).
 */
export function nextRows(chain: string, head: Head, at: string, actor: Actor, entries: readonly Entry[]) {
  const rows = { seqs: [] as number[], bodies: [] as string[], previous: [] as string[], hashes: [] as string[] };
  let last = head;
  for (const { what, clause, facts } of entries) {
    const seq = last.seq + 1;
    const salt = randomBytes(16).toString('hex');
    const said = { chain, seq, at, by: actor, what, ...(clause && { clause }), ...(facts && { facts }), salt };
    const body = canonicalText(storable(said));
    const hash = rowHash(last.hash, body);
    rows.seqs.push(seq);
    rows.bodies.push(body);
    rows.previous.push(last.hash);
    rows.hashes.push(hash);
    last = { seq, hash };
  }
  return { ...rows, head: last };
}

/** What PostgreSQL cannot read as JSON (a NUL, half a surrogate pair) is a replacement character in the evidence. */
function storable(said: object): object {
  const text = JSON.stringify(said);
  if (!/\\u(0000|d[89a-f])/.test(text)) return said;
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  ) as object;
}

const INSERT = `
  WITH rows AS (
    INSERT INTO evidence (chain, seq, at, body, previous, hash)
    SELECT $1, r.seq, $2, r.body, r.previous, r.hash
      FROM unnest($3::integer[], $4::text[], $5::text[], $6::text[]) AS r (seq, body, previous, hash)
  ), newest AS (
    UPDATE "case" SET last_instant = $2 WHERE number = $9
  )
  INSERT INTO chain_head (chain, seq, hash) VALUES ($1, $7, $8)
  ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`;

/**
 * Appends entries to a chain whose head the caller holds under a lock; `at` is an ISO instant of the legal clock. A
 * case's chain also moves the case's newest instant, before which it is never given another.
 */
export async function appendEvidence(
  tx: Tx,
  chain: string,
  head: Head,
  at: string,
  actor: Actor,
  entries: readonly Entry[],
): Promise<void> {
  const rows = nextRows(chain, head, at, actor, entries);
  const caseNumber = chain.startsWith('case:') ? chain.slice('case:'.length) : null;
  const { seqs, bodies, previous, hashes, head: newHead } = rows;
  await tx.run(INSERT, [chain, at, seqs, bodies, previous, hashes, newHead.seq, newHead.hash, caseNumber]);
}

/**
 * Writes evidence that belongs to no case (a refused message, an official's read, the installation's own acts) in a
 * transaction of its own, under a lock on that chain alone. The chain's name may depend on the legal day.
 */
export async function writeEvidence(
  record: CaseRecord,
  nameChain: (day: string) => string,
  actor: Actor,
  entries: readonly Entry[],
): Promise<void> {
  await inTransaction(record.database.ordinary, async (tx) => {
    const { day } = await tx.one<{ day: string }>(
      `SELECT to_char(legal_now() AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD') AS day`,
    );
    await appendToOwnChain(tx, { on: day, name: nameChain }, actor, entries);
  });
}

/** A chain that is another each day (ISO, Baku): `on` is the day that was read last. */
type DailyChain = { on: string; name: (day: string) => string };

/**
 * Appends evidence that belongs to no case inside the caller's transaction, under a lock on that chain alone. Where the
 * lock was waited for across midnight, the row stands in the chain of the day of its own instant.
 */
export async function appendToOwnChain(
  tx: Tx,
  chain: string | DailyChain,
  actor: Actor,
  entries: readonly Entry[],
): Promise<void> {
  const nameOn = typeof chain === 'string' ? () => chain : chain.name;
  const name = typeof chain === 'string' ? chain : chain.name(chain.on);
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [name]);
  const { now, seq, hash } = await tx.one<{ now: string; seq: number | null; hash: string | null }>(
    `SELECT legal_now() AS now, h.seq, h.hash FROM (SELECT 1) AS one LEFT JOIN chain_head h ON h.chain = $1`,
    [name],
  );
  const on = bakuDay(now);
  if (nameOn(on) !== name) return appendToOwnChain(tx, { on, name: nameOn }, actor, entries);
  const head = seq === null || hash === null ? NO_HEAD : { seq, hash };
  await appendEvidence(tx, name, head, now, actor, entries);
}
