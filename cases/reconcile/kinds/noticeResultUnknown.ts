import { statements } from '../../record/database.ts';
import { recordStatus } from '../../notices/recordStatus.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';
import { listedMessages } from './listedMessages.ts';

/**
 * A text message sent five minutes ago or more that the record takes to be on its way, while its provider knows what
 * became of it. Within the first minutes the postman asks by himself, should the provider's own word not come.
 */
export const noticeResultUnknown: Comparison = {
  kind: 'notice-result-unknown',
  find: async (look) => {
    const listed = await listedMessages(look);
    if (listed === null) return null;
    const ended = listed.filter(({ status }) => status !== 'sent');
    const rows = await statements(look.record.database.ordinary).many<{
      id: string;
      number: string | null;
      provider_id: string;
    }>(
      `SELECT id, case_number AS number, provider_id FROM notice
        WHERE channel = 'sms' AND state = 'sent' AND sent_at < machine_now() - interval '5 minutes'
          AND provider_id = ANY ($1) ORDER BY id LIMIT ${MOST_OF_A_KIND}`,
      [ended.map(({ providerId }) => providerId)],
    );
    const statusOf = new Map(ended.map(({ providerId, status }) => [providerId, status]));
    return rows.map(({ id, number, provider_id: provider }) => ({
      about: id,
      caseNumber: number,
      facts: { provider, status: statusOf.get(provider) ?? null },
    }));
  },
  mend: async ({ record }, { facts: { provider, status } }) => {
    if (typeof provider !== 'string' || (status !== 'delivered' && status !== 'failed')) return null;
    const { kind } = await recordStatus(record, { providerId: provider, status, doneAt: null, how: 'asked' });
    return kind === 'recorded' ? 'recorded' : null;
  },
};
