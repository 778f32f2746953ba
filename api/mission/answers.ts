import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';
import { DOCUMENT_KINDS } from '../../law/signature-issuance/documents.ts';
import { WHO_CAME } from '../../law/signature-issuance/whoMustCome.ts';
import { caseNumber, instant, mission } from '../openapi/pieces.ts';

const invited = { caseNumber, at: instant, fromDay: z.iso.date() };
const checked = { caseNumber, n: z.int() };

export const invitationAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invited'), ...invited, late: z.boolean() }),
  z.strictObject({ kind: z.literal('invited-anew'), ...invited, before: z.string() }),
]);
export const identityAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['match', 'mismatch']), ...checked, at: instant }),
  z.strictObject({ kind: z.literal('awaits-second'), ...checked }),
]);
export const confirmationAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['match', 'mismatch']), ...checked, at: instant }),
  z.strictObject({ kind: z.literal('not-confirmed'), ...checked }),
]);
export const noShow = z.strictObject({ kind: z.literal('recorded'), caseNumber, appointment: z.uuid() });

const slot = { id: z.uuid(), startsAt: instant, minutes: z.int() };

export const opened = z.strictObject({ kind: z.literal('opened'), slots: z.array(z.strictObject(slot)) });
export const closed = z.strictObject({ kind: z.literal('closed'), cancelled: z.array(z.uuid()) });
export const removed = z.strictObject({ kind: z.literal('removed') });

/** A post's day: its slots with who is expected. */
export const dayList = z.strictObject({
  mission,
  zone: z.string(),
  day: z.iso.date(),
  closingDay: z.boolean(),
  slots: z.array(
    z.strictObject({
      ...slot,
      closed: z.boolean(),
      appointment: z.strictObject({ id: z.uuid(), caseNumber, state: z.string() }).nullable(),
    }),
  ),
});

/** The open cases a post has to do with, those longest due first. */
export const waiting = z.strictObject({
  cases: z.array(
    z.strictObject({
      caseNumber,
      stage: z.string(),
      waitsFor: z.string().nullable(),
      waitsSince: instant.nullable(),
      invitation: z.strictObject({ endsAt: instant, overdue: z.boolean(), invitedAt: instant.nullable() }).nullable(),
      appointment: z.strictObject({ id: z.uuid(), startsAt: instant, state: z.string() }).nullable(),
    }),
  ),
});

/** What the officer at the counter compares with (R1598/2.12). */
export const applicationView = z.strictObject({
  application: applicationSchema,
  documents: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(DOCUMENT_KINDS),
      mediaType: z.string(),
      sha256: z.string(),
      bytes: z.int(),
    }),
  ),
  mustCome: z.enum(WHO_CAME),
});

export const takenIn = z.strictObject({ kind: z.literal('taken-in'), photograph: z.uuid(), bytes: z.int() });

/** What stands at the counter for a case besides its form (R1598/2.11-2.15). */
export const counterView = z.strictObject({
  stage: z.string(),
  outcome: z.string().nullable(),
  wants: z.string(),
  invitedAt: instant.nullable(),
  appointment: z.strictObject({ id: z.uuid(), startsAt: instant, state: z.string() }).nullable(),
  photograph: z.uuid().nullable(),
  awaitsSecond: z.strictObject({ officer: z.string(), verdict: z.string() }).nullable(),
  signed: z.array(z.strictObject({ kind: z.string(), serial: z.string() })),
});
