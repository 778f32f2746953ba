import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';
import { listedMessages } from './listedMessages.ts';

type Row = { provider: string; notice: string | null; number: string | null };

/**
 * A text message its provider holds and no notice knows by its id: the second of a notice that has another, or one that
 * no attempt explains. One from the minutes of an attempt that a crash or the network cut off is the postman's to find.
 */
export const messageUnaccounted: Comparison = {
  kind: 'message-unaccounted',
  find: async (look) => {
    const listed = await listedMessages(look);
    if (listed === null) return null;
    const rows = await statements(look.record.database.ordinary).many<Row>(
      `SELECT m.provider, n.id AS notice, n.case_number AS number
         FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS m (provider, body, at)
         LEFT JOIN LATERAL (SELECT id, case_number FROM notice WHERE body_sha256 = m.body ORDER BY id LIMIT 1) n ON true
        WHERE NOT EXISTS (SELECT 1 FROM notice k WHERE k.provider_id = m.provider)
          AND NOT EXISTS (
            SELECT 1 FROM notice_attempt a JOIN notice k ON k.id = a.notice_id
             WHERE k.channel = 'sms' AND k.state = 'due' AND a.result IN ('unknown', 'timed-out')
               AND m.at BETWEEN a.at - interval '10 minutes' AND a.at + interval '10 minutes')
        ORDER BY m.provider LIMIT ${MOST_OF_A_KIND}`,
      [
        listed.map(({ providerId }) => providerId),
        listed.map(({ bodySha256 }) => bodySha256),
        listed.map(({ at }) => at),
      ],
    );
    return rows.map(({ provider, notice, number }) => ({
      about: provider,
      caseNumber: number,
      facts: { why: notice === null ? 'no-attempt-knows-it' : 'twice', notice },
    }));
  },
};
