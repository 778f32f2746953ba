import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { freshDatabase } from '../support/postgres.ts';
import { productionDatabase } from '../support/production.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('what a production installation refuses to start with', () => {
  let production: Awaited<ReturnType<typeof productionDatabase>>;
  let folder: string;
  let env: Record<string, string>;
  before(async () => {
    production = await productionDatabase();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-config-'));
    await writeFile(join(folder, 'seal.key'), randomBytes(32).toString('base64'));
    env = {
      MOHLET_DATABASE_URL: production.appUrl,
      MOHLET_SEAL_KEY: join(folder, 'seal.key'),
      MOHLET_SIGNING_FOLDER: join(folder, 'no', 'signing'),
      MOHLET_FILES: join(folder, 'files'),
      MOHLET_CHECKPOINTS: join(folder, 'checkpoints.jsonl'),
      MOHLET_PORT: '0',
      MOHLET_PROVIDER_PORT: '0',
      MOHLET_PUBLIC_URL: 'https://portal.gov.test',
      MOHLET_PROVIDER_CERTIFICATE: join(folder, 'absent.crt'),
      MOHLET_PROVIDER_KEY: join(folder, 'absent.key'),
      MOHLET_SECURITY_SERVER_CA: join(folder, 'absent-ca.crt'),
      MOHLET_SECURITY_SERVERS: '[{"fingerprint":"aa","members":[]}]',
      MOHLET_TEMPORAL_ADDRESS: 'temporal.gov.test:7233',
      MOHLET_SMTP_URL: 'smtps://mail.gov.test',
      MOHLET_MAIL_FROM: 'noreply@gov.test',
      MOHLET_OFFICES: '{}',
      MOHLET_CENTRES: centres('https://centre.gov.test'),
      MOHLET_CENTRE_TRUST: join(folder, 'absent-centre-roots.pem'),
      MOHLET_SMS_URL: 'https://sms.gov.test',
      MOHLET_SMS_ACCOUNT: `AC${'0'.repeat(32)}`,
      MOHLET_SMS_TOKEN: join(folder, 'absent.token'),
      MOHLET_SMS_FROM: '+994500000000',
      MOHLET_AGENCIES: book('https://agency.gov.test'),
      MOHLET_ENTRY_EXIT_URL: 'https://register.gov.test',
      MOHLET_SIGN_IN_ISSUER: 'https://sign-on.gov.test',
      MOHLET_SIGN_IN_SECRET: '/etc/mohlet/sign-in.secret',
      MOHLET_TOKEN_ISSUER: 'https://sign-on.gov.test',
      MOHLET_TOKEN_KEYS: 'https://sign-on.gov.test/keys',
    };
  });
  after(async () => {
    await production.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const centres = (url: string) =>
    JSON.stringify({ 'e-imza': { url, organization: 'E-imza' }, asan: { url, organization: 'Asan' } });
  const book = (url: string) =>
    JSON.stringify(Object.fromEntries(AGENCIES.map((agency) => [agency, { url, mail: `${agency}@gov.test` }])));

  /** Starts one of our programs with this environment and nothing else; how it ended and what it said. */
  const start = (file: string, environment: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
      const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
      const child = execFile(
        process.execPath,
        [join(ROOT, file)],
        { env: { PATH, HOME, ...compiled, ...environment }, timeout: 60_000 },
        (_fault, _stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stderr.trim() }),
      );
    });
  const refusal = (why: string) => `Mohlet cannot start on a production database: ${why}.`;

  const SIMULATED: Record<string, string> = {
    MOHLET_TOKEN_PRIVATE_KEY: '/nowhere/tokens.key',
    MOHLET_SIMULATOR_KEYS: '/nowhere',
    MOHLET_SIMULATOR_JOURNALS: '/nowhere',
  };
  const FORBIDDEN: [Record<string, string>, string][] = [
    [{ MOHLET_SIMULATORS: 'on' }, 'simulators are on (MOHLET_SIMULATORS)'],
    [{ MOHLET_CLOCK_ROUTE: 'on' }, 'the clock route is on (MOHLET_CLOCK_ROUTE)'],
    [{ MOHLET_GENERATED_KEYS: 'on' }, 'generated default keys are in use (MOHLET_GENERATED_KEYS)'],
    [{ MOHLET_FAILPOINT: 'submit:after-commit' }, 'a failpoint is armed (MOHLET_FAILPOINT)'],
    [{ MOHLET_TOKEN_KEYS: '/var/embedded-keys/tokens.json' }, 'the demo sign-in is trusted (MOHLET_TOKEN_KEYS)'],
    [
      { MOHLET_SECURITY_SERVER_CA: '/var/embedded-keys/security-servers/ca.crt' },
      'a test authority is trusted (MOHLET_SECURITY_SERVER_CA)',
    ],
    [
      { MOHLET_SIGN_IN_ISSUER: 'http://127.0.0.1:9' },
      'the demo sign-in says who officials are (MOHLET_SIGN_IN_ISSUER)',
    ],
    [{ MOHLET_SIGN_IN_ISSUER: 'http://sign-on.gov.test' }, 'the sign-in is asked without TLS (MOHLET_SIGN_IN_ISSUER)'],
    [{ MOHLET_PUBLIC_URL: 'http://portal.gov.test' }, 'the pages are reached without TLS (MOHLET_PUBLIC_URL)'],
    [
      { MOHLET_SIGN_IN_SECRET: '/var/embedded-keys/sign-in.secret' },
      'a generated secret is shown to the sign-in (MOHLET_SIGN_IN_SECRET)',
    ],
    [{ MOHLET_TOKEN_KEYS: 'http://127.0.0.1:9/jwks' }, 'the demo sign-in is trusted (MOHLET_TOKEN_KEYS)'],
    [
      { MOHLET_PROVIDER_CERTIFICATE: '/var/embedded-keys/security-servers/provider.crt' },
      'a generated default certificate is shown to the agencies (MOHLET_PROVIDER_CERTIFICATE)',
    ],
    [
      { MOHLET_PROVIDER_KEY: '/var/embedded-keys/security-servers/provider.key' },
      "a generated default key is the listener's (MOHLET_PROVIDER_KEY)",
    ],
    [{ MOHLET_SIGNING_FOLDER: '/var/embedded-keys/signing' }, 'a generated default key signs (MOHLET_SIGNING_FOLDER)'],
    [{ MOHLET_SMTP_URL: 'smtp://LocalHost:25' }, 'the development mailbox takes the mail (MOHLET_SMTP_URL)'],
    [{ MOHLET_SMS_URL: 'http://127.1:4000' }, 'the simulated provider takes the text messages (MOHLET_SMS_URL)'],
    [
      { MOHLET_SMS_TOKEN: '/var/embedded-keys/text-messages.token' },
      'a generated token signs for the text messages (MOHLET_SMS_TOKEN)',
    ],
    [{ MOHLET_ENTRY_EXIT_URL: 'http://[::1]:4000' }, 'a party is on the loopback (MOHLET_ENTRY_EXIT_URL)'],
    [
      { MOHLET_CENTRES: centres('http://127.0.0.1:4002') },
      'a party is on the loopback (MOHLET_CENTRES: e-imza); a party is on the loopback (MOHLET_CENTRES: asan)',
    ],
    [
      { MOHLET_CENTRE_TRUST: '/var/embedded-keys/security-servers/roots.pem' },
      'a test authority is trusted (MOHLET_CENTRE_TRUST)',
    ],
    [
      { MOHLET_AGENCIES: book('http://127.0.0.1:4001') },
      AGENCIES.map((agency) => `a party is on the loopback (MOHLET_AGENCIES: ${agency})`).join('; '),
    ],
  ];

  for (const [setting, why] of FORBIDDEN)
    it(`the API does not start when ${why.split(';')[0]}`, async () => {
      assert.deepEqual(await start('api/main.ts', { ...env, ...setting }), { code: 1, said: refusal(why) });
    });

  it('nor does a worker, and every ground is named at once', async () => {
    const [[first, why1], [second, why2]] = [FORBIDDEN[0], FORBIDDEN[1]] as [
      [Record<string, string>, string],
      [Record<string, string>, string],
    ];
    const ended = await start('workers/main.ts', { ...env, ...first, ...second });
    assert.deepEqual(ended, { code: 1, said: refusal(`${why1}; ${why2}`) });
  });

  it('with none of them it gets past the refusals, to the first file that is not there', async () => {
    const { code, said } = await start('api/main.ts', env);
    assert.equal(code, 1);
    assert.match(said, /^Mohlet's api cannot start: (Error ENOENT|.*key)/);
  });

  it('in a rehearsal the same things are allowed', async () => {
    const rehearsal = await freshDatabase();
    try {
      const settings = {
        ...env,
        MOHLET_DATABASE_URL: rehearsal.appUrl,
        MOHLET_SIMULATORS: 'on',
        MOHLET_CLOCK_ROUTE: 'on',
        MOHLET_SIGNING_FOLDER: join(folder, 'rehearsal'),
      };
      assert.doesNotMatch((await start('api/main.ts', settings)).said, /production database/);
    } finally {
      await rehearsal.drop();
    }
  });

  it('a database that is not migrated, one of a newer version, and settings that are missing: one sentence each', async () => {
    const fresh = await freshDatabase();
    try {
      const { default: pg } = await import('pg');
      const owner = new pg.Client({ connectionString: fresh.ownerUrl });
      await owner.connect();
      await owner.query(
        `UPDATE _prisma_migrations SET migration_name = '20990101000000_later' WHERE migration_name LIKE '%rights'`,
      );
      const newer = await start('api/main.ts', { ...env, MOHLET_DATABASE_URL: fresh.appUrl });
      await owner.query(`DELETE FROM _prisma_migrations WHERE migration_name = '20990101000000_later'`);
      const behind = await start('workers/main.ts', { ...env, MOHLET_DATABASE_URL: fresh.appUrl });
      await owner.end();
      assert.deepEqual([newer.code, behind.code], [1, 1]);
      assert.match(newer.said, /^Mohlet cannot start: the data were written by a newer version\. .*$/);
      assert.match(behind.said, /^Mohlet cannot start: the database is not migrated yet\. .*$/);
    } finally {
      await fresh.drop();
    }
    const missing = await start('api/main.ts', {
      ...env,
      MOHLET_FILES: '',
      MOHLET_TOKEN_ISSUER: '',
      MOHLET_PORT: 'secret-port',
    });
    assert.equal(missing.code, 1);
    for (const said of [
      'MOHLET_FILES is not set',
      'MOHLET_TOKEN_ISSUER is not set',
      'MOHLET_PORT does not have the right form',
    ])
      assert.ok(missing.said.includes(said), said);
    assert.ok(!missing.said.includes('secret-port'), 'no value is repeated');
  });

  it('with nothing set, each part names at once everything that it needs', async () => {
    const needs = {
      'api/main.ts': ['MOHLET_SEAL_KEY', 'MOHLET_SMTP_URL', 'MOHLET_TEMPORAL_ADDRESS', 'MOHLET_PROVIDER_KEY'],
      'workers/main.ts': ['MOHLET_SEAL_KEY', 'MOHLET_TOKEN_KEYS', 'MOHLET_TEMPORAL_ADDRESS', 'MOHLET_MAIL_FROM'],
      'commands/simulators.ts': ['MOHLET_SIMULATOR_KEYS', 'MOHLET_AGENCIES', 'MOHLET_MAILBOX_PORT'],
    };
    for (const [file, names] of Object.entries(needs)) {
      const first = await start(file, {});
      const missing = [...first.said.matchAll(/(MOHLET_\w+) is not set/g)].map(([, name = '']) => name);
      assert.deepEqual(
        names.filter((name) => !missing.includes(name)),
        [],
      );
      assert.equal(new Set(missing).size, missing.length, 'each once');
      assert.deepEqual([first.code, first.said.split('\n').length], [1, 1]);
      const given = Object.fromEntries(missing.map((name) => [name, { ...env, ...SIMULATED }[name] ?? '1']));
      const second = await start(file, { ...given, MOHLET_SIGNING_FOLDER: '/embedded-keys/signing' });
      assert.equal(second.code, 1);
      assert.doesNotMatch(second.said, /is not set/);
    }
  });

  it('the simulators start only where they are switched on', async () => {
    const ended = await start('commands/simulators.ts', {
      ...env,
      MOHLET_SIMULATOR_KEYS: folder,
      MOHLET_SIMULATOR_JOURNALS: folder,
      MOHLET_MAILBOX_PORT: '0',
      MOHLET_TOKEN_PRIVATE_KEY: folder,
    });
    assert.equal(ended.code, 1);
    assert.match(ended.said, /^The simulators cannot start: MOHLET_SIMULATORS is not on\./);
  });
});
