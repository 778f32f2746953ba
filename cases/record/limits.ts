import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { statements } from './database.ts';
import type { CaseRecord } from './record.ts';

/** How often something may be done: so many times in so many seconds (machine time). No limit ever touches an opinion. */
export const LIMITS = {
  'draft-opened': { points: 20, duration: 86_400 },
  'code-tried': { points: 20, duration: 3_600 },
  'upload-sent': { points: 120, duration: 3_600 },
  'document-checked': { points: 120, duration: 3_600 },
  'one-time-code-asked': { points: 10, duration: 3_600 },
  'one-time-code-of-case': { points: 5, duration: 3_600 },
} as const;

export type LimitName = keyof typeof LIMITS;

const limiters = new WeakMap<object, Map<LimitName, RateLimiterPostgres>>();

/**
 * Counts one more of something for somebody (an address, a code: only its keyed hash is kept), over all processes; false
 * when the limit is reached. `whose` is never stored as it is.
 */
export async function withinLimit(record: CaseRecord, name: LimitName, whose: string): Promise<boolean> {
  const pool = record.database.ordinary;
  const known = limiters.get(pool) ?? new Map<LimitName, RateLimiterPostgres>();
  limiters.set(pool, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      ...LIMITS[name],
    });
  known.set(name, limiter);
  try {
    await limiter.consume(record.seal.index(`limit ${name}`, whose));
    return true;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return false;
    throw fault;
  }
}

/** Forgets the counters whose time is over (machine time); returns how many. */
export async function forgetLimits(record: CaseRecord): Promise<number> {
  return statements(record.database.ordinary).run(
    `DELETE FROM rate_limit WHERE expire < extract(epoch FROM machine_now()) * 1000`,
  );
}
