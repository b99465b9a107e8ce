/** What the server accepts before it looks at the meaning. */
export const limits = {
  /** Bytes of one request. */
  requestBytes: 16 * 1024,
  /** Nesting of objects and arrays. */
  depth: 12,
  /** Characters of any string. */
  string: 2000,
  /** Bytes of a request that brings a post, and characters of its text. */
  postBytes: 64 * 1024,
  postString: 20_000,
} as const;
