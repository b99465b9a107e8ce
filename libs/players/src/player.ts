import type { PlayerCard, PlayerId } from '@trellis/facade';
import type { Ban } from './ban.js';

/** A person of the club. The account is `(issuer, subject)`; never the e-mail address. */
export interface Player {
  readonly id: PlayerId;
  readonly issuer: string;
  readonly subject: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Shows "Anna K." instead of the whole last name. */
  readonly hidesLastName: boolean;
  /** Is not shown as being in the club. */
  readonly hidesPresence: boolean;
  readonly memberSince: number;
  readonly lastSeen: number;
  /** Sessions begun before this moment (ms) are over: "sign out everywhere". */
  readonly sessionsSince: number;
  /** The last one, also after its end; null when there was none or it was lifted. */
  readonly ban: Ban | null;
  /** When the account was deleted (ms): nothing in it says any more who it was. */
  readonly deletedAt: number | null;
  /** Judges reports of players. */
  readonly arbiter: boolean;
}

/** What an identity provider says of a person who has just proven who he is. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A keyed hash of an account: the same account has the same mark, and nobody reads from it who it is. */
export type AccountMark = (account: Pick<Identity, 'issuer' | 'subject'>) => string;

export abstract class Players {
  /** Finds or makes the player of this identity; the provider's name replaces the old one. `id` is used for a new player. */
  abstract signIn(identity: Identity, id: PlayerId, now: number): Promise<Player>;
  abstract find(id: PlayerId): Promise<Player | undefined>;
  abstract findAccount(issuer: string, subject: string): Promise<Player | undefined>;
  abstract findMany(ids: readonly PlayerId[]): Promise<readonly Player[]>;
  abstract setHidesLastName(id: PlayerId, hides: boolean): Promise<Player>;
  abstract setHidesPresence(id: PlayerId, hides: boolean): Promise<Player>;
  /** All players who hide their presence. */
  abstract hidingPresence(): Promise<readonly PlayerId[]>;
  abstract seen(id: PlayerId, now: number): Promise<void>;
  /** "Sign out everywhere": sessions begun before `now` (ms) are over. */
  abstract endSessions(id: PlayerId, now: number): Promise<void>;
  /** "Sign out here": this session is over, until `until` (ms), when it would have ended by itself. */
  abstract endSession(sessionId: string, until: number): Promise<void>;
  /** Sessions that were ended and would still be valid at `now`. */
  abstract endedSessions(now: number): Promise<readonly string[]>;
  /** Players whose `sessionsSince` is at or after `since` (ms), so that a restart remembers who signed out everywhere. */
  abstract sessionsEndedSince(
    since: number,
  ): Promise<readonly Pick<Player, 'id' | 'sessionsSince'>[]>;
  /** Keeps the player out of the club, or lets him in again (null). Rejects for somebody unknown or deleted. */
  abstract setBan(id: PlayerId, ban: Ban | null): Promise<Player>;
  /** Who is kept out at `now` (ms). */
  abstract banned(now: number): Promise<readonly Player[]>;
  /**
   * Deletes the account and that of his programs. What was his alone goes: names, letters, bonds, drafts, tokens and what he said
   * in talks. Games, results, ratings and posts stay, under a neutral name; his sessions are over. Answers with the accounts
   * as they are now; twice changes nothing. A ban that lasts is kept under the mark of the account. Rejects for somebody unknown.
   */
  abstract delete(id: PlayerId, now: number, markOf: AccountMark): Promise<readonly Player[]>;
  /** Hands a player the ban of the deleted account that had this mark, if it lasts: it is his from now on. */
  abstract takeOverBan(id: PlayerId, mark: string, now: number): Promise<Player | undefined>;
  /** Who was banned, let in again or deleted in the last so many ms by the storage's own clock, by whomever. */
  abstract decidedWithin(ms: number): Promise<readonly Player[]>;
}

/** The issuer of the accounts that programs play on. */
export const programIssuer = 'trellis:program';
/** The issuer of deleted accounts: no provider's, so that nobody signs in to one. Those of programs stay programs'. */
export const deletedIssuer = 'trellis:deleted';
/** How somebody is called whose account was deleted, where nobody translates it. */
const formerPlayer = 'Former player';

/**
 * The account that a person's programs play on: one of its own, with its own ratings, so that a program's games are never taken
 * for those of its owner. It bears his name, and everybody sees that it is a computer player.
 */
export function programOf({ id, firstName, lastName }: Player): Identity {
  return { issuer: programIssuer, subject: id, firstName, lastName };
}

/** The person behind an account: whoever's programs play on it, or he himself. */
export function personOf({ id, issuer, subject }: Player): PlayerId {
  return issuer === programIssuer ? subject : id;
}

/** The name everybody sees. */
export function shownName(
  player: Pick<Player, 'firstName' | 'lastName' | 'hidesLastName'>,
): string {
  const [initial] = player.lastName;
  if (!initial) return player.firstName;
  return player.hidesLastName
    ? `${player.firstName} ${initial}.`
    : `${player.firstName} ${player.lastName}`;
}

export function cardOf(
  player: Pick<Player, 'id' | 'issuer' | 'firstName' | 'lastName' | 'hidesLastName' | 'deletedAt'>,
): PlayerCard {
  const { id, issuer, deletedAt } = player;
  const former = deletedAt === null ? {} : { former: true as const };
  const name = former.former ? formerPlayer : shownName(player);
  if (issuer !== programIssuer) return { id, name, ...former };
  // In the name itself, so that no page, record or other program can show it without.
  return { id, name: `${name} (bot)`, computer: true, ...former };
}
