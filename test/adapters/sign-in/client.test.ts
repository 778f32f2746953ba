import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { signIn } from '../../../adapters/sign-in/client.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
const CLIENT = { client: 'mohlet', secret: 'secret-of-a-test-secret-of-a-test' };
const CALLBACK = 'https://portal.example/sign-in/callback';

/** How one ID token differs from what the provider would say; `made` makes it otherwise altogether. */
type Bent = {
  claims?: object;
  by?: KeyPair['privateKey'];
  made?: (claims: Record<string, unknown>) => Promise<string> | string;
};

void describe('the single sign-on’s answer (OpenID Connect Core 3.1.3.7)', () => {
  let own: KeyPair;
  let foreign: KeyPair;
  let issuer = '';
  let idToken = '';
  let looks = 0;
  let asked = new URLSearchParams();
  const server = createServer((request, response) => {
    const answer = (body: object) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    if (request.url?.endsWith('/openid-configuration') === true) {
      looks += 1;
      answer({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
        authorization_response_iss_parameter_supported: true,
      });
    } else if (request.url === '/jwks')
      void exportJWK(own.publicKey).then((key) => answer({ keys: [{ ...key, kid: 'k', alg: 'ES256', use: 'sig' }] }));
    else {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked = new URLSearchParams(body);
        answer({ access_token: 'opaque', token_type: 'Bearer', id_token: idToken });
      });
    }
  });
  before(async () => {
    [own, foreign] = await Promise.all([generateKeyPair('ES256', { extractable: true }), generateKeyPair('ES256')]);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Begins a sign-in and brings an answer to it, in which one thing is bent. */
  async function signInWith({ claims = {}, by = own.privateKey, made }: Bent, callback: Record<string, string> = {}) {
    const client = signIn({ issuer, ...CLIENT, callbackUrl: CALLBACK });
    const begun = await client.start({ fresh: true, language: 'en' });
    if (begun.kind !== 'started') throw new Error('the provider is up');
    const now = Math.floor(Date.now() / 1000);
    const said: Record<string, unknown> = {
      ...{ iss: issuer, aud: 'mohlet', sub: 'somebody', iat: now, exp: now + 60, auth_time: now },
      ...{ nonce: begun.start.nonce, ...claims },
    };
    const signed = () => new SignJWT(said).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(by);
    idToken = await (made === undefined ? signed() : made(said));
    const answer = new URLSearchParams({ code: 'c', state: begun.start.state, iss: issuer, ...callback });
    return { ...(await client.finish(`${CALLBACK}?${answer.toString()}`, begun.start)), begun: begun.start };
  }

  it('is asked for once by all who wait at one moment whether the provider is up', async () => {
    const client = signIn({ issuer, ...CLIENT, callbackUrl: CALLBACK });
    const before = looks;
    assert.ok((await Promise.all(Array.from({ length: 50 }, () => client.isUp()))).every(Boolean));
    assert.equal(looks - before, 1);
    assert.deepEqual([await client.isUp(), looks - before], [true, 2], 'and anew by who comes later');
  });

  it('is taken where it is as asked, over PKCE with S256, and a fresh one asks anew', async () => {
    const { kind, begun } = await signInWith({});
    assert.equal(kind, 'signed-in');
    const { searchParams } = new URL(begun.url);
    assert.deepEqual(
      ['code_challenge_method', 'prompt', 'max_age', 'response_type'].map((name) => searchParams.get(name)),
      ['S256', 'login', '0', 'code'],
    );
    assert.equal(asked.get('code_verifier'), begun.codeVerifier);
    assert.equal(asked.get('redirect_uri'), CALLBACK);
  });

  it('ASVS 9.1.1: signs nobody in by a token under another key, under none, or under our own secret', async () => {
    const bySecret = (claims: Record<string, unknown>) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT.secret));
    const bent: Record<string, Bent> = {
      'another key': { by: foreign.privateKey },
      'no key': { made: (claims) => new UnsecuredJWT(claims).encode() },
      'our secret': { made: bySecret },
    };
    for (const [what, how] of Object.entries(bent)) assert.equal((await signInWith(how)).kind, 'refused', what);
  });

  it('ASVS 10.5: nor by one of another issuer, for another client, of another sign-in, or of the past', async () => {
    const past = Math.floor(Date.now() / 1000) - 3_600;
    const bent: Record<string, object> = {
      issuer: { iss: 'https://other.example' },
      audience: { aud: 'another' },
      'several audiences': { aud: ['mohlet', 'another'], azp: 'another' },
      nonce: { nonce: 'of-another-sign-in' },
      'no nonce': { nonce: undefined },
      expired: { iat: past, exp: past + 60 },
      'no auth_time': { auth_time: undefined },
      'auth_time in words': { auth_time: 'now' },
    };
    for (const [what, claims] of Object.entries(bent))
      assert.equal((await signInWith({ claims })).kind, 'refused', what);
  });

  it('ASVS 10.5, RFC 9207: nor where the answer came for another state, from another issuer, or with an error', async () => {
    const bent: Record<string, Record<string, string>> = {
      state: { state: 'of-another' },
      issuer: { iss: 'https://other.example' },
      error: { error: 'access_denied' },
    };
    for (const [what, callback] of Object.entries(bent))
      assert.equal((await signInWith({}, callback)).kind, 'refused', what);
  });
});
