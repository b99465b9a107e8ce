/**
 * Tables, games and seats of people who are not signed in live in memory only. Their ids begin with this, so
 * that whoever meets one knows where to look and what not to promise. Other ids are 22 random characters.
 */
export const visitorPrefix = 'visitor-';

/** Whether a table, a game or a player is one of visitors: kept nowhere, rated never. */
export function isOfVisitors(id: string): boolean {
  return id.startsWith(visitorPrefix);
}

/** Tables where only the house plays, and their games: to look at, not kept either. */
export const housePrefix = 'house-table-';

export function isOfHouse(id: string): boolean {
  return id.startsWith(housePrefix);
}
