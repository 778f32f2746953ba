import type { FileStore } from '../../adapters/ports.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import { inTransaction, statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { seal, unseal } from '../record/seal.ts';

/** A file of a draft, as the draft's own pages show it. */
export type DraftFile = { id: string; kind: DocumentKind; mediaType: string; bytes: number };

/** A draft, opened: what was typed so far, its files, its code, when it will be deleted, and the instant it is read at (ISO). */
export type Draft = {
  application: Application;
  returnCode: string;
  files: DraftFile[];
  startedAt: string;
  deleteAt: string;
  now: string;
};

/** A draft holds one file of each kind. */
const FILES = `SELECT id, kind, media_type AS "mediaType", bytes FROM upload WHERE draft_id = $1 ORDER BY kind`;

type Row = { sealed_key: Buffer; sealed_form: Buffer; startedAt: string; deleteAt: string; now: string };
type Sealed = { application: Application; returnCode: string };

const DRAFT = `SELECT sealed_key, sealed_form, started_at AS "startedAt", delete_at AS "deleteAt", now
  FROM draft, legal_now() AS now WHERE id = $1 AND delete_at > now`;

/** Reads a draft; null where it is no more. */
export async function readDraft(record: CaseRecord, draftId: string): Promise<Draft | null> {
  const tx = statements(record.database.ordinary);
  const row = await tx.maybe<Row>(DRAFT, [draftId]);
  if (row === null) return null;
  const { startedAt, deleteAt, now } = row;
  return { ...open(record, row), files: await tx.many<DraftFile>(FILES, [draftId]), startedAt, deleteAt, now };
}

/** Changes what was typed, under a lock of the draft; false where it is no more. */
export async function saveDraft(
  record: CaseRecord,
  draftId: string,
  change: (application: Application) => Application,
): Promise<boolean> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const row = await tx.maybe<Row>(`${DRAFT} FOR UPDATE OF draft`, [draftId]);
    if (row === null) return false;
    const { application, returnCode } = open(record, row);
    const key = record.seal.openKey(row.sealed_key);
    await tx.run(`UPDATE draft SET sealed_form = $2, changed_at = legal_now() WHERE id = $1`, [
      draftId,
      seal(key, JSON.stringify({ application: change(application), returnCode })),
    ]);
    return true;
  });
}

/**
 * Puts a stored upload into a draft in place of the file of its kind; the one it replaces is removed. A form sent twice
 * brings the first one's upload again: where that is in its draft already, or gone from it, nothing is done.
 */
export async function attachFile(
  record: CaseRecord,
  files: FileStore,
  draftId: string,
  { id, kind }: { id: string; kind: DocumentKind },
): Promise<boolean> {
  const replaced = await inTransaction(record.database.ordinary, async (tx) => {
    const row = await tx.maybe<Row>(`${DRAFT} FOR UPDATE OF draft`, [draftId]);
    if (row === null) return null;
    const fresh = await tx.maybe(
      `SELECT 1 FROM upload WHERE id = $1 AND case_number IS NULL AND draft_id IS NULL FOR UPDATE`,
      [id],
    );
    if (fresh === null) return [];
    const before = await takeOut(tx, `draft_id = $1 AND kind = $2`, [draftId, kind]);
    await tx.run(`UPDATE upload SET draft_id = $2 WHERE id = $1`, [id, draftId]);
    return before;
  });
  for (const gone of replaced ?? []) await files.remove(gone);
  return replaced !== null;
}

/** Removes a file of a draft; false where the draft has no such file. */
export async function detachFile(record: CaseRecord, files: FileStore, draftId: string, id: string): Promise<boolean> {
  const gone = await inTransaction(record.database.ordinary, (tx) =>
    takeOut(tx, `draft_id = $1 AND id::text = $2`, [draftId, id]),
  );
  for (const one of gone) await files.remove(one);
  return gone.length > 0;
}

/** The bytes of a draft's own file, opened; null where it has no such file. */
export async function openDraftFile(
  record: CaseRecord,
  files: FileStore,
  draftId: string,
  id: string,
): Promise<{ mediaType: string; bytes: Buffer } | null> {
  const row = await statements(record.database.ordinary).maybe<{ media_type: string; sealed_key: Buffer }>(
    `SELECT media_type, sealed_key FROM upload WHERE draft_id = $1 AND id::text = $2`,
    [draftId, id],
  );
  const stored = row === null ? null : await files.get(id);
  if (row === null || stored === null) return null;
  return { mediaType: row.media_type, bytes: unseal(record.seal.openKey(row.sealed_key), stored) };
}

/**
 * Deletes the drafts whose time is over and, with them, their files; and the files that were uploaded by themselves as
 * long ago and that no application named. Returns how many drafts and files are gone.
 */
export async function deleteOldDrafts(record: CaseRecord, files: FileStore): Promise<number> {
  const gone = await inTransaction(record.database.ordinary, async (tx) => {
    const old = await tx.many<{ id: string }>(
      `SELECT id FROM draft WHERE delete_at <= legal_now() ORDER BY delete_at LIMIT 200 FOR UPDATE SKIP LOCKED`,
    );
    const ids = old.map(({ id }) => id);
    const ofDrafts = await takeOut(tx, `draft_id = ANY ($1)`, [ids]);
    await tx.run(`DELETE FROM draft WHERE id = ANY ($1)`, [ids]);
    const unclaimed = await takeOut(
      tx,
      `id IN (SELECT id FROM upload WHERE case_number IS NULL AND draft_id IS NULL
                 AND uploaded_at < legal_now() - interval '1 day' * (
                   SELECT value::integer FROM parameter
                    WHERE name = 'draft-kept-days' AND in_force_from <= (legal_now() AT TIME ZONE 'Asia/Baku')::date
                    ORDER BY in_force_from DESC LIMIT 1)
               LIMIT 500 FOR UPDATE SKIP LOCKED)`,
      [],
    );
    return { drafts: ids.length, files: [...ofDrafts, ...unclaimed] };
  });
  for (const id of gone.files) await files.remove(id);
  return gone.drafts + gone.files.length;
}

async function takeOut(tx: Tx, which: string, values: readonly unknown[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    `DELETE FROM upload WHERE case_number IS NULL AND ${which} RETURNING id`,
    values,
  );
  return rows.map(({ id }) => id);
}

function open({ seal: sealing }: CaseRecord, { sealed_key, sealed_form }: Row): Sealed {
  return JSON.parse(unseal(sealing.openKey(sealed_key), sealed_form).toString()) as Sealed;
}
