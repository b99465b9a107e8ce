/** What the club asks of its storage from time to time, whoever reads or plays: the journal's clock beats, and it looks for bans. */
export const askedByItself: ReadonlySet<string> = new Set([
  'journal.beat',
  'players.decidedWithin',
]);
