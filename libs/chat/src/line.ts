import type { PlayerCard } from '@trellis/facade';

/**
 * Where lines are said: `hall:tic-tac-toe`, `table:<id>` (the players and, between games, everybody
 * at the table), `watchers:<id>` (spectators while a game runs).
 */
export type RoomId = string;

/** Ready-made phrases: each reader sees them in his own language. */
export const phrases = [
  'hello',
  'good-luck',
  'thanks',
  'well-played',
  'one-moment',
  'im-back',
  'sorry',
  'rematch',
  'good-game',
  'bye',
] as const;
export type Phrase = (typeof phrases)[number];

export interface ChatLine {
  /** Counts from 1 in each room without gaps. */
  readonly seq: number;
  /** Made by the sender; a repeated one is the same line. */
  readonly id: string;
  readonly at: number;
  readonly player: PlayerCard;
  readonly said: { readonly text: string } | { readonly phrase: Phrase };
}

/** How many lines a room keeps. */
export const linesKept = 200;
/** In characters as people count them. */
export const longestText = 500;

/** Lines outlive the process. */
export abstract class ChatLines {
  abstract add(room: RoomId, line: ChatLine): Promise<void>;
  /** The last `linesKept` lines of a room, oldest first. */
  abstract last(room: RoomId): Promise<readonly ChatLine[]>;
  /** The last lines of all rooms that begin with the prefix (`hall:`), for the start. */
  abstract lastOfAll(prefix: string): Promise<ReadonlyMap<RoomId, readonly ChatLine[]>>;
  abstract forget(room: RoomId): Promise<void>;
}
