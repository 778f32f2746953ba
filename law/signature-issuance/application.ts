import { z } from 'zod';
import { MISSION_IDS } from './missions.ts';
import { MOBILE_OPERATORS } from './parties.ts';
import { applicantSchema, day, representativeSchema, text } from './personSchema.ts';

/** The services at the head of the Annex, 1 to 5 in its order. */
const SERVICES = ['issue', 'amend', 'suspend', 'restore', 'revoke'] as const;

/** Section 1: E-imza on a token (1.1, R1598/1.2.3) or ASAN imza on a SIM card (1.2, R1598/1.2.4). */
const CARRIERS = ['e-imza-token', 'asan-imza-sim'] as const;

/** Section 2: Personal (2.1, R1598/1.2.11) or Business (2.2, R1598/1.2.10). */
const USES = ['personal', 'business'] as const;

/** The non-residents of R1598/1.2.1, in its order. */
const APPLICANT_KINDS = ['foreigner', 'stateless-person', 'citizen-abroad', 'legal-person'] as const;

/**
 * The application of the Annex (R1598/A) as JSON values: shape only, for what is required when is said by
 * `missingItems`. Strict: a field the Annex does not know is refused, for nothing else may be asked (Q191/7.2).
 */
export const applicationSchema = z.strictObject({
  service: z.enum(SERVICES).optional(), // the head of the form
  carrier: z.enum(CARRIERS).optional(), // 1.1, 1.2
  asanNumber: text(40).optional(), // 1.2.0
  use: z.enum(USES).optional(), // 2.1, 2.2
  applicantKind: z.enum(APPLICANT_KINDS).optional(), // R1598/1.2.1
  filedBy: z.enum(['self', 'representative']).optional(), // R1598/2.3.3: whether section 4 is filled in
  applicant: applicantSchema.optional(), // 3
  representative: representativeSchema.optional(), // 4
  certificateSerialNumber: text(100).optional(), // 5.1
  legalPerson: z.strictObject({ name: text(300).optional(), voen: text(20).optional() }).optional(), // 5.2
  sealUse: z.enum(['within-official-powers']).optional(), // 5.3
  signatureUse: z.enum(['internal-documents', 'outgoing-documents', 'both']).optional(), // 5.4: 1, 2, 3
  statusChange: z // 5.5
    .strictObject({
      suspendFrom: day.optional(),
      suspendUntil: day.optional(),
      restoreFrom: day.optional(),
      revokeFrom: day.optional(),
    })
    .optional(),
  declarations: z
    .strictObject({
      rulesAndContract: z.boolean().optional(), // 6.1
      truthfulness: z.boolean().optional(), // 6.2
      publication: z.boolean().optional(), // 6.3: consent, free to give (R1598/4.2)
    })
    .optional(),
  // The three things asked beside the Annex.
  mission: z.enum(MISSION_IDS).optional(),
  mobileOperator: z.enum(MOBILE_OPERATORS).optional(), // R1598/2.5
  languageOfNotices: z.enum(['az', 'en', 'ru']).optional(),
});

/** An application as typed; JSON values only, days as ISO days. */
export type Application = z.infer<typeof applicationSchema>;
