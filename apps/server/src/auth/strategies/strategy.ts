import type { Identity } from '@trellis/players';

/** One attempt to sign in, between leaving for the provider and coming back. */
export interface Attempt {
  /** Random; the provider must bring it back. It has been compared when `finish` is called. */
  readonly state: string;
  /** Where the provider sends the browser back to; fixed by PUBLIC_URL. */
  readonly redirectUri: string;
}

export interface Leaving {
  /** The provider's address to send the browser to. */
  readonly location: string;
  /** What `finish` needs again (a PKCE verifier, a nonce); kept in the browser's attempt cookie. */
  readonly secrets: Readonly<Record<string, string>>;
}

export interface Returning extends Attempt {
  readonly secrets: Readonly<Record<string, string>>;
  /** What the provider put into the address on coming back; it has exactly one `code` and one `state`. */
  readonly query: URLSearchParams;
  /** Ends the waiting for a provider that is slow. */
  readonly signal: AbortSignal;
}

/**
 * A way to prove who one is with an identity provider. A new one is one file like `google.ts` and its line in
 * `index.ts`; state, time limits, return addresses, sessions and errors are handled once, in `SignIn`.
 */
export interface Strategy {
  /** Its part of the address: `/auth/<name>`. */
  readonly name: string;
  begin(attempt: Attempt): Promise<Leaving>;
  /** Rejects when the provider does not vouch for anybody, for whatever reason. */
  finish(returning: Returning): Promise<Identity>;
}
