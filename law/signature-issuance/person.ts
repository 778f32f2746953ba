import type { Application } from './application.ts';
import { documentNumber } from './documentNumber.ts';

/**
 * Who the applicant is, as one canonical text: issuing country and number of the identity document, birth date,
 * citizenship (ADR 7). It is personal data: only a keyed hash of it may be stored. Two texts are equal exactly when the
 * law takes the two for one person; spaces, hyphens and case of the number do not matter, nor where its series stands.
 */
export function personIdentity(application: Application): string {
  const { identityDocument, birthDate, citizenship } = application.applicant ?? {};
  const stateless = application.applicantKind === 'stateless-person';
  return JSON.stringify([
    identityDocument?.issuingCountry ?? null,
    identityDocument === undefined ? null : documentNumber(identityDocument),
    birthDate ?? null,
    stateless ? 'XXA' : (citizenship ?? null),
  ]);
}

/**
 * The identity document an application shows, as one canonical text: issuing country and number, in one spelling; null
 * where it shows none. Personal data, like `personIdentity`: only a keyed hash of it may be stored.
 */
export function shownDocument({ applicant }: Application): string | null {
  const { identityDocument } = applicant ?? {};
  if (identityDocument?.number === undefined) return null;
  return JSON.stringify([identityDocument.issuingCountry ?? null, documentNumber(identityDocument)]);
}

/** Which certificate is wanted, carrier and use (R1598/2.4): a person may have one open application for each. */
export function wantsCertificate({ carrier, use }: Application): string {
  return `${carrier ?? 'none'}/${use ?? 'none'}`;
}

/** Whether the person of section 3 is a citizen of Azerbaijan, whose FIN is read and never typed (R1598/2.8-citizen). */
export function isCitizen({ applicantKind, applicant }: Application): boolean {
  return applicantKind === 'citizen-abroad' || applicant?.citizenship === 'AZE';
}
