import { randomUUID } from 'node:crypto';
import type { Language } from '../../law/languages.ts';
import { inTransaction, statements } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { NotFirst } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** Maintenance announced to everybody: from when until when (legal, ISO), and what is said in each language. */
export type Announcement = { id: string; from: string; until: string; text: Readonly<Record<Language, string>> };

type Row = { id: string; from: string; until: string; az: string; en: string; ru: string };

/** What is announced and not over yet, the soonest first. */
export async function readAnnouncements(record: CaseRecord): Promise<Announcement[]> {
  const rows = await statements(record.database.ordinary).many<Row>(
    `SELECT id, from_at AS "from", until_at AS until, az, en, ru FROM announcement
      WHERE withdrawn_at IS NULL AND until_at > legal_now() ORDER BY from_at, id LIMIT 20`,
  );
  return rows.map(({ az, en, ru, ...row }) => ({ ...row, text: { az, en, ru } }));
}

/** Announces maintenance; kept in the installation's evidence. A repeat of the request gets the first answer. */
export async function announce(
  record: CaseRecord,
  actor: Actor,
  { from, until, text }: Omit<Announcement, 'id'>,
  request: Repeatable,
): Promise<{ kind: 'announced'; id: string } | NotFirst> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<{ kind: 'announced'; id: string }>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    const id = randomUUID();
    await tx.run(
      `INSERT INTO announcement (id, from_at, until_at, az, en, ru, made_at, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, legal_now(), $7)`,
      [id, from, until, text.az, text.en, text.ru, actor.id],
    );
    await appendToOwnChain(tx, 'announcements', actor, [{ what: 'maintenance-announced', facts: { id, from, until } }]);
    const announced = { kind: 'announced', id } as const;
    await keepAnswer(tx, record, request, announced);
    return announced;
  });
}

/** Takes an announcement back; false where it is not there or was taken back already. */
export async function withdrawAnnouncement(record: CaseRecord, actor: Actor, id: string): Promise<boolean> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const taken = await tx.run(
      `UPDATE announcement SET withdrawn_at = legal_now() WHERE id = $1 AND withdrawn_at IS NULL`,
      [id],
    );
    if (taken === 0) return false;
    await appendToOwnChain(tx, 'announcements', actor, [{ what: 'announcement-withdrawn', facts: { id } }]);
    return true;
  });
}
