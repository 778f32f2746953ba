import * as oidc from 'openid-client';
import type { PartyFailure, SignIn } from '../ports.ts';

const WITHIN_SECONDS = 5;

/**
 * The single sign-on as OpenID Connect: code flow with PKCE (RFC 7636), state and nonce. Its own configuration is
 * asked for at the first sign-in and kept, so that this program starts while the provider is down.
 */
export function signIn(config: { issuer: string; client: string; secret: string; callbackUrl: string }): SignIn {
  const issuer = new URL(config.issuer);
  let known: Promise<oidc.Configuration> | null = null;

  const discover = () => {
    known ??= oidc.discovery(
      issuer,
      config.client,
      { use_mtls_endpoint_aliases: false },
      oidc.ClientSecretBasic(config.secret),
      {
        timeout: WITHIN_SECONDS,
        // The ID token is believed by its signature, not by the connection it came over alone (ASVS 9.1.1).
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    known.catch(() => {
      known = null;
    });
    return known;
  };

  const ask = async () => {
    try {
      const at = `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`;
      return (await fetch(at, { signal: AbortSignal.timeout(WITHIN_SECONDS * 1000) })).ok;
    } catch {
      return false;
    }
  };
  // Anybody may open the page that asks this: those who wait at one moment wait for one answer, else a flood of them
  // would be ours at the provider, and it might shut us out.
  let asking: Promise<boolean> | null = null;
  const isUp = () => {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };

  return {
    origin: issuer.origin,
    isUp,
    async start({ fresh, language }) {
      // Its configuration is known from before: only asking tells whether the person would be sent into nothing.
      if (!(await isUp())) return { kind: 'failed', failure: 'unreachable' };
      try {
        const provider = await discover();
        const codeVerifier = oidc.randomPKCECodeVerifier();
        const state = oidc.randomState();
        const nonce = oidc.randomNonce();
        const url = oidc.buildAuthorizationUrl(provider, {
          redirect_uri: config.callbackUrl,
          scope: 'openid official',
          ui_locales: language,
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          state,
          nonce,
          ...(fresh && { prompt: 'login', max_age: '0' }),
        });
        return { kind: 'started', start: { url: url.href, state, nonce, codeVerifier } };
      } catch (fault) {
        return failure(fault);
      }
    },
    async finish(callbackUrl, { state, nonce, codeVerifier }) {
      try {
        const tokens = await oidc.authorizationCodeGrant(await discover(), new URL(callbackUrl), {
          pkceCodeVerifier: codeVerifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined || typeof claims.auth_time !== 'number') return { kind: 'refused' };
        return { kind: 'signed-in', claims, authenticatedAt: claims.auth_time };
      } catch (fault) {
        const ours = fault instanceof TypeError || fault instanceof oidc.ClientError;
        return ours && isUnreachable(fault) ? failure(fault) : { kind: 'refused' };
      }
    },
    async endUrl(returnTo) {
      try {
        const provider = await discover();
        if (provider.serverMetadata().end_session_endpoint === undefined) return null;
        return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: returnTo }).href;
      } catch {
        return null;
      }
    },
  };
}

function isUnreachable(fault: unknown): boolean {
  const code = (fault as { code?: string }).code ?? '';
  return fault instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
}

function failure(fault: unknown): PartyFailure {
  const timedOut = (fault as { code?: string }).code === 'OAUTH_TIMEOUT';
  return { kind: 'failed', failure: timedOut ? 'timed-out' : 'unreachable' };
}
