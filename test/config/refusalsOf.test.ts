import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAgencyBook, readCentreBook } from '../../config/env.ts';
import { isLoopback } from '../../config/loopback.ts';
import { type About, refusalsOf } from '../../config/refusals.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { CENTRES } from '../../law/signature-issuance/parties.ts';

const book = (url: string) =>
  readAgencyBook(JSON.stringify(Object.fromEntries(AGENCIES.map((name) => [name, { url, mail: 'desk@gov.test' }]))));

const centres = (url: string) =>
  readCentreBook(JSON.stringify(Object.fromEntries(CENTRES.map((name) => [name, { url, organization: name }]))));

const REAL: About = {
  simulators: false,
  clockRoute: false,
  generatedKeys: false,
  failpoint: false,
  sealKey: '/srv/embedded-systems/real.key',
  signingFolder: '/srv/not-embedded-keys/signing',
  signInIssuer: 'https://sign-on.gov.test',
  publicUrl: 'https://portal.gov.test',
  signInSecret: '/etc/mohlet/sign-in.secret',
  tokenKeys: 'http://localhostile.gov.az/jwks',
  providerCertificate: '/srv/embedded-keys-of-old/listener.crt',
  providerKey: '',
  securityServerCa: '/srv/ca-embedded-keys.crt',
  smtpUrl: 'smtp://mail.localhostile.gov.az',
  smsUrl: 'https://api.localhostile.gov.az',
  smsToken: '/srv/embedded-keys-of-old/sms.token',
  entryExitUrl: 'http://localhostile.gov.az',
  agencies: book('http://127.agency.gov.az'),
  centres: centres('http://127.centre.gov.az'),
  centreTrust: '/srv/embedded-keys-of-old/roots.pem',
};

const HERE = [
  'http://127.0.0.1:9/jwks',
  'http://127.8.8.8',
  'http://0x7f.1',
  'http://127.0.0.1./',
  'http://[::]:5',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://0.0.0.0',
  'https://LOCALHOST.',
  'http://api.localhost:80',
  'smtp://2130706433',
  'smtp://0:25',
  'smtp://[0:0:0:0:0:0:0:1]',
  'smtp://%6cocalhost',
  'smtp://user:secret@localhost.localdomain',
  'smtp:mail',
];
const ELSEWHERE = [
  'http://localhostile.gov.az',
  'http://my-localhost.az',
  'http://localhost.gov.az',
  'http://127.agency.az',
  'http://128.0.0.1',
  'http://10.0.0.1',
  'http://[::2]',
  'http://[2001:db8::1]',
  'http://[::ffff:10.0.0.1]',
  'smtp://127.0.0.1@mail.gov.az',
];
for (const url of HERE) test(`${url} leads to this machine`, () => assert.equal(isLoopback(url), true));
for (const url of ELSEWHERE) test(`${url} leads elsewhere`, () => assert.equal(isLoopback(url), false));

test('a real installation whose names only look alike is not refused', () => {
  assert.deepEqual(refusalsOf('production', REAL), []);
});

test('each party, the mailbox and the sign-in are refused on the loopback, however it is spelled', () => {
  for (const url of HERE) {
    const about = { ...REAL, smtpUrl: url, smsUrl: url, entryExitUrl: url, agencies: book(url), centres: centres(url) };
    const grounds = [
      'the development mailbox takes the mail (MOHLET_SMTP_URL)',
      'the simulated provider takes the text messages (MOHLET_SMS_URL)',
      'a party is on the loopback (MOHLET_ENTRY_EXIT_URL)',
      ...CENTRES.map((centre) => `a party is on the loopback (MOHLET_CENTRES: ${centre})`),
      ...AGENCIES.map((agency) => `a party is on the loopback (MOHLET_AGENCIES: ${agency})`),
    ];
    assert.deepEqual(refusalsOf('production', about), grounds, url);
    assert.deepEqual(refusalsOf('rehearsal', about), []);
  }
  for (const tokenKeys of ['http://127.0.0.1:9/jwks', 'HTTPS://localhost/jwks', 'http://[::]:5'])
    assert.deepEqual(refusalsOf('production', { ...REAL, tokenKeys }), [
      'the demo sign-in is trusted (MOHLET_TOKEN_KEYS)',
    ]);
});

test('what lies in the folder of generated keys is refused, by whatever path', () => {
  const paths = ['/srv/embedded-keys/x', '/srv/embedded-keys', 'embedded-keys/x', '/srv/other/../embedded-keys/x'];
  for (const path of paths) {
    const about = {
      ...REAL,
      sealKey: path,
      signingFolder: path,
      providerCertificate: path,
      providerKey: path,
      tokenKeys: path,
      securityServerCa: path,
      smsToken: path,
      centreTrust: path,
    };
    assert.deepEqual(refusalsOf('production', about), [
      'a generated default key seals the data (MOHLET_SEAL_KEY)',
      'a generated default key signs (MOHLET_SIGNING_FOLDER)',
      'the demo sign-in is trusted (MOHLET_TOKEN_KEYS)',
      'a generated default certificate is shown to the agencies (MOHLET_PROVIDER_CERTIFICATE)',
      "a generated default key is the listener's (MOHLET_PROVIDER_KEY)",
      'a test authority is trusted (MOHLET_SECURITY_SERVER_CA)',
      'a generated token signs for the text messages (MOHLET_SMS_TOKEN)',
      'a test authority is trusted (MOHLET_CENTRE_TRUST)',
    ]);
  }
  assert.deepEqual(refusalsOf('production', { ...REAL, sealKey: join('/srv/embedded-keys', '..', 'seal.key') }), []);
});
