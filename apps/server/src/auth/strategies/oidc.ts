import * as client from 'openid-client';
import type { Configuration, OidcConfiguration } from '../../configuration/configuration.js';
import { identityOf } from '../names.js';
import type { Strategy } from './strategy.js';

/** Any OpenID Connect provider, found by its issuer's address. */
export function oidc({ oidc }: Configuration): Strategy | undefined {
  if (!oidc) return undefined;
  const provider = rememberingSuccess(() => discover(oidc));
  return {
    name: 'oidc',

    async begin({ state, redirectUri }) {
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      const location = client.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { location: location.href, secrets: { verifier, nonce } };
    },

    async finish({ state, redirectUri, secrets, query }) {
      const configuration = await provider();
      const address = new URL(redirectUri);
      address.search = query.toString();
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: secrets['verifier'],
        expectedState: state,
        expectedNonce: secrets['nonce'],
        idTokenExpected: true,
      });
      const claims = tokens.claims()!; // an ID token was expected
      const says = (claim: string): string | undefined => {
        const value = about[claim];
        return typeof value === 'string' ? value : undefined;
      };
      let about: Readonly<Record<string, unknown>> = claims;
      // Many providers keep names out of the ID token.
      const named = says('given_name') ?? says('family_name') ?? says('name');
      if (!named && configuration.serverMetadata().userinfo_endpoint)
        about = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return identityOf(claims.iss, claims.sub, {
        first: says('given_name'),
        last: says('family_name'),
        whole: says('name') ?? says('preferred_username'),
      });
    },
  };
}

function discover({
  issuer,
  clientId,
  clientSecret,
}: OidcConfiguration): Promise<client.Configuration> {
  // The configuration lets only a provider on this machine go without https.
  const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout: 10,
  });
}

/** Asks until it was answered once. */
function rememberingSuccess<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
