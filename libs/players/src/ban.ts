/** Keeps a player, and the programs that play for him, out of the club for a time. */
export interface Ban {
  /** In words for the one who is banned: he reads it wherever he comes. */
  readonly reason: string;
  /** When he may come back (ms). */
  readonly until: number;
}

/** Whether he is kept out now (ms). */
export function isBanned(player: { readonly ban: Ban | null }, now: number): boolean {
  return player.ban !== null && now < player.ban.until;
}
