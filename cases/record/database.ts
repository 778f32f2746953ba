import pg from 'pg';

/** Whoever can be asked a statement: values are bound, rows come back with instants as ISO strings (ms, UTC). */
export interface Tx {
  many<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  maybe<R>(text: string, values?: readonly unknown[]): Promise<R | null>;
  one<R>(text: string, values?: readonly unknown[]): Promise<R>;
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

/**
 * The connections: `ordinary` for most deeds and reads, `urgent` kept for opinions and withdrawals, so that a burst of
 * anything else never makes them wait.
 */
export type Database = { ordinary: pg.Pool; urgent: pg.Pool; close(): Promise<void> };

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

/** Opens the pools on a PostgreSQL URL; nothing connects before the first statement. */
export function openDatabase(url: string, sizes = { ordinary: 16, urgent: 8 }): Database {
  const pool = (max: number) => {
    const made = new pg.Pool({
      connectionString: url,
      max,
      types,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
    made.on('error', () => undefined);
    // The same for one in use: its statement fails and says so, the event besides would end the process.
    made.on('connect', (client) => client.on('error', () => undefined));
    return made;
  };
  const ordinary = pool(sizes.ordinary);
  const urgent = pool(sizes.urgent);
  return { ordinary, urgent, close: async () => void (await Promise.all([ordinary.end(), urgent.end()])) };
}

const names = new Map<string, string>();

/** A name for each statement text, so that PostgreSQL parses and plans it once a connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}

/** Statements on a pool (each its own transaction) or on one client (inside its transaction). */
export function statements(on: pg.Pool | pg.PoolClient): Tx {
  const ask = async <R>(text: string, values: readonly unknown[] = []) =>
    on.query<R & pg.QueryResultRow>({ name: nameOf(text), text, values: [...values] });
  return {
    many: async <R>(text: string, values?: readonly unknown[]) => (await ask<R>(text, values)).rows,
    maybe: async <R>(text: string, values?: readonly unknown[]) => (await ask<R>(text, values)).rows[0] ?? null,
    one: async <R>(text: string, values?: readonly unknown[]) => {
      const row = (await ask<R>(text, values)).rows[0];
      if (row === undefined) throw new Error('a row that must exist is missing');
      return row;
    },
    run: async (text: string, values?: readonly unknown[]) => (await ask(text, values)).rowCount ?? 0,
  };
}

const TRY_AGAIN = new Set(['40001', '40P01', '55P03', '57P01', '57P03', '53300', '08006', '08001']);
const TRIES = 6;

/**
 * One transaction on the pool. What failed for a reason that passes (serialization, deadlock, a lock waited for too
 * long, no connection) is tried again, at most 6 times; a failure at the commit itself is thrown, for nobody can know
 * from here whether it took place.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  act: (tx: Tx) => Promise<T>,
  beforeCommit?: () => void,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    let client: pg.PoolClient | undefined;
    let committing = false;
    try {
      client = await pool.connect();
      await client.query('BEGIN');
      const result = await act(statements(client));
      beforeCommit?.();
      committing = true;
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (fault) {
      await giveBack(client);
      if (committing || tried >= TRIES || !passes(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** tried * (0.5 + Math.random())));
    }
  }
}

async function giveBack(client: pg.PoolClient | undefined): Promise<void> {
  if (client === undefined) return;
  const broken = await client.query('ROLLBACK').then(
    () => false,
    () => true,
  );
  client.release(broken);
}

function passes(fault: unknown): boolean {
  const code = (fault as { code?: string } | null)?.code;
  return code !== undefined && (TRY_AGAIN.has(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET');
}
