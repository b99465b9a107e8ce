import type { ClubSnapshot, Fact } from '@trellis/facade';

/** What the server tells the site. `number` counts up by one with each fact, so that a page can wait for what it must show. */
export type ToSite =
  | { readonly kind: 'snapshot'; readonly snapshot: ClubSnapshot; readonly number: number }
  /** In order; `number` is that of the last one. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly number: number };

/** What the site tells the server. */
export type FromSite = { readonly kind: 'listening'; readonly port: number };

/** Request headers from the server to the site. */
export const siteHeaders = {
  language: 'x-club-language',
  /** The number of the last fact that the answer must know of. */
  fact: 'x-club-fact',
} as const;
