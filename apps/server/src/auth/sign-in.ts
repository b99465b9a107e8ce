import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Identity } from '@trellis/players';
import { z } from 'zod';
import type { Configuration } from '../configuration/configuration.js';
import { Cookies } from './cookies.js';
import { localPath } from './return-to.js';
import { Signer } from './signed.js';
import { configuredStrategies } from './strategies/index.js';
import type { Strategy } from './strategies/strategy.js';

/** What the sign-in page explains; the second half of `/sign-in?error=`. */
export type SignInFault = 'cancelled' | 'state-mismatch' | 'provider-failed' | 'provider-slow';

/** The provider or the browser came back with something that signs nobody in. */
export class SignInFailure extends Error {
  constructor(
    readonly fault: SignInFault,
    /** Where the person wanted to go, to try again from there. */
    readonly returnTo: string = '/',
    options?: ErrorOptions,
  ) {
    super(`Sign-in failed: ${fault}`, options);
    this.name = 'SignInFailure';
  }
}

const cookieName = 'trellis-attempt';
const lifetime = 10 * 60 * 1000;

const AttemptCookie = z.strictObject({
  provider: z.string(),
  state: z.string(),
  secrets: z.record(z.string(), z.string()),
  returnTo: z.string(),
  until: z.number(),
});
type AttemptCookie = z.infer<typeof AttemptCookie>;

/**
 * The way to a provider and back. Between the two, the attempt is in a signed cookie of the very browser that began it,
 * good for ten minutes and once: that is what ties the provider's answer to the person who asked.
 */
export class SignIn {
  private readonly strategies;
  private readonly signer: Signer;
  private readonly cookies: Cookies;
  /** States that came back already, and until when they would be good. */
  private readonly used = new Map<string, number>();

  constructor(
    private readonly configuration: Configuration,
    private readonly now: () => number = Date.now,
    /** How long to wait for the provider, in all (ms). */
    private readonly patience = 10_000,
  ) {
    this.strategies = configuredStrategies(configuration);
    this.signer = new Signer(configuration.sessionSecret, 'sign-in attempt');
    this.cookies = new Cookies(configuration.publicUrl);
  }

  offers(provider: string): boolean {
    return this.strategies.has(provider);
  }

  /** Where to send the browser, with which cookie. Rejects with a `SignInFailure`. */
  async begin(
    provider: string,
    wantedReturn: unknown,
  ): Promise<{ location: string; cookie: string }> {
    const returnTo = localPath(wantedReturn);
    const strategy = this.strategyOf(provider);
    const state = randomBytes(24).toString('base64url');
    const redirectUri = this.redirectUri(provider);
    const { location, secrets } = await this.patiently(returnTo, () =>
      strategy.begin({ state, redirectUri }),
    );
    const until = this.now() + lifetime;
    const attempt: AttemptCookie = { provider, state, secrets, returnTo, until };
    const cookie = this.cookies.write(cookieName, this.signer.sign(attempt), lifetime / 1000);
    return { location, cookie };
  }

  /** Who came back, and where he wanted to go. Rejects with a `SignInFailure`. */
  async finish(
    provider: string,
    query: URLSearchParams,
    cookieHeader: string | undefined,
  ): Promise<{ identity: Identity; returnTo: string }> {
    const strategy = this.strategyOf(provider);
    const attempt = this.attemptOf(provider, query, cookieHeader);
    if (!attempt) throw new SignInFailure('state-mismatch');
    const { state, secrets, returnTo } = attempt;
    this.use(attempt);
    if (query.has('error')) {
      const cancelled = query.get('error') === 'access_denied';
      throw new SignInFailure(cancelled ? 'cancelled' : 'provider-failed', returnTo);
    }
    if (query.getAll('code').length !== 1 || query.get('code') === '')
      throw new SignInFailure('provider-failed', returnTo);
    const redirectUri = this.redirectUri(provider);
    const identity = await this.patiently(returnTo, (signal) =>
      strategy.finish({ state, secrets, redirectUri, query, signal }),
    );
    return { identity, returnTo };
  }

  /** The `Set-Cookie` header after coming back. */
  forget(): string {
    return this.cookies.write(cookieName, undefined, 0);
  }

  private strategyOf(provider: string): Strategy {
    const strategy = this.strategies.get(provider);
    if (!strategy) throw new Error('This club does not offer that provider: ask `offers` first.');
    return strategy;
  }

  private redirectUri(provider: string): string {
    return `${this.configuration.publicUrl}/auth/${provider}/callback`;
  }

  /** The attempt that this browser began with this provider, if the answer belongs to it and it is still good. */
  private attemptOf(
    provider: string,
    query: URLSearchParams,
    cookieHeader: string | undefined,
  ): AttemptCookie | undefined {
    const cookie = this.cookies.read(cookieHeader, cookieName);
    const attempt = cookie && AttemptCookie.safeParse(this.signer.verify(cookie)).data;
    const states = query.getAll('state');
    if (!attempt || states.length !== 1 || !sameText(states[0]!, attempt.state)) return undefined;
    const good =
      attempt.provider === provider && attempt.until > this.now() && !this.used.has(attempt.state);
    return good ? attempt : undefined;
  }

  private use({ state, until }: AttemptCookie): void {
    for (const [old, end] of this.used) if (end <= this.now()) this.used.delete(old);
    this.used.set(state, until);
  }

  private async patiently<T>(
    returnTo: string,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const giveUp = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new SignInFailure('provider-slow', returnTo));
        giveUp.abort();
      }, this.patience);
    });
    try {
      return await Promise.race([ask(giveUp.signal), enough]);
    } catch (error) {
      if (error instanceof SignInFailure) throw error;
      throw new SignInFailure('provider-failed', returnTo, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
