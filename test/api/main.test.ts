import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeSecurityServerPki } from '../../adapters/x-road/certificates.ts';
import { clientHeader } from '../../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS } from '../../adapters/x-road/members.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { freePort } from '../../stack/ports.ts';
import { freshDatabase } from '../support/postgres.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REAL_NAME = 'AZ/GOV/1700000001/rey';

describe('R1598/2.8: the API believes the agencies under the X-Road names it was configured with', () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pki: Awaited<ReturnType<typeof makeSecurityServerPki>>;
  let api: ChildProcess;
  let port: number;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mohlet-main-'));
    database = await freshDatabase();
    pki = await makeSecurityServerPki(join(folder, 'pki'));
    port = await freePort();
    const embedded = clientHeader(AGENCY_SUBSYSTEMS['internal-affairs']);
    const agencies = AGENCIES.map((agency) => [
      agency,
      {
        url: 'https://server.gov.test',
        mail: 'desk@gov.test',
        ...(agency === 'internal-affairs' && { member: REAL_NAME }),
      },
    ]);
    await writeFile(join(folder, 'seal.key'), randomBytes(32).toString('base64'));
    await writeFile(join(folder, 'tokens.json'), '{"keys":[]}');
    await writeFile(join(folder, 'sms.token'), randomBytes(16).toString('hex'));
    const { PATH = '', HOME = '' } = process.env;
    const env = {
      PATH,
      HOME,
      MOHLET_DATABASE_URL: database.appUrl,
      MOHLET_SEAL_KEY: join(folder, 'seal.key'),
      MOHLET_SIGNING_FOLDER: join(folder, 'signing'),
      MOHLET_FILES: join(folder, 'files'),
      MOHLET_PORT: '0',
      MOHLET_PROVIDER_PORT: String(port),
      MOHLET_PROVIDER_CERTIFICATE: pki.provider.certFile,
      MOHLET_PROVIDER_KEY: pki.provider.keyFile,
      MOHLET_SECURITY_SERVER_CA: pki.caFile,
      MOHLET_SECURITY_SERVERS: JSON.stringify([
        { fingerprint: pki.agencies['internal-affairs'].fingerprint, members: [REAL_NAME, embedded] },
      ]),
      MOHLET_TEMPORAL_ADDRESS: '127.0.0.1:1',
      MOHLET_SMTP_URL: 'smtp://mail.gov.test',
      MOHLET_AGENCIES: JSON.stringify(Object.fromEntries(agencies)),
      MOHLET_CENTRES: JSON.stringify({
        'e-imza': { url: 'https://e-imza.gov.test', organization: 'E-imza' },
        asan: { url: 'https://asan.gov.test', organization: 'Asan' },
      }),
      MOHLET_CENTRE_TRUST: pki.caFile,
      MOHLET_PUBLIC_URL: 'https://portal.gov.test',
      MOHLET_SMS_URL: 'https://sms.gov.test',
      MOHLET_SMS_ACCOUNT: `AC${'0'.repeat(32)}`,
      MOHLET_SMS_TOKEN: join(folder, 'sms.token'),
      MOHLET_ENTRY_EXIT_URL: 'https://register.gov.test',
      MOHLET_SIGN_IN_ISSUER: 'https://sign-on.gov.test',
      MOHLET_SIGN_IN_SECRET: join(folder, 'sms.token'),
      MOHLET_TOKEN_ISSUER: 'urn:test:sign-on',
      MOHLET_TOKEN_KEYS: join(folder, 'tokens.json'),
    };
    api = spawn(process.execPath, [join(ROOT, 'api/main.ts')], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const started = await Promise.race([once(api, 'message'), once(api, 'exit')]);
    assert.equal(started[0], 'ready');
  });
  after(async () => {
    if (api.exitCode === null) {
      const ended = once(api, 'exit');
      api.kill('SIGTERM');
      await ended;
    }
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const opine = async (client: string) => {
    const { cert, key } = pki.agencies['internal-affairs'];
    const request = https.request(`https://127.0.0.1:${port}/r1/AZ/GOV/MOHLET/e-non-resident/opinions`, {
      method: 'POST',
      agent: false,
      ca: pki.ca,
      cert,
      key,
      headers: { 'X-Road-Client': client, 'X-Road-Id': randomUUID(), 'X-Road-Issue': 'NO-SUCH-CASE' },
    });
    request.end('{"kind":"nothing-against"}');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };

  it('the configured name gets as far as the case, which there is not; the name it replaces speaks for nobody', async () => {
    assert.equal(await opine(REAL_NAME), 404);
    assert.equal(await opine(clientHeader(AGENCY_SUBSYSTEMS['internal-affairs'])), 403);
  });
});
