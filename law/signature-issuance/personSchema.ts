import { z } from 'zod';
import { CITIZENSHIPS, COUNTRIES, ISSUERS } from './countries.ts';

/** Text of at most `max` UTF-16 units without control or other invisible characters, kept as typed. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{C}*$/u);

/** An ISO day that exists in the calendar. */
export const day = z.iso.date();

const phones = z.strictObject({
  mobile: text(40).optional(),
  home: text(40).optional(),
  work: text(40).optional(),
});

/** 4.10 and 4.13; the Annex asks for a series in 3.10 alone. */
const identityDocument = {
  kind: z.enum(['passport', 'identity-card']).optional(),
  number: text(40).optional(),
  /** The validity is a period; its first day is asked only where the document shows it. */
  validFrom: day.optional(),
  validUntil: z.union([day, z.literal('unlimited')]).optional(),
  issuingAuthority: text(200).optional(),
  issuingCountry: z.enum(ISSUERS).optional(),
  /** The lines at the foot of the document, if typed: they repeat 3.1-3.10 and are only held against them. */
  machineReadableZone: z.array(text(60)).max(3).optional(),
};

const person = {
  surname: text(100).optional(), // 3.1, 4.1
  givenName: text(100).optional(), // 3.2, 4.2
  patronymic: text(100).optional(), // 3.3, 4.3
  noPatronymic: z.boolean().optional(), // 3.3, 4.3: said by those who have none
  birthDate: day.optional(), // 3.4, 4.4
  birthPlace: text(200).optional(), // 3.4, 4.4
  sex: z.enum(['female', 'male', 'unspecified']).optional(), // 3.5, 4.5: unspecified where the document says so
  citizenship: z.enum(CITIZENSHIPS).optional(), // 3.6, 4.6
  countryOfResidence: z.enum(COUNTRIES).optional(), // 3.7, 4.7
  residentialAddress: text(300).optional(), // 3.8, 4.8
  registeredAddress: text(300).optional(), // 3.9, 4.9
  phones: phones.optional(), // 3.11, 4.11
  email: text(254).optional(), // 3.12, 4.12
};

/** Section 3 of the Annex: the applicant. No field asks for a FIN: a citizen's is read (R1598/2.8, Q191/7.2). */
export const applicantSchema = z.strictObject({
  ...person,
  identityDocument: z.strictObject({ ...identityDocument, series: text(20).optional() }).optional(), // 3.10, 3.13
  workplace: z.strictObject({ structuralUnit: text(200).optional(), post: text(200).optional() }).optional(), // 3.14
  sealAuthority: z.boolean().optional(), // 3.15
  sealData: text(500).optional(), // 3.16
  bankAccount: z // 3.17: the Annex asks for no account number
    .strictObject({
      beneficiary: text(200).optional(),
      bank: text(200).optional(),
      country: z.enum(COUNTRIES).optional(),
      bic: text(20).optional(),
    })
    .optional(),
  userId: text(100).optional(), // 3.18
  voen: text(20).optional(), // 3.19
  secretQuestion: text(200).optional(), // 3.20
  secretAnswer: text(200).optional(), // 3.21
});

/** Section 4 of the Annex: who is empowered to act for the non-resident. */
export const representativeSchema = z.strictObject({
  ...person,
  identityDocument: z.strictObject(identityDocument).optional(), // 4.10, 4.13
  powerOfAttorney: z.strictObject({ number: text(100).optional(), date: day.optional() }).optional(), // 4.14
});

/** The person of section 3. */
export type Applicant = z.infer<typeof applicantSchema>;

/** The person of section 4. */
export type Representative = z.infer<typeof representativeSchema>;
