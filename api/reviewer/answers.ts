import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';
import { caseNumber, instant } from '../openapi/pieces.ts';
import { toldDay } from '../openapi/terms.ts';

const left = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ended') }),
  z.strictObject({ kind: z.literal('left'), workingDays: z.int(), hours: z.int(), lastDay: z.boolean() }),
]);
const subject = z.string().meta({ description: 'The subject of an official’s token' });

/** One page of an agency's queue. */
export const queue = z.strictObject({
  files: z.array(
    z.strictObject({
      caseNumber,
      registeredAt: instant,
      endsAt: instant.nullable(),
      provisional: z.boolean(),
      takenBy: subject.nullable(),
      answer: z.string().nullable(),
      left: left.nullable(),
    }),
  ),
  total: z.int(),
  now: instant,
  page: z.int(),
  perPage: z.int(),
  standsInFor: z.array(subject),
});

const given = {
  kind: z.string(),
  effect: z.string(),
  receivedAt: instant,
  termEndsAt: instant.nullable(),
  givenBy: subject.nullable(),
};

/** What came too late. */
export const late = z.strictObject({ opinions: z.array(z.strictObject({ caseNumber, ...given })) });

/** A file as one agency's reviewer sees it. */
export const reviewedFile = z.strictObject({
  caseNumber,
  registeredAt: instant,
  decided: z.boolean(),
  takenBy: subject.nullable(),
  deliveredAt: instant.nullable(),
  application: applicationSchema,
  documents: z.array(
    z.strictObject({ id: z.uuid(), kind: z.string(), mediaType: z.string(), sha256: z.string(), bytes: z.int() }),
  ),
  term: z
    .strictObject({
      endsAt: instant,
      provisional: z.boolean(),
      closed: z.boolean(),
      left,
      days: z.array(toldDay),
    })
    .nullable(),
  opinions: z.array(z.strictObject(given)),
  earlier: z.array(
    z.strictObject({
      caseNumber,
      registeredAt: instant,
      outcome: z.string().nullable(),
      ownOpinion: z.string().nullable(),
    }),
  ),
  now: instant,
  colleagues: z.array(subject),
});

/** What became of an opinion. */
export const opinionAnswer = z.strictObject({
  kind: z.enum(['ended-the-case', 'noted', 'late', 'after-decision', 'incident']),
  clause: z.literal('R1598/2.8'),
  receivedAt: instant,
  termEndsAt: instant.nullable(),
});

export const taken = z.strictObject({ kind: z.literal('taken'), by: subject.nullable() });
export const declared = z.strictObject({ kind: z.literal('declared') });

/** The absences of an agency's reviewers that run or are to come. */
export const absences = z.strictObject({
  absences: z.array(
    z.strictObject({
      official: subject,
      standIn: subject,
      fromDay: z.iso.date(),
      untilDay: z.iso.date(),
      enteredAt: instant,
    }),
  ),
  colleagues: z.array(subject),
});
