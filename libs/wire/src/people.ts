import { z } from 'zod';
import type { PlayerCard, PlayerId, PresenceOf } from '@trellis/facade';

/** One's friends and letters, under `/api/people`; all of it takes a signed-in player and is his alone. */

/** `PUT /api/people/:id/bond`. Who is blocked neither talks to one nor sits down at one's table, and the other way round. */
export const ChangeBond = z.strictObject({ bond: z.enum(['friend', 'blocked']).nullable() });

/** `POST /api/people/:id/letters`. Answer: `LetterAnswer`; then `people:letter` to all pages of both. */
export const SendLetter = z.strictObject({
  /** The same key again is the same letter. */
  key: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  said: z.union([
    z.strictObject({ text: z.string().min(1).max(2000) }),
    z.strictObject({ phrase: z.string().max(40) }),
    /** An invitation to a table where the sender sits. */
    z.strictObject({ tableId: z.string().min(1).max(64) }),
  ]),
});
export type LetterAsked = z.infer<typeof SendLetter>;

/** `PUT /api/people/:id/letters/seen`: all letters up to this moment (ms). */
export const SeenLetters = z.strictObject({ through: z.number().int().nonnegative().max(8.64e15) });

/** `GET /api/people` */
export interface AcquaintancesAnswer {
  readonly acquaintances: readonly {
    readonly player: PlayerCard;
    readonly bond: 'friend' | 'blocked';
    readonly presence: PresenceOf;
  }[];
}

export interface Letter {
  readonly id: string;
  readonly from: PlayerId;
  readonly to: PlayerId;
  readonly at: number;
  readonly said:
    | { readonly text: string }
    | { readonly phrase: string }
    | {
        readonly invitation: {
          readonly tableId: string;
          readonly game: string;
          readonly number: number | null;
        };
      };
}
export interface LetterAnswer {
  readonly letter: Letter;
}
/** `GET /api/people/:id/letters?before=`: the last ones, oldest first. */
export interface LettersAnswer {
  readonly with: PlayerCard;
  readonly letters: readonly Letter[];
}
/** `GET /api/people/letters`, newest first. */
export interface CorrespondencesAnswer {
  readonly correspondences: readonly {
    readonly with: PlayerCard;
    readonly last: Letter;
    readonly unread: number;
  }[];
}
/** `GET /api/people/unread` */
export interface UnreadAnswer {
  /** Letters. */
  readonly unread: number;
  /** Threads that one follows with something new. */
  readonly threads: number;
}
