import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { clientHeader } from '../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS, CENTRE_SUBSYSTEMS } from '../adapters/x-road/members.ts';
import {
  makeTestAuthority,
  rehearsalOrganization,
} from '../adapters/certification-centres/test-authority/makeAuthority.ts';
import { makeSecurityServerPki } from '../adapters/x-road/certificates.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { CENTRES } from '../law/signature-issuance/parties.ts';

/** The ports of an embedded installation: the public one, and the others counted on from it. */
export type Ports = ReturnType<typeof portsFrom>;

/** Lays out the ports from the public one, so that a second installation needs only another MOHLET_PORT. */
export function portsFrom(api: number) {
  return {
    api,
    provider: api + 1,
    postgres: api + 2,
    temporal: api + 3,
    temporalMetrics: api + 4,
    smtp: api + 5,
    mailbox: api + 6,
    entryExit: api + 7,
    agencies: [api + 8, api + 9, api + 10, api + 11],
    centres: [api + 12, api + 13],
    textMessages: api + 14,
    bounces: api + 15,
    signIn: api + 16,
    temporalUi: api + 17,
  };
}

/** Our account with the simulated provider of text messages. */
const SMS_ACCOUNT = `AC${'0'.repeat(32)}`;

/** The offices' mailboxes of a rehearsal. */
const OFFICES = {
  'ministry:foreign-affairs': 'foreign-affairs@office.invalid',
  'ministry:communications': 'communications@office.invalid',
  'portal-operator': 'portal-operator@office.invalid',
  'centre:e-imza': 'e-imza@office.invalid',
  'centre:asan': 'asan@office.invalid',
  'mobile-operator:azercell': 'azercell@office.invalid',
  'mobile-operator:bakcell': 'bakcell@office.invalid',
  'mobile-operator:nar': 'nar@office.invalid',
  courier: 'courier-{post}@office.invalid',
  mission: 'mission-{post}@office.invalid',
};

const SECRETS = ['postgres', 'owner', 'app', 'reader'] as const;
export type Passwords = Record<(typeof SECRETS)[number], string>;

/**
 * Makes, at the first start, the keys and certificates of an embedded installation, each file readable by its owner
 * alone; at later starts reads what is there. `embedded` in their paths is the mark by which a production installation
 * refuses them.
 */
export async function makeKeys(home: string): Promise<Passwords> {
  const keys = join(home, 'embedded-keys');
  await mkdir(keys, { recursive: true, mode: 0o700 });
  await chmod(keys, 0o700);
  await once(join(keys, 'seal.key'), () => Promise.resolve(randomBytes(32).toString('base64')));
  await setAsideIfOlder(join(keys, 'security-servers'));
  await makeSecurityServerPki(join(keys, 'security-servers'));
  await makeTestAuthority(join(keys, 'security-servers', AUTHORITY));
  await makeTokenKey(keys);
  await once(join(keys, 'sign-in.secret'), () => Promise.resolve(randomBytes(32).toString('hex')));
  await once(join(keys, 'text-messages.token'), () => Promise.resolve(randomBytes(16).toString('hex')));
  const entries = await Promise.all(
    SECRETS.map(
      async (name) =>
        [
          name,
          await once(join(keys, `postgres-${name}.password`), () => Promise.resolve(randomBytes(24).toString('hex'))),
        ] as const,
    ),
  );
  return Object.fromEntries(entries) as Passwords;
}

/** Where the simulated Centres' authority lies, beside the keys of their security servers. */
const AUTHORITY = 'test-authority';

/** Certificates made before there were Centres: their authority keeps no key, so all of them are made anew. */
async function setAsideIfOlder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.includes('ca.crt') && !names.includes('asan.crt')) await rename(folder, `${folder}.before-centres`);
}

async function makeTokenKey(keys: string): Promise<void> {
  await once(join(keys, 'tokens.json'), async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const kid = randomBytes(8).toString('hex');
    await writeFile(join(keys, 'tokens.key'), await exportPKCS8(privateKey), { mode: 0o600 });
    return JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] });
  });
}

/** The file's text; where there is no file yet, what `make` makes, written for its owner's eyes alone. */
async function once(path: string, make: () => Promise<string>): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    const made = await make();
    await writeFile(path, made, { mode: 0o600, flag: 'wx' });
    return made;
  }
}

