/** Which kind of room it is, and what stands after the colon: a game's name or a table's id. */
export interface RoomName {
  readonly kind: 'hall' | 'table' | 'watchers';
  readonly of: string;
}

/** Undefined for anything that is not the name of a room. */
export function roomName(room: string): RoomName | undefined {
  const match = /^(hall|table|watchers):([A-Za-z0-9_-]{1,64})$/.exec(room);
  if (!match) return undefined;
  return { kind: match[1] as RoomName['kind'], of: match[2]! };
}

/** Somebody, as far as the rights at a table's rooms go. */
export interface Listener {
  readonly signedIn: boolean;
  /** Has a seat at the table. */
  readonly seated: boolean;
  /** Has the table open. */
  readonly near: boolean;
}

export interface TableState {
  readonly playing: boolean;
  /** Found by its link only. */
  readonly private: boolean;
}

/**
 * While a game runs, players talk at the table and spectators among themselves: who watches may read the players
 * (but not at a private table), a player never reads who watches. Between games all is open and everybody near
 * talks at the table.
 */
export function mayListen(
  kind: 'table' | 'watchers',
  table: TableState,
  { signedIn, seated, near }: Listener,
): boolean {
  if (table.private && !seated && !(signedIn && near)) return false;
  if (!table.playing) return true;
  return kind === 'watchers' ? !seated : seated || !table.private;
}

export function maySay(
  kind: 'table' | 'watchers',
  table: TableState,
  { signedIn, seated, near }: Listener,
): boolean {
  if (!signedIn) return false;
  if (kind === 'watchers') return table.playing && near && !seated;
  return seated || (near && !table.playing);
}
