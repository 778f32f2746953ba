import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { makeSecurityServerPki } from '../../../adapters/x-road/certificates.ts';
import type { KeyAndCertificate, SecurityServerPki } from '../../../adapters/x-road/certificates.ts';
import { exchange } from '../../../adapters/x-road/exchange.ts';
import { plainFingerprint } from '../../../adapters/x-road/fingerprint.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'mohlet-pki-'));
  t.after(() => rm(made, { recursive: true }));
  return made;
}

async function greet(t: TestContext, pki: SecurityServerPki, who: KeyAndCertificate): Promise<unknown> {
  const { cert, key } = pki.provider;
  const server = createServer(
    { cert, key, ca: pki.ca, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      const socket = request.socket as TLSSocket;
      const fingerprint = plainFingerprint(socket.getPeerCertificate().fingerprint256);
      response.end(JSON.stringify({ authorized: socket.authorized, fingerprint }));
    },
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const tls = { ca: pki.ca, cert: who.cert, key: who.key };
  const outcome = await exchange({ url, method: 'GET', headers: {}, timeoutMs: 60_000, tls });
  return outcome.kind === 'failed' ? outcome : (JSON.parse(outcome.body.toString('utf8')) as unknown);
}

test('every certificate stands before openssl, for its own purpose alone', async (t) => {
  const pki = await makeSecurityServerPki(join(await folder(t), 'a', 'pki'));
  const verify = (purpose: string, file: string): string =>
    execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', pki.caFile, '-purpose', purpose, file], {
      stdio: 'pipe',
    }).toString();
  for (const agency of AGENCIES) assert.match(verify('sslclient', pki.agencies[agency].certFile), /: OK/);
  assert.match(verify('sslserver', pki.provider.certFile), /: OK/);
  assert.throws(() => verify('sslserver', pki.agencies['foreign-affairs'].certFile));
  assert.throws(() => verify('sslclient', pki.provider.certFile));
});

test('the files are for their owner alone, and the authority keeps no key', async (t) => {
  const home = join(await folder(t), 'pki');
  await makeSecurityServerPki(home);
  assert.equal((await stat(home)).mode & 0o777, 0o700);
  const names = await readdir(home);
  for (const name of names) assert.equal((await stat(join(home, name))).mode & 0o777, 0o600, name);
  assert.deepEqual(
    names.filter((name) => name.startsWith('ca')),
    ['ca.crt'],
  );
});

test('a second start reads what the first made, also when both come at once', async (t) => {
  const parent = await folder(t);
  const both = await Promise.all([
    makeSecurityServerPki(join(parent, 'pki')),
    makeSecurityServerPki(join(parent, 'pki')),
  ]);
  assert.deepEqual(both[0], both[1]);
  assert.deepEqual(await makeSecurityServerPki(join(parent, 'pki')), both[0]);
  assert.deepEqual(await readdir(parent), ['pki']);
});

test('a folder that lost a file is an error and is not made anew', async (t) => {
  const home = join(await folder(t), 'pki');
  const pki = await makeSecurityServerPki(home);
  await rm(pki.agencies['state-security'].keyFile);
  await assert.rejects(makeSecurityServerPki(home), /state-security\.key/);
  await rm(pki.caFile);
  await assert.rejects(makeSecurityServerPki(home), /ENOTEMPTY|EEXIST/);
});

test("TLS: an agency's certificate is authorized and known by its fingerprint; a foreign authority's is not", async (t) => {
  const parent = await folder(t);
  const [own, foreign] = [
    await makeSecurityServerPki(join(parent, 'own')),
    await makeSecurityServerPki(join(parent, 'foreign')),
  ];
  const agency = own.agencies['state-security'];
  assert.deepEqual(await greet(t, own, agency), { authorized: true, fingerprint: agency.fingerprint });
  const stranger = foreign.agencies['state-security'];
  assert.deepEqual(await greet(t, own, stranger), { authorized: false, fingerprint: stranger.fingerprint });
  const deceived = { ...own, ca: foreign.ca };
  assert.deepEqual(await greet(t, deceived, agency), { kind: 'failed', failure: 'unreachable' });
});
