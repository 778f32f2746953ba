import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSecretKey, randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import type { Provider } from 'oidc-provider';
import { chooserPage } from './chooser.ts';
import { DEMO_OFFICIALS } from './demoOfficials.ts';

/** The simulated single sign-on, running. `setUp(false)` makes it answer nothing but 503, as when it is out. */
export type SignInSimulator = { port: number; issuer: string; setUp(up: boolean): void; stop(): Promise<void> };

/**
 * A rehearsal's single sign-on: a real OpenID provider with a chooser of demo officials instead of passwords. It signs
 * with the key by which the rehearsal's bearer tokens are made, so that pages and API have one issuer.
 */
export async function startSignInSimulator(wanted: {
  port: number;
  client: string;
  secret: string;
  callbackUrl: string | (() => string);
  homeUrls: readonly string[] | (() => readonly string[]);
  signingKey: JWK;
}): Promise<SignInSimulator> {
  let up = true;
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => {
    if (up) handle(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const value = <T>(given: T | (() => T)): T => (given instanceof Function ? given() : given);
  // Only where it is started: loading it warns of runtimes it does not know.
  const { Provider: OpenIdProvider } = await import('oidc-provider');
  const provider = providerOf(OpenIdProvider, issuer, wanted, value(wanted.callbackUrl), value(wanted.homeUrls));
  const callback = provider.callback();
  handle = (request, response) => {
    const interaction = request.url?.startsWith('/interaction/') === true;
    const done = interaction ? choose(provider, request, response) : callback(request, response);
    void Promise.resolve(done).catch(() => {
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  };
  return {
    port,
    issuer,
    setUp: (now) => {
      up = now;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function providerOf(
  OpenIdProvider: typeof Provider,
  issuer: string,
  { client, secret, signingKey }: { client: string; secret: string; signingKey: JWK },
  callbackUrl: string,
  homeUrls: readonly string[],
): Provider {
  const cookieKey = createSecretKey(randomBytes(32));
  return new OpenIdProvider(issuer, {
    clients: [
      {
        client_id: client,
        client_secret: secret,
        redirect_uris: [callbackUrl],
        post_logout_redirect_uris: [...homeUrls],
        id_token_signed_response_alg: 'ES256',
        require_auth_time: true,
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: [cookieKey.export()] },
    claims: { openid: ['sub'], official: ['role', 'body', 'post', 'identity'] },
    // The claims stand in the ID token itself: one answer to believe, not two.
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: leaveAtOnce } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    // Officials consent to nothing here: the portal is a state body's, not a third party's.
    loadExistingGrant: async (context) => {
      const { oidc } = context;
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid official');
      await grant.save();
      return grant;
    },
    findAccount: (_context, sub) => {
      const found = DEMO_OFFICIALS.find((one) => one.sub === sub);
      if (found === undefined) return undefined;
      return { accountId: sub, claims: () => ({ ...found }) };
    },
    ttl: { Session: 3600, Interaction: 600, AuthorizationCode: 60, IdToken: 300, AccessToken: 300, Grant: 3600 },
  });
}

/** Signing out asks nothing more: the portal has asked already. */
function leaveAtOnce(context: { body?: unknown }, form: string): void {
  context.body = `<!doctype html><html lang="az"><head><meta charset="utf-8"><title>Çıxış</title></head><body>${form}
<button autofocus form="op.logoutForm" name="logout" value="yes">Çıx · Sign out · Выйти</button></body></html>`;
}

async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(chooserPage(DEMO_OFFICIALS, params['ui_locales']));
    return;
  }
  const chosen = new URLSearchParams(await bodyOf(request)).get('sub');
  const known = DEMO_OFFICIALS.some(({ sub }) => sub === chosen);
  const result =
    chosen !== null && known
      ? { login: { accountId: chosen, remember: false, ts: Math.floor(Date.now() / 1000) } }
      : { error: 'access_denied', error_description: 'refused' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) throw new Error('too much');
  }
  return body;
}
