import { statements } from '../cases/record/database.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import type { Health } from './needs.ts';

/** Asked of Temporal: whether its front end answers. */
type Engine = { workflowService: { getSystemInfo(request: object): Promise<unknown> } };

const PATIENCE_MS = 2_000;
const SEEN_WITHIN = '30 seconds';

/**
 * Each part's state: PostgreSQL and Temporal are asked, workers and simulators are those whose last sign of life in the
 * database is young enough; `others` are asked by a function each. Nothing personal, no addresses.
 */
export function createHealth(
  record: CaseRecord,
  engine: Engine,
  others: Readonly<Record<string, () => Promise<unknown>>>,
): () => Promise<Health> {
  return async () => {
    const database = await within(
      statements(record.database.ordinary).one<{ nature: string }>(`SELECT nature FROM installation`),
    );
    const temporal = await within(engine.workflowService.getSystemInfo({}));
    const seen =
      database === null
        ? []
        : ((await within(
            statements(record.database.ordinary).many<{ name: string; young: boolean }>(
              `SELECT name, machine_now() - last_beat < interval '${SEEN_WITHIN}' AS young FROM channel`,
            ),
          )) ?? []);
    const asked = await Promise.all(
      Object.entries(others).map(
        async ([name, ask]) => [name, (await within(ask())) === null ? 'down' : 'up'] as const,
      ),
    );
    const parts: Health['parts'] = {
      api: 'up',
      postgresql: database === null ? 'down' : 'up',
      temporal: temporal === null ? 'down' : 'up',
      worker: 'down',
      ...Object.fromEntries(asked),
      ...Object.fromEntries(seen.map(({ name, young }) => [name, young ? ('up' as const) : ('down' as const)])),
    };
    const state = Object.values(parts).every((part) => part === 'up') ? 'up' : 'degraded';
    return { state, nature: database?.nature ?? 'unknown', parts };
  };
}

async function within<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
