import type { PlayerCard, PlayerId, TableId } from '@trellis/facade';

/** A friend is somebody whose presence one wants to see; from who is blocked one keeps apart, and he from oneself. */
export type Bond = 'friend' | 'blocked';

export interface Acquaintance {
  readonly player: PlayerCard;
  readonly bond: Bond;
}

/** The way to a table, as it was when somebody was invited. */
export interface Invitation {
  readonly tableId: TableId;
  readonly game: string;
  readonly number: number | null;
}

/** What one player writes to another, and nobody else reads: words, a ready-made phrase, or an invitation. */
export type LetterSaid =
  { readonly text: string } | { readonly phrase: string } | { readonly invitation: Invitation };

export interface Letter {
  /** Made of what the sender's browser sent, so that a repeated request is the same letter. */
  readonly id: string;
  readonly from: PlayerId;
  readonly to: PlayerId;
  readonly at: number;
  readonly said: LetterSaid;
}

export interface Correspondence {
  readonly with: PlayerCard;
  readonly last: Letter;
  /** Letters to the reader that he has not seen. */
  readonly unread: number;
}

export const lettersAtOnce = 100;
export const correspondencesMost = 100;
export const bondsMost = 500;

/** Bonds and letters, durably. */
export abstract class People {
  abstract acquaintances(player: PlayerId): Promise<readonly Acquaintance[]>;
  /** One bond to each other player at most; null ends it. Refuses with `no-such-player`, and `too-many-bonds` beyond `bondsMost`. */
  abstract bind(player: PlayerId, other: PlayerId, bond: Bond | null, at: number): Promise<void>;
  /** Everybody who blocked somebody, for the start. */
  abstract blocks(): Promise<readonly { readonly player: PlayerId; readonly other: PlayerId }[]>;
  /** The same letter again is the same one, as it was written first. Refuses with `no-such-player`. */
  abstract send(letter: Letter): Promise<Letter>;
  /** The last ones between the two before a moment, oldest first, at most `lettersAtOnce`. */
  abstract letters(one: PlayerId, other: PlayerId, before: number): Promise<readonly Letter[]>;
  /** All letters of `other` up to this moment have been seen. */
  abstract read(player: PlayerId, other: PlayerId, through: number): Promise<void>;
  /** The last letter with each other player, newest first, at most `correspondencesMost`. */
  abstract correspondences(player: PlayerId): Promise<readonly Correspondence[]>;
  abstract unread(player: PlayerId): Promise<number>;
}
