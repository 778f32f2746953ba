import { z } from 'zod';
import { caseNumber, instant, mission } from '../openapi/pieces.ts';
import { countedDay, countedTerm, extension, termOfOffice, toldDay, waitsFor } from '../openapi/terms.ts';

const further = termOfOffice.extend({
  closedAt: instant.nullable(),
  outcome: z.string().nullable(),
  overdue: z.boolean(),
});

const standing = {
  caseNumber,
  stage: z.string(),
  outcome: z.string().nullable(),
  registeredAt: instant,
  decidedAt: instant.nullable(),
  closedAt: instant.nullable(),
  limit: z
    .strictObject({ workingDays: z.int().nullable(), source: z.string().nullable() })
    .meta({ description: 'Both null in a bundle of contract copies' }),
  virtualFinGivenAt: instant.nullable(),
  nature: z.string(),
  legalNow: instant,
  mission: mission.nullable(),
  waitsFor,
  invitation: z.strictObject({ invitedAt: instant, fromDay: z.iso.date(), zone: z.string() }).nullable(),
  appointments: z.array(
    z.strictObject({ id: z.uuid(), state: z.string(), startsAt: instant, minutes: z.int(), bookedAt: instant }),
  ),
  certificate: z.strictObject({ centre: z.string(), issuedAt: instant, validUntil: instant }).nullable(),
  custody: z.array(
    z.strictObject({ kind: z.string(), copy: z.int(), state: z.string(), holder: z.string(), since: instant }),
  ),
  notices: z.array(
    z.strictObject({
      kind: z.string(),
      recipient: z.string(),
      channel: z.string(),
      state: z.string(),
      madeAt: instant,
      attempts: z.int(),
    }),
  ),
};

const agencyTerm = countedTerm.extend({ agency: z.string(), extensions: z.array(extension) });

/** A case as its applicant, a mission or a Centre is shown it: what an agency said is not theirs to see. */
export const shownCase = z
  .strictObject({
    ...standing,
    requests: z.array(z.strictObject({ agency: z.string(), deliveredAt: instant.nullable().optional() })),
    terms: z.array(agencyTerm.extend({ days: z.array(toldDay) })),
    furtherTerms: z.array(further.extend({ days: z.array(toldDay) })),
  })
  .meta({ id: 'ShownCase', description: 'A case as its applicant, a mission or a Centre is shown it' });

/** The same for its applicant, with what he may do about it. */
export const ownCase = shownCase
  .extend({ mayWithdraw: z.boolean(), complaint: z.string() })
  .meta({ id: 'OwnCase', description: 'A case as its applicant is shown it' });

/** A case as the portal operator and the auditor see it. */
export const wholeCase = z
  .strictObject({
    ...standing,
    requests: z.array(
      z.strictObject({
        agency: z.string(),
        deliveredAt: instant.nullable(),
        how: z.string().nullable(),
        attempts: z.int(),
      }),
    ),
    terms: z.array(
      agencyTerm.extend({
        startEvent: z.string(),
        days: z.array(countedDay),
        closedAt: instant.nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    furtherTerms: z.array(further.extend({ days: z.array(countedDay) })),
  })
  .meta({ id: 'WholeCase', description: 'A case as the portal operator and the auditor see it' });
