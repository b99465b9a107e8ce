import { z } from 'zod';
import type { GameRecord, PlayerCard, Profile } from '@trellis/facade';

/** `GET /api/me` */
export interface Me {
  readonly player:
    | (PlayerCard & {
        readonly firstName: string;
        readonly lastName: string;
        readonly hidesLastName: boolean;
        /** Is not shown as being in the club. */
        readonly hidesPresence: boolean;
        /** Writes for the club, and keeps the forum tidy. */
        readonly editor?: true;
      })
    | null;
  /** Tables where the player sits. */
  readonly seatedAt: readonly {
    readonly tableId: string;
    readonly game: string;
    readonly number: number | null;
  }[];
  readonly signIn: { readonly google: boolean; readonly oidc: boolean; readonly demo: boolean };
}

/** `POST /auth/demo` answers with the session cookie; 404 when demo sign-in is off. */
export const DemoSignIn = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** A path of the club to come back to (from the form). */
  returnTo: z.string().max(500).optional(),
});

/** `PATCH /api/me` */
export const ChangeMe = z
  .strictObject({ hidesLastName: z.boolean().optional(), hidesPresence: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, 'nothing to change');

/** `GET /api/games/:id`, `GET /api/players/:id`: what memory does not hold, for people who are signed in. */
export interface GameAnswer {
  readonly game: GameRecord;
}
export interface PlayerAnswer {
  readonly profile: Profile;
}
