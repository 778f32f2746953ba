import { resolve, sep } from 'node:path';
import { type AgencyBook, type CentreBook, isWebAddress } from './env.ts';
import { isLoopback } from './loopback.ts';

/** What a program is about to run with, as far as a production installation may forbid it. */
export type About = {
  simulators: boolean;
  clockRoute: boolean;
  generatedKeys: boolean;
  failpoint: boolean;
  sealKey: string;
  signingFolder: string;
  tokenKeys: string;
  /** Whom the pages ask who an official is, and the secret shown to it; empty where a part has no pages. */
  signInIssuer: string;
  signInSecret: string;
  /** Where people reach the pages; empty where a part has none. */
  publicUrl: string;
  /** The listener's certificate and key; empty where a part has none. */
  providerCertificate: string;
  providerKey: string;
  securityServerCa: string;
  smtpUrl: string;
  smsUrl: string;
  smsToken: string;
  entryExitUrl: string;
  agencies: AgencyBook;
  centres: CentreBook;
  centreTrust: string;
};

/** The folder in which everything lies that the embedded stack makes; a file is known by its path alone. */
const EMBEDDED = 'embedded-keys';

function isEmbedded(path: string): boolean {
  return path !== '' && resolve(path).split(sep).includes(EMBEDDED);
}

function isDemoSignIn(keys: string): boolean {
  return isWebAddress(keys) ? isLoopback(keys) : isEmbedded(keys);
}

function isPlain(address: string): boolean {
  return address !== '' && new URL(address).protocol !== 'https:';
}

/**
 * What a production installation refuses to start with, each named: a simulator, the demo sign-in, the development
 * mailbox, a clock route, a test authority, generated default keys, a loopback party, an armed failpoint. Empty for a
 * rehearsal.
 */
export function refusalsOf(nature: 'production' | 'rehearsal', about: About): string[] {
  if (nature === 'rehearsal') return [];
  const parties = Object.entries(about.agencies).filter(([, { url }]) => isLoopback(url));
  const centres = Object.entries(about.centres).filter(([, { url }]) => isLoopback(url));
  return [
    ...(about.simulators ? ['simulators are on (MOHLET_SIMULATORS)'] : []),
    ...(about.clockRoute ? ['the clock route is on (MOHLET_CLOCK_ROUTE)'] : []),
    ...(about.generatedKeys ? ['generated default keys are in use (MOHLET_GENERATED_KEYS)'] : []),
    ...(isEmbedded(about.sealKey) ? ['a generated default key seals the data (MOHLET_SEAL_KEY)'] : []),
    ...(isEmbedded(about.signingFolder) ? ['a generated default key signs (MOHLET_SIGNING_FOLDER)'] : []),
    ...(about.failpoint ? ['a failpoint is armed (MOHLET_FAILPOINT)'] : []),
    ...(isDemoSignIn(about.tokenKeys) ? ['the demo sign-in is trusted (MOHLET_TOKEN_KEYS)'] : []),
    ...(about.signInIssuer !== '' && isLoopback(about.signInIssuer)
      ? ['the demo sign-in says who officials are (MOHLET_SIGN_IN_ISSUER)']
      : []),
    ...(isPlain(about.signInIssuer) && !isLoopback(about.signInIssuer)
      ? ['the sign-in is asked without TLS (MOHLET_SIGN_IN_ISSUER)']
      : []),
    ...(isPlain(about.publicUrl) ? ['the pages are reached without TLS (MOHLET_PUBLIC_URL)'] : []),
    ...(isEmbedded(about.signInSecret) ? ['a generated secret is shown to the sign-in (MOHLET_SIGN_IN_SECRET)'] : []),
    ...(isEmbedded(about.providerCertificate)
      ? ['a generated default certificate is shown to the agencies (MOHLET_PROVIDER_CERTIFICATE)']
      : []),
    ...(isEmbedded(about.providerKey) ? ["a generated default key is the listener's (MOHLET_PROVIDER_KEY)"] : []),
    ...(isEmbedded(about.securityServerCa) ? ['a test authority is trusted (MOHLET_SECURITY_SERVER_CA)'] : []),
    ...(isLoopback(about.smtpUrl) ? ['the development mailbox takes the mail (MOHLET_SMTP_URL)'] : []),
    ...(isLoopback(about.smsUrl) ? ['the simulated provider takes the text messages (MOHLET_SMS_URL)'] : []),
    ...(isEmbedded(about.smsToken) ? ['a generated token signs for the text messages (MOHLET_SMS_TOKEN)'] : []),
    ...(isLoopback(about.entryExitUrl) ? ['a party is on the loopback (MOHLET_ENTRY_EXIT_URL)'] : []),
    ...(isEmbedded(about.centreTrust) ? ['a test authority is trusted (MOHLET_CENTRE_TRUST)'] : []),
    ...centres.map(([centre]) => `a party is on the loopback (MOHLET_CENTRES: ${centre})`),
    ...parties.map(([agency]) => `a party is on the loopback (MOHLET_AGENCIES: ${agency})`),
  ];
}
