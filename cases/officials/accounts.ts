import type { Official, OfficialIdentity } from '../../law/officials.ts';
import { personIdentity } from '../../law/signature-issuance/person.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** Whether this official's account is suspended: then neither his session nor his token opens anything. */
export async function isSuspended(record: CaseRecord, sub: string): Promise<boolean> {
  const row = await statements(record.database.ordinary).maybe(
    `SELECT 1 FROM official WHERE sub = $1 AND suspended_at IS NOT NULL`,
    [sub],
  );
  return row !== null;
}

/**
 * Whether an official who shows a token may act by it; one of whom nothing is known yet is noted, so that the operator
 * can suspend him too.
 */
export async function mayUseToken(record: CaseRecord, official: Official): Promise<boolean> {
  const row = await statements(record.database.ordinary).maybe<{ suspended: boolean }>(
    `SELECT suspended_at IS NOT NULL AS suspended FROM official WHERE sub = $1`,
    [official.sub],
  );
  if (row === null) await noteSignIn(record, official);
  return row?.suspended !== true;
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
