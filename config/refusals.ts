import type { AgencyBook } from './env.ts';

/** What a program is about to run with, as far as a production installation may forbid it. */
export type About = {
  simulators: boolean;
  clockRoute: boolean;
  generatedKeys: boolean;
  failpoint: boolean;
  sealKey: string;
  signingFolder: string;
  tokenKeys: string;
  securityServerCa: string;
  smtpUrl: string;
  entryExitUrl: string;
  agencies: AgencyBook;
};

const LOOPBACK = /^(localhost|127\.|\[?::1\]?$|\[::ffff:7f|0\.0\.0\.0)/i;

function isLoopback(address: string): boolean {
  return LOOPBACK.test(new URL(address).hostname);
}

/** The mark that everything made by the embedded stack carries in its path or name. */
const EMBEDDED = /embedded/;

/**
 * What a production installation refuses to start with, each named: a simulator, the demo sign-in, the development
 * mailbox, a clock route, a test authority, generated default keys, a loopback party, an armed failpoint. Empty for a
 * rehearsal.
 */
export function refusalsOf(nature: 'production' | 'rehearsal', about: About): string[] {
  if (nature === 'rehearsal') return [];
  const parties = Object.entries(about.agencies).filter(([, { url }]) => isLoopback(url));
  return [
    ...(about.simulators ? ['simulators are on (MOHLET_SIMULATORS)'] : []),
    ...(about.clockRoute ? ['the clock route is on (MOHLET_CLOCK_ROUTE)'] : []),
    ...(about.generatedKeys ? ['generated default keys are in use (MOHLET_GENERATED_KEYS)'] : []),
    ...(EMBEDDED.test(about.sealKey) ? ['a generated default key seals the data (MOHLET_SEAL_KEY)'] : []),
    ...(EMBEDDED.test(about.signingFolder) ? ['a generated default key signs (MOHLET_SIGNING_FOLDER)'] : []),
    ...(about.failpoint ? ['a failpoint is armed (MOHLET_FAILPOINT)'] : []),
    ...(EMBEDDED.test(about.tokenKeys) ? ['the demo sign-in is trusted (MOHLET_TOKEN_KEYS)'] : []),
    ...(EMBEDDED.test(about.securityServerCa) ? ['a test authority is trusted (MOHLET_SECURITY_SERVER_CA)'] : []),
    ...(isLoopback(about.smtpUrl) ? ['the development mailbox takes the mail (MOHLET_SMTP_URL)'] : []),
    ...(isLoopback(about.entryExitUrl) ? ['a party is on the loopback (MOHLET_ENTRY_EXIT_URL)'] : []),
    ...parties.map(([agency]) => `a party is on the loopback (MOHLET_AGENCIES: ${agency})`),
  ];
}
