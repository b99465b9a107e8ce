import { z } from 'zod';
import type { GameRecord, PlayerCard, Profile, TableRow } from '@trellis/facade';
import { tokenScopes, type TokenScope } from './access.js';
import { Say } from './client-to-server.js';
import type { ChatLine } from './server-to-client.js';

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
        /** Judges reports of players. */
        readonly arbiter?: true;
      })
    | null;
  /** Tables where the player sits. */
  readonly seatedAt: readonly {
    readonly tableId: string;
    readonly game: string;
    readonly number: number | null;
  }[];
  readonly signIn: { readonly google: boolean; readonly oidc: boolean; readonly demo: boolean };
  /** Whoever has signed in is kept out of the club until then (ms), and why; `player` is null. */
  readonly banned?: { readonly reason: string; readonly until: number };
  /** What he may not do for a time (warnings are only shown), why and until when (ms). */
  readonly pauses?: readonly {
    readonly kind: 'warning' | 'chat-pause' | 'rated-pause';
    readonly reason: string;
    readonly until: number;
  }[];
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

/** `POST /api/me/deletion`: the name as it stands in the account, so that nobody does it by mistake. */
export const DeleteMe = z.strictObject({ name: z.string().min(1).max(200) });

/** `GET /api/games/:id`, `GET /api/players/:id`: what memory does not hold, for people who are signed in. */
export interface GameAnswer {
  readonly game: GameRecord;
}
export interface PlayerAnswer {
  readonly profile: Profile;
}

/** `POST /api/house/:game` begins a game where the house takes every other seat, or finds the one that goes on already. */
export const PlayTheHouse = z.strictObject({
  /** How strong the house is; somewhere in the middle when left out. */
  level: z.string().max(40).optional(),
});
export interface HouseAnswer {
  readonly tableId: string;
}

/** `GET /api/tables/:id` */
export interface TableAnswer {
  readonly table: TableRow;
}

/** A personal token as its owner sees it later: without the secret. */
export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the hour; null when it was never used. */
  readonly lastUsed: number | null;
}

/** `POST /api/tokens` */
export const MakeToken = z.strictObject({
  name: z.string().trim().min(1).max(40),
  scopes: z
    .array(z.enum(tokenScopes))
    .min(1)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'each scope once'),
  /** How long it is good. */
  days: z.number().int().min(1).max(366),
});

export interface TokensAnswer {
  readonly tokens: readonly TokenRow[];
  /** The account that the tokens play on; null before the first token. */
  readonly program: PlayerCard | null;
}

export interface MadeToken {
  readonly row: TokenRow;
  /** Shown this once: the club keeps only its hash. */
  readonly token: string;
}

/** `GET /api/chat/:room`: the talk of a hall, for programs without sockets. */
export const ReadChat = z.object({
  /** The last line's number that is known: newer ones are answered, or waited for. Without it: the last lines, at once. */
  since: z.coerce.number().int().nonnegative().optional(),
});

export interface ChatAnswer {
  readonly lines: readonly ChatLine[];
  /** To be sent as `since` the next time. */
  readonly cursor: number;
}

/** `POST /api/chat/:room` */
export const SayByHttp = Say.omit({ room: true });

export interface SaidAnswer {
  readonly seq: number;
}

export interface Readiness {
  readonly ok: boolean;
  readonly database: 'up' | 'away';
  readonly redis: 'off' | 'up' | 'away';
  readonly draining: boolean;
}
