import type { Identity } from '@trellis/players';
import type { Request } from 'express';
import { Strategy as GoogleStrategy, type StrategyOptions } from 'passport-google-oauth20';
import { z } from 'zod';
import type { Configuration, GoogleConfiguration } from '../../configuration/configuration.js';
import { identityOf } from '../names.js';
import type { Attempt, Leaving, Returning, Strategy } from './strategy.js';

/** Accounts are kept by this issuer and Google's `sub`, which it never gives to anybody else. */
const issuer = 'https://accounts.google.com';

/** Google, by `passport-google-oauth20`. */
export function google({ google }: Configuration): Strategy | undefined {
  if (!google) return undefined;
  return {
    name: 'google',
    begin: (attempt) => new GoogleAttempt(google, attempt).leave(),
    finish: (returning) => new GoogleAttempt(google, returning).come(returning),
  };
}

/**
 * Passport's strategy for one attempt, driven as Passport's own middleware drives it: the outcome is told by calling
 * `redirect`, `success`, `fail` or `error`, which the strategy is given first. The middleware itself would want
 * sessions of its own, and one strategy for all requests.
 */
class GoogleAttempt extends GoogleStrategy {
  constructor(
    configuration: GoogleConfiguration,
    private readonly attempt: Attempt & Partial<Pick<Returning, 'secrets' | 'signal'>>,
  ) {
    const { clientId: clientID, clientSecret, standIn } = configuration;
    // Left to itself it takes whoever comes back: `state` and PKCE are on because `store` is there and `pkce` is said.
    const options: StrategyOptions = {
      clientID,
      clientSecret,
      callbackURL: attempt.redirectUri,
      scope: ['openid', 'profile'],
      pkce: true,
      // Its types do not know the form with five parameters, which is the one for PKCE.
      store: storeOf(attempt) as unknown as StrategyOptions['store'],
      ...endpoints(standIn),
    };
    super(options, (_access, _refresh, profile, done) => done(null, profile));

    // The library beneath waits for ever, puts the token into an address, and throws where nobody can catch it when an
    // answer is JSON of another shape. So both requests are ours.
    const { tokenURL } = endpoints(standIn);
    Object.assign(this._oauth2, {
      getOAuthAccessToken: (code: string, params: Record<string, string>, told: TokenTold) => {
        const form = { ...params, code, client_id: clientID, client_secret: clientSecret };
        const init = { method: 'POST', body: new URLSearchParams(form) };
        this.answer(this.ask(tokenURL, init), told, (said) =>
          told(null, String(said['access_token'] ?? ''), '', said),
        );
      },
      get: (url: string, token: string, told: TextTold) => {
        const init = { headers: { authorization: `Bearer ${token}` } };
        this.answer(this.ask(url, init), told, (said) => told(null, JSON.stringify(said)));
      },
    });
  }

  async leave(): Promise<Leaving> {
    const outcome = await this.drive(new URLSearchParams());
    if (!('redirect' in outcome)) throw new Error('Passport did not send the browser to Google.');
    return { location: outcome.redirect, secrets: outcome.secrets };
  }

  async come({ query }: Returning): Promise<Identity> {
    const outcome = await this.drive(query);
    if (!('profile' in outcome)) throw new Error('Google vouches for nobody.');
    const { id, name, displayName } = ProfileShape.parse(outcome.profile);
    return identityOf(issuer, id, {
      first: name?.givenName,
      last: name?.familyName,
      whole: displayName,
    });
  }

  private drive(query: URLSearchParams): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const request: DrivenRequest = { query: Object.fromEntries(query), secrets: {} };
      this.redirect = (url) => resolve({ redirect: url, secrets: request.secrets });
      this.success = (profile: unknown) => resolve({ profile });
      this.fail = (reason: unknown) =>
        reject(new Error('Google’s answer was refused.', { cause: reason }));
      this.error = reject;
      this.pass = () => reject(new Error('Passport passed.'));
      this.authenticate(request as unknown as Request);
    });
  }

  /** A request to Google, until the attempt is given up; anything but a good answer with an object is an error. */
  private async ask(url: string, init: RequestInit): Promise<Said> {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: this.attempt.signal });
    const said: unknown = await answer.json();
    if (!answer.ok || typeof said !== 'object' || said === null)
      throw new Error(`Google answered ${answer.status}.`);
    return said as Said;
  }

  /** What the strategy throws on being told ends the attempt, not the process. */
  private answer(
    asked: Promise<Said>,
    failed: (error: Error) => void,
    told: (said: Said) => void,
  ): void {
    asked.then(told, failed).catch(this.error);
  }
}

/** The types promise it, but Passport passes on whatever Google said. */
const ProfileShape = z.object({
  id: z.string(),
  displayName: z.string().optional(),
  name: z
    .object({ givenName: z.string().optional(), familyName: z.string().optional() })
    .optional(),
});

type Said = Record<string, unknown>;
type TokenTold = (error: Error | null, access?: string, refresh?: string, said?: Said) => void;
type TextTold = (error: Error | null, text?: string) => void;

type Outcome =
  | { readonly redirect: string; readonly secrets: Leaving['secrets'] }
  | { readonly profile: unknown };

/** All that the strategy and our store look at. */
interface DrivenRequest {
  readonly query: Record<string, string>;
  /** What the store was given on leaving. */
  secrets: Record<string, string>;
}

/** Where Passport keeps state and PKCE verifier: for us in the attempt. The number of parameters is its protocol. */
function storeOf(attempt: Attempt & { readonly secrets?: Leaving['secrets'] }) {
  return {
    store(
      request: unknown,
      verifier: string,
      _state: unknown,
      _meta: unknown,
      stored: (error: Error | null, state: string) => void,
    ): void {
      (request as DrivenRequest).secrets = { verifier };
      stored(null, attempt.state);
    },
    verify(
      _request: unknown,
      state: unknown,
      _meta: unknown,
      loaded: (error: Error | null, verifier: string | false, info?: unknown) => void,
    ): void {
      const verifier = attempt.secrets?.['verifier'];
      loaded(null, (state === attempt.state && verifier) || false, { message: 'state' });
    },
  };
}

/** Today's addresses of Google's OpenID Connect; the strategy's own defaults are older ones. */
function endpoints(standIn: string | undefined) {
  return standIn
    ? {
        authorizationURL: `${standIn}/authorize`,
        tokenURL: `${standIn}/token`,
        userProfileURL: `${standIn}/userinfo`,
      }
    : {
        authorizationURL: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenURL: 'https://oauth2.googleapis.com/token',
        userProfileURL: 'https://openidconnect.googleapis.com/v1/userinfo',
      };
}
