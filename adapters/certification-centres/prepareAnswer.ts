import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { instantAfterMonths } from '../../law/calendar/months.ts';
import type { CentreBehaviour } from './behaviour.ts';
import { issueCertificate } from './test-authority/issueCertificate.ts';
import type { TestAuthority } from './test-authority/openAuthority.ts';
import { signPdf } from './test-authority/signPdf.ts';
import type { applicationBody } from './wire.ts';

type Application = z.infer<typeof applicationBody>;

/** An answer as it goes over the wire, and the serial numbers of what was made for it. */
export type Prepared = {
  says: string;
  afterMs: number;
  body: object;
  serial?: string;
  tokenSerial?: string;
};

const THREE_YEARS_IN_MONTHS = 36;
const A_DAY_MS = 86_400_000;

/** Prepares what a simulated Centre answers to an application; null where it means to stay silent. */
export async function prepareAnswer(
  authority: TestAuthority,
  how: CentreBehaviour,
  answers: string,
  application: Application,
): Promise<Prepared | null> {
  switch (how.kind) {
    case 'silent':
    case 'down':
      return null;
    case 'refuse': {
      const code = how.code === undefined ? {} : { code: how.code };
      return { says: 'refusal', afterMs: how.answerAfterMs, body: { kind: 'refusal', answers, ...code } };
    }
    case 'deficiency': {
      if (application.round > 1) return issue(authority, how, answers, application);
      const body = { kind: 'deficiency', answers, items: how.items };
      return { says: 'deficiency', afterMs: how.answerAfterMs, body };
    }
    case 'issue':
    case 'bad-signature':
    case 'wrong-validity':
      return issue(authority, how, answers, application);
  }
}

async function issue(
  authority: TestAuthority,
  how: Extract<CentreBehaviour, { answerAfterMs: number }>,
  answers: string,
  { application, centre, contract, sentAt, virtualFin }: Application,
): Promise<Prepared> {
  // X.509 knows no part of a second (RFC 5280, 4.1.2.5).
  const notBefore = new Date(Math.floor(Date.parse(sentAt) / 1000) * 1000);
  const exact = new Date(instantAfterMonths(notBefore.toISOString(), THREE_YEARS_IN_MONTHS));
  const notAfter = how.kind === 'wrong-validity' ? new Date(exact.getTime() + A_DAY_MS) : exact;
  const { use, holder } = whomFor(application, virtualFin);
  const { der, serial } = await issueCertificate(authority.issuing, { holder, use, notBefore, notAfter });
  const signed = await signPdf(authority, contract, { instant: notBefore, reason: 'R1598/2.9' });
  if (how.kind === 'bad-signature') spoil(signed);
  const tokenSerial = centre === 'e-imza' ? `ET-${randomBytes(5).toString('hex').toUpperCase()}` : undefined;
  const body = {
    kind: 'issue',
    answers,
    certificate: base64(der),
    chain: [base64(new Uint8Array(authority.issuing.certificate.rawData))],
    contract: base64(signed),
    ...(tokenSerial !== undefined && { tokenSerial }),
  };
  return {
    says: 'issue',
    afterMs: how.answerAfterMs,
    body,
    serial,
    ...(tokenSerial !== undefined && { tokenSerial }),
  };
}

type Form = { use?: string; applicant?: { surname?: string; givenName?: string }; legalPerson?: { name?: string } };

function whomFor(application: Record<string, unknown>, fin: string) {
  const { use, applicant, legalPerson } = application as Form;
  const organization = legalPerson?.name;
  const { surname = '', givenName = '' } = applicant ?? {};
  return {
    use: use === 'business' ? ('business' as const) : ('personal' as const),
    holder: { surname, givenName, fin, ...(organization !== undefined && { organization }) },
  };
}

/** One bit of what was signed: in the table at the file's end. */
function spoil(file: Uint8Array): void {
  const at = file.length - 20;
  file[at] = (file[at] ?? 0) ^ 1;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
