import type { ListedMessage } from '../../../adapters/ports.ts';
import { statements } from '../../record/database.ts';
import type { Look } from '../difference.ts';

const BACK = '48 hours';

/** The provider's list of the last two days (machine time); null where there is no provider or it did not answer. */
export async function listedMessages({ record, messages }: Look): Promise<readonly ListedMessage[] | null> {
  if (messages === undefined) return null;
  const { since } = await statements(record.database.ordinary).one<{ since: string }>(
    `SELECT machine_now() - interval '${BACK}' AS since`,
  );
  const listed = await messages.since(since);
  return listed.kind === 'listed' ? listed.messages : null;
}
