import { z } from 'zod';
import { AGENCIES } from './signature-issuance/agencies.ts';
import { CITIZENSHIPS, ISSUERS } from './signature-issuance/countries.ts';
import { MISSION_IDS } from './signature-issuance/missions.ts';
import { CENTRES, MOBILE_OPERATORS, type Party } from './signature-issuance/parties.ts';

const named = {
  sub: z.string().min(1).max(200),
  /** A courier's or a post's id: it becomes a part of the party's name. */
  post: z.string().regex(/^[a-z0-9-]{1,60}$/),
};
const text = z.string().min(1).max(200);

/** Each role with the bodies that may name it, as claims of a token or of a sign-in (OpenID Connect). */
export const officialClaims = z.discriminatedUnion('role', [
  z.object({ ...named, role: z.literal('operator'), body: text, post: text }),
  z.object({ ...named, role: z.literal('auditor'), body: text, post: text }),
  z.object({ ...named, role: z.literal('reviewer'), body: z.enum(AGENCIES) }),
  z.object({ ...named, role: z.literal('centre-officer'), body: z.enum(CENTRES) }),
  z.object({ ...named, role: z.literal('ministry-officer'), body: z.enum(['foreign-affairs', 'communications']) }),
  z.object({ ...named, role: z.literal('courier'), body: z.literal('foreign-affairs') }),
  z.object({
    ...named,
    role: z.literal('mission-officer'),
    body: z.literal('foreign-affairs'),
    post: z.enum(MISSION_IDS),
  }),
  z.object({ ...named, role: z.literal('mobile-operator-officer'), body: z.enum(MOBILE_OPERATORS) }),
]);

/** An official: subject, role, body and post, as the sign-on names him. */
export type Official = z.infer<typeof officialClaims>;
export type Role = Official['role'];

/** Why an account is suspended, as a code; the paper that says more stays with the body. */
export const SUSPENSION_REASONS = ['left-office', 'duties-changed', 'credentials-lost', 'inquiry'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** Who an official is as a person, where the sign-on says it: by it nobody judges his own application (ADR 34). */
export const officialIdentity = z.object({
  issuingCountry: z.enum(ISSUERS),
  documentNumber: z.string().min(1).max(40),
  birthDate: z.iso.date(),
  citizenship: z.enum(CITIZENSHIPS),
});

export type OfficialIdentity = z.infer<typeof officialIdentity>;

/** The party of custody and of the ball that an official stands for; none for an auditor and for an agency's reviewer. */
export function partyOf({ role, body, post }: Official): Party | undefined {
  switch (role) {
    case 'operator':
      return 'portal-operator';
    case 'auditor':
    case 'reviewer':
      return undefined;
    case 'centre-officer':
      return `centre:${body}` as Party;
    case 'ministry-officer':
      return `ministry:${body}` as Party;
    case 'courier':
      return `courier:${post}`;
    case 'mission-officer':
      return `mission:${post}`;
    case 'mobile-operator-officer':
      return `mobile-operator:${body}` as Party;
  }
}
