import type { Fact } from './fact.js';
import { Latest } from './latest.js';
import type { ClubCounts, GameSummary, PlayerCard, PlayerId, TableRow } from './public-club.js';
import type { ThreadHead } from './public-forum.js';

/** Names and moments of being seen, of people whose profile may be elsewhere. */
const mostPeople = 20_000;
const nobody: ClubCounts = { players: 0, visitors: 0, tablesInPlay: 0 };

/** How people are called now, who of them is here, and how many. */
export class KnownPeople {
  private readonly names = new Latest<PlayerCard>(mostPeople);
  private readonly seen = new Latest<boolean>(mostPeople, (online) => online);
  private present = {
    counts: nobody,
    halls: {} as Readonly<Record<string, number>>,
    at: -Infinity,
  };

  /** False when a name as new was known already. */
  called(player: PlayerCard, at: number): boolean {
    return this.names.set(player.id, player, at);
  }

  /** Since when (ms) the name of this player is known. */
  calledAt(id: PlayerId): number | undefined {
    return this.names.at(id);
  }

  wasSeen(id: PlayerId, online: boolean, at: number): void {
    this.seen.set(id, online, at);
  }

  seenAt(id: PlayerId): number | undefined {
    return this.seen.at(id);
  }

  isOnline(id: PlayerId): boolean {
    return this.seen.get(id) ?? false;
  }

  counted({ counts, halls, at }: Extract<Fact, { kind: 'counts-changed' }>): void {
    if (at > this.present.at) this.present = { counts, halls, at };
  }

  counts(): ClubCounts {
    return this.present.counts;
  }

  inHall(game: string): number {
    return this.present.halls[game] ?? 0;
  }

  /** Who has been here longest comes first. */
  online(limit: number): readonly PlayerCard[] {
    return [...this.seen]
      .filter(({ value }) => value)
      .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .flatMap(({ key }) => this.names.get(key) ?? [])
      .slice(0, limit);
  }

  /** People may hide their last name, and then nothing older shows it either. */
  named(player: PlayerCard): PlayerCard {
    return this.names.get(player.id) ?? player;
  }

  tableNamed(table: TableRow): TableRow {
    return {
      ...table,
      setBy: this.named(table.setBy),
      seats: table.seats.map((seat) =>
        'player' in seat ? { ...seat, player: this.named(seat.player) } : seat,
      ),
    };
  }

  threadNamed(head: ThreadHead): ThreadHead {
    const last = { ...head.last, author: this.named(head.last.author) };
    return { ...head, author: this.named(head.author), last };
  }

  gameNamed<Game extends GameSummary>(game: Game): Game {
    const seats = game.seats.map((seat) => ({
      ...seat,
      player: seat.player && this.named(seat.player),
    }));
    return { ...game, seats };
  }

  /** What tells another memory the same names; who was seen follows in `presence`. */
  nameFacts(): Fact[] {
    const facts: Fact[] = [];
    if (this.present.at > -Infinity) facts.push({ kind: 'counts-changed', ...this.present });
    for (const { value, at } of this.names)
      facts.push({ kind: 'player-renamed', player: value, at });
    return facts;
  }

  presenceFacts(): Fact[] {
    return [...this.seen].map(({ key, value, at }) => ({
      kind: 'player-seen',
      player: key,
      online: value,
      at,
    }));
  }
}
