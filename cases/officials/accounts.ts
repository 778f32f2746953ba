import type { Official, OfficialIdentity } from '../../law/officials.ts';
import { personIdentity } from '../../law/signature-issuance/person.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/**
 * What an official's account lets a sign-in of that instant (epoch milliseconds) do: nothing while it is suspended, and
 * what was signed in before it was restored is `ended` too: it may be the one it was suspended for.
 */
export async function standingOf(
  record: CaseRecord,
  sub: string,
  signedInAt: number,
): Promise<'open' | 'suspended' | 'ended' | 'unknown'> {
  const row = await statements(record.database.ordinary).maybe<{ suspended: boolean; ended: boolean }>(
    `SELECT suspended_at IS NOT NULL AS suspended,
            coalesce(restored_at > to_timestamp($2::double precision / 1000), false) AS ended
       FROM official WHERE sub = $1`,
    [sub, signedInAt],
  );
  if (row === null) return 'unknown';
  if (row.suspended) return 'suspended';
  return row.ended ? 'ended' : 'open';
}

/**
 * Whether an official may act by a token made at that instant (epoch seconds). One of whom nothing is known yet is noted,
 * so that the operator can suspend him too, and who he is as a person wherever his token says it.
 */
export async function mayUseToken(
  record: CaseRecord,
  { official, issuedAt, identity }: { official: Official; issuedAt: number; identity?: OfficialIdentity | undefined },
): Promise<boolean> {
  // Seconds alone are told: one made within the second of a restoration counts as made after it.
  const standing = await standingOf(record, official.sub, issuedAt * 1000 + 999);
  if (standing === 'unknown') await noteSignIn(record, official, identity);
  else if (standing === 'open' && identity !== undefined) await notePerson(record, official.sub, identity);
  return standing === 'open' || standing === 'unknown';
}

/** Keeps who an official is as a person, where it is not what is known already: nobody judges his own application by a program. */
async function notePerson(record: CaseRecord, sub: string, identity: OfficialIdentity): Promise<void> {
  await statements(record.database.ordinary).run(
    `UPDATE official SET person_index = $2 WHERE sub = $1 AND person_index IS DISTINCT FROM $2`,
    [sub, record.seal.index('person', identityText(identity))],
  );
}

/**
 * Whether two accounts are of one person, where the sign-on says who they are (ADR 34): a second person's word is not his
 * own once more.
 */
export async function isSamePerson(tx: Tx, sub: string | undefined, other: string): Promise<boolean> {
  if (sub === undefined || sub === other) return true;
  const row = await tx.maybe(
    `SELECT 1 FROM official a JOIN official b ON b.person_index = a.person_index WHERE a.sub = $1 AND b.sub = $2`,
    [sub, other],
  );
  return row !== null;
}

/**
 * Keeps that an official signed in, with the role, body and post he came with, and the keyed hash of who he is as a
 * person where the sign-on says it; machine time.
 */
export async function noteSignIn(
  record: CaseRecord,
  { sub, role, body, post }: Official,
  identity?: OfficialIdentity,
): Promise<void> {
  await statements(record.database.ordinary).run(
    `INSERT INTO official (sub, role, body, post, first_sign_in, last_sign_in, person_index)
     SELECT $1, $2, $3, $4, now, now, $5 FROM machine_now() AS now
     ON CONFLICT (sub) DO UPDATE SET role = excluded.role, body = excluded.body, post = excluded.post,
                                     last_sign_in = excluded.last_sign_in,
                                     person_index = coalesce(excluded.person_index, official.person_index)`,
    [sub, role, body, post, identity === undefined ? null : record.seal.index('person', identityText(identity))],
  );
}

/** The same text as that of an applicant with this document (ADR 7). */
function identityText({ issuingCountry, documentNumber, birthDate, citizenship }: OfficialIdentity): string {
  const identityDocument = { issuingCountry, number: documentNumber };
  return personIdentity({ applicant: { identityDocument, birthDate, citizenship } });
}
