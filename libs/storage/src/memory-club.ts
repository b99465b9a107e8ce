import type { GameRecord, PaintRound, PlayerCard, PlayerId } from '@trellis/facade';
import { cardOf, type Player } from '@trellis/players';
import { newcomer, type Rating } from '@trellis/ratings';
import type { KeptEntry } from './memory-audit.js';

/** What is kept of a person, by the names of the tables where a database keeps it. */
export type PersonalParts = Readonly<Record<string, readonly object[]>>;

/** What the memory adapters share, as the Prisma ones share a database. */
export class MemoryClub {
  readonly players = new Map<PlayerId, Player>();
  /** When something was decided of whom last (ms). */
  readonly decided = new Map<PlayerId, number>();
  /** In the order in which they ended. */
  readonly games: GameRecord[] = [];
  readonly paintings: PaintRound[] = [];
  readonly audit: KeptEntry[] = [];
  private readonly givers: ((his: (id: PlayerId) => boolean) => PersonalParts)[] = [];
  private readonly forgetters: ((his: (id: PlayerId) => boolean) => void)[] = [];
  private readonly ratings = new Map<string, Map<PlayerId, Rating>>();

  /** Told when an account is deleted: forgets what was his alone. */
  onDelete(forget: (his: (id: PlayerId) => boolean) => void): void {
    this.forgetters.push(forget);
  }

  forgetWhatWasHisAlone(ids: readonly PlayerId[]): void {
    for (const forget of this.forgetters) forget((id) => ids.includes(id));
  }

  /** Asked what it keeps of a person. */
  onExport(give: (his: (id: PlayerId) => boolean) => PersonalParts): void {
    this.givers.push(give);
  }

  /** What all of them keep of a person. */
  keptOf(his: (id: PlayerId) => boolean): PersonalParts {
    return Object.assign({}, ...this.givers.map((give) => give(his))) as PersonalParts;
  }

  ratingOf(game: string, player: PlayerId): Rating {
    return this.ratings.get(game)?.get(player) ?? newcomer;
  }

  setRating(game: string, player: PlayerId, rating: Rating): void {
    const ofGame = this.ratings.get(game) ?? new Map<PlayerId, Rating>();
    this.ratings.set(game, ofGame.set(player, rating));
  }

  allRatings(): ReadonlyMap<string, ReadonlyMap<PlayerId, Rating>> {
    return this.ratings;
  }

  /** The name that a player shows now. */
  cardOf(id: PlayerId): PlayerCard {
    const player = this.players.get(id);
    if (!player) throw new Error(`The club knows no player ${id}.`);
    return cardOf(player);
  }

  /** A record with the names that its players show now. */
  withNames(record: GameRecord): GameRecord {
    return copy({
      ...record,
      seats: record.seats.map((seat) => ({
        ...seat,
        player: seat.player && this.cardOf(seat.player.id),
      })),
    });
  }
}

/**
 * What goes through a database comes back as other objects, and only what JSON can say; a NUL is
 * refused, as Postgres does.
 */
export function copy<T>(value: T): T {
  const text = JSON.stringify(value);
  if (/(^|[^\\])(\\\\)*\\u0000/.test(text)) throw new Error('A text with a NUL cannot be stored.');
  return JSON.parse(text) as T;
}
