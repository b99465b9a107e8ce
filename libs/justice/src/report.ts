import type { GameId, PlayerCard, PlayerId, TableId } from '@trellis/facade';

export const reportCategories = ['cheating', 'stalling', 'abuse', 'profile', 'other'] as const;
export type ReportCategory = (typeof reportCategories)[number];

/** A line of talk as it was when somebody reported it: rooms of tables are forgotten, reports are not. */
export interface HeardLine {
  readonly by: PlayerCard;
  readonly at: number;
  readonly said: { readonly text: string } | { readonly phrase: string };
}

/** What one player tells the arbiters of another. */
export interface Report {
  readonly id: string;
  readonly by: PlayerCard;
  readonly on: PlayerCard;
  readonly category: ReportCategory;
  readonly text: string;
  /** Its record shows what happened; a game that still runs has none yet. */
  readonly gameId: GameId | null;
  readonly tableId: TableId | null;
  readonly lines: readonly HeardLine[];
  readonly at: number;
  /** Null while it is open. */
  readonly decision: Decision | null;
}

export interface Decision {
  readonly upheld: boolean;
  /** Both read it: who reported and who was reported. */
  readonly answer: string;
  readonly at: number;
  readonly by: PlayerCard | null;
}

export interface NewReport {
  /** Made of what the reporter's browser sent, so that a repeated request is the same report. */
  readonly id: string;
  readonly by: PlayerId;
  readonly on: PlayerId;
  readonly category: ReportCategory;
  readonly text: string;
  readonly gameId: GameId | null;
  readonly tableId: TableId | null;
  readonly lines: readonly (Omit<HeardLine, 'by'> & { readonly by: PlayerId })[];
  readonly at: number;
}

/** What an arbiter decides of an open report. The sanction is of the one who was reported. */
export interface NewDecision {
  readonly by: PlayerId;
  readonly upheld: boolean;
  readonly answer: string;
  readonly at: number;
}
