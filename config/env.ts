import { isIP } from 'node:net';
import { z } from 'zod';
import { clientHeader } from '../adapters/x-road/identifiers.ts';
import {
  AGENCY_SUBSYSTEMS,
  CENTRE_SUBSYSTEMS,
  ENTRY_EXIT_SUBSYSTEM,
  OUR_SUBSYSTEM,
} from '../adapters/x-road/members.ts';
import { type Agency, AGENCIES } from '../law/signature-issuance/agencies.ts';
import { type Centre, CENTRES, MOBILE_OPERATORS } from '../law/signature-issuance/parties.ts';
import { xRoadMember } from './xRoadMember.ts';

const url = z.url();
const port = z.coerce.number().int().min(0).max(65_535);

/** Each setting with the shape it must have; one without a default must be named by whoever needs it. */
const SETTINGS = {
  MOHLET_DATABASE_URL: url,
  MOHLET_OWNER_DATABASE_URL: url,
  MOHLET_READER_DATABASE_URL: url,
  MOHLET_NATURE: z.enum(['production', 'rehearsal']),
  MOHLET_HOST: z.string().default('127.0.0.1'),
  MOHLET_PORT: port.default(3000),
  MOHLET_PUBLIC_URL: url,
  MOHLET_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .refine((all) => all.every(isAddressOrSubnet)),
  MOHLET_PROVIDER_HOST: z.string().default('127.0.0.1'),
  MOHLET_PROVIDER_PORT: port,
  MOHLET_PROVIDER_CERTIFICATE: z.string(),
  MOHLET_PROVIDER_KEY: z.string(),
  MOHLET_SECURITY_SERVER_CA: z.string(),
  MOHLET_SECURITY_SERVERS: z.string(),
  MOHLET_SEAL_KEY: z.string(),
  MOHLET_SIGNING_FOLDER: z.string(),
  MOHLET_FILES: z.string(),
  MOHLET_CHECKPOINTS: z.string(),
  MOHLET_TEMPORAL_ADDRESS: z.string(),
  MOHLET_TEMPORAL_NAMESPACE: z.string().default('default'),
  MOHLET_TEMPORAL_TLS: z.enum(['on', 'off']).default('off'),
  MOHLET_TEMPORAL_TLS_CA: z.string().optional(),
  MOHLET_TEMPORAL_TLS_CERTIFICATE: z.string().optional(),
  MOHLET_TEMPORAL_TLS_KEY: z.string().optional(),
  MOHLET_TEMPORAL_API_KEY: z.string().optional(),
  MOHLET_TASK_QUEUE: z.string().default('mohlet'),
  MOHLET_SMTP_URL: url,
  MOHLET_MAIL_FROM: z.email(),
  MOHLET_MAIL_DOMAIN: z.string().default('mohlet.invalid'),
  MOHLET_BOUNCE_HOST: z.string().default('127.0.0.1'),
  MOHLET_BOUNCE_PORT: port.optional(),
  MOHLET_OFFICES: z.string(),
  MOHLET_SMS_URL: url.default('https://api.twilio.com'),
  MOHLET_SMS_ACCOUNT: z.string().regex(/^AC[0-9a-f]{32}$/),
  MOHLET_SMS_TOKEN: z.string(),
  MOHLET_SMS_FROM: z.string().regex(/^\+\d{5,15}$/),
  MOHLET_AGENCIES: z.string(),
  MOHLET_CENTRES: z.string(),
  MOHLET_CENTRE_TRUST: z.string(),
  MOHLET_ENTRY_EXIT_URL: url,
  MOHLET_XROAD_SELF: xRoadMember.default(OUR_SUBSYSTEM),
  MOHLET_XROAD_ENTRY_EXIT: xRoadMember.default(ENTRY_EXIT_SUBSYSTEM),
  MOHLET_OUTGOING_CA: z.string().optional(),
  MOHLET_OUTGOING_CERTIFICATE: z.string().optional(),
  MOHLET_OUTGOING_KEY: z.string().optional(),
  MOHLET_SIGN_IN_ISSUER: url,
  MOHLET_SIGN_IN_CLIENT: z.string().default('mohlet'),
  MOHLET_SIGN_IN_SECRET: z.string(),
  MOHLET_TOKEN_ISSUER: z.string(),
  MOHLET_TOKEN_AUDIENCE: z.string().default('mohlet'),
  MOHLET_TOKEN_KEYS: z.string().refine((keys) => !isWebAddress(keys) || URL.canParse(keys)),
  MOHLET_TEMPORAL_UI: url.optional(),
  MOHLET_CLOCK_ROUTE: z.enum(['on', 'off']).default('off'),
  MOHLET_SIMULATORS: z.enum(['on', 'off']).default('off'),
  MOHLET_SIMULATOR_KEYS: z.string(),
  MOHLET_SIMULATOR_JOURNALS: z.string(),
  MOHLET_MAILBOX_PORT: port,
  MOHLET_TOKEN_PRIVATE_KEY: z.string(),
  MOHLET_HOME: z.string().default('.mohlet'),
  MOHLET_REHEARSAL_START: z.iso.datetime({ offset: true }).optional(),
  MOHLET_GENERATED_KEYS: z.enum(['on', 'off']).default('off'),
  MOHLET_SWEEP: z.enum(['on', 'off']).default('on'),
  MOHLET_WORKER_METRICS: z.string().optional(),
  MOHLET_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  MOHLET_FAILPOINT: z.string().optional(),
} as const;