/** The whole configuration of an embedded installation, as the environment its parts are started with. */
export async function environmentOf(
  home: string,
  ports: Ports,
  databases: { ownerUrl: string; appUrl: string; readerUrl: string },
): Promise<Record<string, string>> {
  const keys = join(home, 'embedded-keys');
  const pki = await makeSecurityServerPki(join(keys, 'security-servers'));
  const agencies = AGENCIES.map((agency, at) => [
    agency,
    { url: `http://127.0.0.1:${ports.agencies[at] ?? 0}`, mail: `${agency}@agency.invalid` },
  ]);
  const servers = [
    ...AGENCIES.map((agency) => ({
      fingerprint: pki.agencies[agency].fingerprint,
      members: [clientHeader(AGENCY_SUBSYSTEMS[agency])],
    })),
    ...CENTRES.map((centre) => ({
      fingerprint: pki.centres[centre].fingerprint,
      members: [clientHeader(CENTRE_SUBSYSTEMS[centre])],
    })),
  ];
  const centres = CENTRES.map((centre, at) => [
    centre,
    { url: `http://127.0.0.1:${ports.centres[at] ?? 0}`, organization: rehearsalOrganization(centre) },
  ]);
  return {
    MOHLET_HOME: home,
    MOHLET_DATABASE_URL: databases.appUrl,
    MOHLET_OWNER_DATABASE_URL: databases.ownerUrl,
    MOHLET_READER_DATABASE_URL: databases.readerUrl,
    MOHLET_NATURE: 'rehearsal',
    // Everybody here comes from this machine: whose address a request stands for is for the request to say.
    MOHLET_TRUSTED_PROXIES: '127.0.0.1',
    MOHLET_HOST: '127.0.0.1',
    MOHLET_PORT: String(ports.api),
    MOHLET_PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    MOHLET_PROVIDER_HOST: '127.0.0.1',
    MOHLET_PROVIDER_PORT: String(ports.provider),
    MOHLET_PROVIDER_CERTIFICATE: pki.provider.certFile,
    MOHLET_PROVIDER_KEY: pki.provider.keyFile,
    MOHLET_SECURITY_SERVER_CA: pki.caFile,
    MOHLET_SECURITY_SERVERS: JSON.stringify(servers),
    MOHLET_SEAL_KEY: join(keys, 'seal.key'),
    MOHLET_SIGNING_FOLDER: join(keys, 'signing'),
    MOHLET_FILES: join(home, 'files'),
    MOHLET_CHECKPOINTS: join(home, 'checkpoints.jsonl'),
    MOHLET_TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    MOHLET_TEMPORAL_UI: `http://127.0.0.1:${ports.temporalUi}/namespaces/default`,
    MOHLET_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MOHLET_MAILBOX_PORT: String(ports.mailbox),
    MOHLET_MAIL_FROM: 'noreply@mohlet.invalid',
    MOHLET_BOUNCE_PORT: String(ports.bounces),
    MOHLET_OFFICES: JSON.stringify(OFFICES),
    MOHLET_SMS_URL: `http://127.0.0.1:${ports.textMessages}`,
    MOHLET_SMS_ACCOUNT: SMS_ACCOUNT,
    MOHLET_SMS_TOKEN: join(keys, 'text-messages.token'),
    MOHLET_SMS_FROM: '+15005550006',
    MOHLET_AGENCIES: JSON.stringify(Object.fromEntries(agencies)),
    MOHLET_CENTRES: JSON.stringify(Object.fromEntries(centres)),
    MOHLET_CENTRE_TRUST: join(keys, 'security-servers', AUTHORITY, 'root.crt'),
    MOHLET_ENTRY_EXIT_URL: `http://127.0.0.1:${ports.entryExit}`,
    MOHLET_SIGN_IN_ISSUER: `http://127.0.0.1:${ports.signIn}`,
    MOHLET_SIGN_IN_CLIENT: 'mohlet',
    MOHLET_SIGN_IN_SECRET: join(keys, 'sign-in.secret'),
    // One issuer for pages and API: the sign-on signs with the key that tokens are made with.
    MOHLET_TOKEN_ISSUER: `http://127.0.0.1:${ports.signIn}`,
    MOHLET_TOKEN_KEYS: join(keys, 'tokens.json'),
    MOHLET_TOKEN_PRIVATE_KEY: join(keys, 'tokens.key'),
    MOHLET_CLOCK_ROUTE: 'on',
    MOHLET_SIMULATORS: 'on',
    MOHLET_SIMULATOR_KEYS: join(keys, 'security-servers'),
    MOHLET_SIMULATOR_JOURNALS: join(home, 'simulators'),
    MOHLET_GENERATED_KEYS: 'on',
  };
}
