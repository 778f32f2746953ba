import { randomBytes, randomUUID } from 'node:crypto';
import { legalLimit, limitOfCase } from '../../law/limits.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import { missingItems } from '../../law/signature-issuance/completeness.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import { isEligible } from '../../law/signature-issuance/eligibility.ts';
import { isCitizen, personIdentity, shownDocument, wantsCertificate } from '../../law/signature-issuance/person.ts';
import { canonicalText } from '../../proof/canonical.ts';
import { saltedHash } from '../../proof/saltedHash.ts';
import { type Access, ACCESS_MINUTES, grantAccess } from '../applicant/access.ts';
import type { Tx } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import { type Done, inNewCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { seal } from '../record/seal.ts';
import { tellUnregistered, type Unregistered } from './tellUnregistered.ts';
import { newTrackingCode } from './trackingCode.ts';

/** What became of an application. Instants are ISO, ms, UTC; a repeat of the request gets the first answer. */
export type SubmitOutcome =
  | { kind: 'registered'; caseNumber: string; trackingCode: string; registeredAt: string; access: Access }
  | Unregistered
  | { kind: 'unknown-uploads'; uploads: string[] }
  | { kind: 'other-body' }
  | { kind: 'in-flight' };

/** The draft an application is registered from: its return code becomes the tracking code, and it is no more. */
export type SubmittedDraft = { id: string; returnCode: string };

type UploadRow = { id: string; kind: DocumentKind; sha256: string; sealed_key: Buffer };

/**
 * Takes a confirmed application (R1598/2.6): checks who may apply (1.2.1, 1.4) and completeness (Q191/7.4), all items at
 * once; with no deficiency registers it in real time, hands it to the procedure and makes the notice of registration.
 */
export async function submitApplication(
  record: CaseRecord,
  input: { application: Application; uploads: readonly string[]; request: Repeatable; draft?: SubmittedDraft },
): Promise<SubmitOutcome> {
  const { application, request } = input;
  return inNewCase<SubmitOutcome>(record, { capacity: 'applicant' }, async (tx, now) => {
    const earlier = await earlierAnswer<SubmitOutcome>(tx, record, request);
    if (earlier !== null)
      return { caseNumber: null, outcome: earlier.kind === 'repeat' ? earlier.outcome : { kind: earlier.kind } };

    const uploads = await claimable(tx, input.uploads, input.draft?.id ?? null);
    const refusal = await refuse(tx, now, record, application, uploads, input.uploads);
    if (refusal !== null) {
      await keepAnswer(tx, record, request, refusal);
      await tellUnregistered(tx, now, record, application, refusal);
      return { caseNumber: null, outcome: refusal };
    }
    const trackingCode = input.draft?.returnCode ?? newTrackingCode();
    const { caseNumber, done } = await register(tx, now, record, application, uploads, trackingCode);
    if (input.draft !== undefined) await tx.run(`DELETE FROM draft WHERE id = $1`, [input.draft.id]);
    await keepAnswer(tx, record, request, done.outcome);
    return { caseNumber, done };
  });
}

/** A file of a draft is that draft's alone; one that was uploaded by itself belongs to whoever names it first. */
async function claimable(tx: Tx, ids: readonly string[], draftId: string | null): Promise<UploadRow[]> {
  return tx.many<UploadRow>(
    `SELECT id, kind, sha256, sealed_key FROM upload WHERE id = ANY ($1) AND case_number IS NULL
        AND draft_id IS NOT DISTINCT FROM $2 ORDER BY id FOR UPDATE`,
    [ids, draftId],
  );
}

async function refuse(
  tx: Tx,
  now: string,
  record: CaseRecord,
  application: Application,
  uploads: readonly UploadRow[],
  asked: readonly string[],
): Promise<Unregistered | { kind: 'unknown-uploads'; uploads: string[] } | null> {
  const service = await tx.maybe(`SELECT 1 FROM service WHERE procedure = 'signature-issuance'`);
  if (service === null) return { kind: 'refused', clause: 'Q279/1', facts: { reason: 'service-not-registered' } };

  const unknown = asked.filter((id) => !uploads.some((upload) => upload.id === id));
  if (unknown.length > 0) return { kind: 'unknown-uploads', uploads: unknown };

  const eligibility = isEligible(application);
  if (eligibility.kind === 'refused') return eligibility;

  const items = missingItems(application, { today: bakuDay(now), documents: uploads });
  if (items.length > 0) return { kind: 'incomplete', items };

  // Two of one person at one moment: the second must see the first.
  const person = personIndex(record, application);
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 4))`, [person]);
  const twin = await tx.maybe<{ number: string }>(
    `SELECT number FROM "case" WHERE person_index = $1 AND wants = $2 AND closed_at IS NULL`,
    [person, wantsCertificate(application)],
  );
  return twin === null ? null : { kind: 'refused', clause: 'R1598/1.2.7', facts: { reason: 'open-application' } };
}

function personIndex({ seal: sealing }: CaseRecord, application: Application): string {
  return sealing.index('person', personIdentity(application));
}

function documentIndex({ seal: sealing }: CaseRecord, application: Application): string | null {
  const shown = shownDocument(application);
  return shown === null ? null : sealing.index('document', shown);
}

async function register(
  tx: Tx,
  now: string,
  record: CaseRecord,
  application: Application,
  uploads: readonly UploadRow[],
  trackingCode: string,
): Promise<{ caseNumber: string; done: Done<SubmitOutcome> & { outcome: { kind: 'registered' } } }> {
  const key = record.seal.newKey();
  const salt = randomBytes(16).toString('hex');
  const { languageOfNotices: language, mission } = application;
  if (language === undefined || mission === undefined) throw new Error('a complete application names both');
  const service = await tx.one<{ number: string; limit_working_days: number | null }>(
    `SELECT number, limit_working_days FROM service WHERE procedure = 'signature-issuance'`,
  );
  const limit = limitOfCase(legalLimit('R1598/2.8', bakuDay(now)), service.limit_working_days);
  const { number } = await tx.one<{ number: string }>(
    `INSERT INTO "case" (number, procedure, stage, registered_at, last_instant, limit_working_days, limit_source,
                         language, citizen, person_index, wants, tracking_index, sealed_key, sealed_form, mission,
                         has_mobile, document_index)
     VALUES ('QR-' || to_char($1::timestamptz AT TIME ZONE 'Asia/Baku', 'YYYY') || '-'
                   || to_char(nextval('case_number'), 'FM999999999000000'),
             'signature-issuance', 'opinions', $1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     RETURNING number`,
    [
      now,
      limit.workingDays,
      limit.source,
      language,
      isCitizen(application),
      personIndex(record, application),
      wantsCertificate(application),
      record.seal.index('tracking', trackingCode),
      key.sealed,
      seal(key.plain, JSON.stringify({ application, salt })),
      mission,
      application.applicant?.phones?.mobile !== undefined,
      documentIndex(record, application),
    ],
  );
  await tx.run(
    `UPDATE upload u SET case_number = $1, draft_id = NULL, sealed_key = k.sealed
       FROM unnest($2::uuid[], $3::bytea[]) AS k (id, sealed) WHERE u.id = k.id`,
    [
      number,
      uploads.map(({ id }) => id),
      uploads.map(({ sealed_key }) => seal(key.plain, record.seal.openKey(sealed_key))),
    ],
  );
  await tx.run(
    `INSERT INTO opinion_request (case_number, agency, message_id, next_attempt_at)
     SELECT $1, a.agency, a.id, machine_now() FROM unnest($2::text[], $3::uuid[]) AS a (agency, id)`,
    [number, AGENCIES, AGENCIES.map(() => randomUUID())],
  );
  await addNotice(tx, now, {
    caseNumber: number,
    kind: 'registered',
    recipient: 'applicant',
    language,
    key: key.plain,
    facts: { caseNumber: number, trackingCode, registeredAt: now, mission },
  });
  return {
    caseNumber: number,
    done: {
      outcome: {
        kind: 'registered',
        caseNumber: number,
        trackingCode,
        registeredAt: now,
        access: grantAccess(record, 'case', number, ACCESS_MINUTES.registered),
      },
      evidence: [
        {
          what: 'registered',
          clause: 'R1598/2.6',
          facts: {
            service: service.number,
            limit,
            form: saltedHash(salt, canonicalText(application)),
            documents: uploads.map(({ id, kind, sha256 }) => ({ id, kind, content: saltedHash(salt, sha256) })),
          },
        },
        { what: 'sent-to-agencies', clause: 'R1598/2.7', facts: { agencies: AGENCIES } },
      ],
      wake: true,
    },
  };
}