/** Whether a text is an IP address or a subnet (`10.0.0.0/8`). */
function isAddressOrSubnet(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Whether a place is an address to ask over HTTP, not a file. */
export function isWebAddress(place: string): boolean {
  return /^https?:/i.test(place);
}

export type SettingName = keyof typeof SETTINGS;
type Settings = { [N in SettingName]: z.infer<(typeof SETTINGS)[N]> };

/** Thrown at start: its message names every setting that is missing or wrong, and what is wanted. */
export class BadConfiguration extends Error {}

/**
 * Reads the named settings from the environment, once, at start. Throws BadConfiguration naming each that is missing
 * or of the wrong shape; values (which may be secrets) are never repeated.
 */
export function readEnv<N extends SettingName>(environment: NodeJS.ProcessEnv, names: readonly N[]): Pick<Settings, N> {
  const read: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const name of new Set(names)) {
    const given = environment[name];
    const answer = SETTINGS[name].safeParse(given === '' ? undefined : given);
    if (answer.success) read[name] = answer.data;
    else
      faults.push(given === undefined || given === '' ? `${name} is not set` : `${name} does not have the right form`);
  }
  if (faults.length > 0) throw new BadConfiguration(`Mohlet cannot start: ${faults.join('; ')}. See docs/running.md.`);
  return read as Pick<Settings, N>;
}

const agency = z.strictObject({ url, mail: z.email(), member: xRoadMember });
const agencyBook = z
  .strictObject(
    Object.fromEntries(
      AGENCIES.map((name) => [name, agency.extend({ member: xRoadMember.default(AGENCY_SUBSYSTEMS[name]) })]),
    ),
  )
  // Of two agencies under one name the first would speak for both.
  .refine((book) => new Set(Object.values(book).map(({ member }) => clientHeader(member))).size === AGENCIES.length);

/** Where each agency's system is, who it is on X-Road, and which mailbox its notices go to. */
export type AgencyBook = Record<Agency, z.infer<typeof agency>>;

/**
 * Reads MOHLET_AGENCIES: one JSON object with an entry for each of the four agencies of R1598/2.7. An entry that names
 * no member gets the embedded installation's.
 */
export function readAgencyBook(text: string): AgencyBook {
  return readJson('MOHLET_AGENCIES', agencyBook, text) as AgencyBook;
}

const OFFICES = [
  'ministry:foreign-affairs',
  'ministry:communications',
  'portal-operator',
  ...CENTRES.map((centre) => `centre:${centre}` as const),
  ...MOBILE_OPERATORS.map((operator) => `mobile-operator:${operator}` as const),
  'courier',
  'mission',
] as const;

const officeBook = z.strictObject(
  Object.fromEntries(
    OFFICES.map((name) => [
      name,
      z.string().refine((mail) => z.email().safeParse(mail.replace('{post}', 'post')).success),
    ]),
  ),
);

/** Reads MOHLET_OFFICES: the mailbox of every office that is written to; `{post}` stands for the courier's or mission's id. */
export function readOffices(text: string): Record<string, string> {
  return readJson('MOHLET_OFFICES', officeBook, text);
}

/** The name of each agency on X-Road. */
export function membersOf(book: AgencyBook): Record<Agency, AgencyBook[Agency]['member']> {
  return Object.fromEntries(AGENCIES.map((name) => [name, book[name].member])) as ReturnType<typeof membersOf>;
}

const centre = z.strictObject({ url, member: xRoadMember, organization: z.string().min(1) });
const centreBook = z
  .strictObject(
    Object.fromEntries(
      CENTRES.map((name) => [name, centre.extend({ member: xRoadMember.default(CENTRE_SUBSYSTEMS[name]) })]),
    ),
  )
  .refine((book) => new Set(Object.values(book).map(({ member }) => clientHeader(member))).size === CENTRES.length);

/** Where each Centre's system is, who it is on X-Road, and the organization in the certificates it signs and issues by. */
export type CentreBook = Record<Centre, z.infer<typeof centre>>;

/** Reads MOHLET_CENTRES: one JSON object with an entry for each of the two Centres of R1598/2.8-route. */
export function readCentreBook(text: string): CentreBook {
  return readJson('MOHLET_CENTRES', centreBook, text) as CentreBook;
}

/** The name of each Centre on X-Road. */
export function centreMembersOf(book: CentreBook): Record<Centre, CentreBook[Centre]['member']> {
  return { 'e-imza': book['e-imza'].member, asan: book.asan.member };
}

/** The organization of each Centre in its certificates. */
export function organizationsOf(book: CentreBook): Record<Centre, string> {
  return { 'e-imza': book['e-imza'].organization, asan: book.asan.organization };
}

/** The trusted roots in the text of MOHLET_CENTRE_TRUST, each as PEM; refuses a file without one. */
export function readRoots(text: string): string[] {
  const roots = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (roots === null)
    throw new BadConfiguration('Mohlet cannot start: MOHLET_CENTRE_TRUST holds no certificate. See docs/running.md.');
  return roots;
}

const securityServers = z.array(z.strictObject({ fingerprint: z.string(), members: z.array(xRoadMember) })).min(1);

/** The security servers believed at the provider listener: certificate fingerprint and the subsystems each may speak for. */
export type SecurityServers = z.infer<typeof securityServers>;

/** Reads MOHLET_SECURITY_SERVERS (JSON). */
export function readSecurityServers(text: string): SecurityServers {
  return readJson('MOHLET_SECURITY_SERVERS', securityServers, text);
}

function readJson<T>(name: string, schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new BadConfiguration(`Mohlet cannot start: ${name} is not JSON of the right form. See docs/running.md.`);
  }
}
