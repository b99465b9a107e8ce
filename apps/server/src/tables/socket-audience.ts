import { Refusal, type Viewer } from '@trellis/games/kit';
import type { Bus, ClubFacade, GameRecord, PlayerId, TableId } from '@trellis/facade';
import {
  Audience,
  viewerOf,
  type Clock,
  type Entry,
  type Games,
  type Table,
} from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { ClubSocket } from '../sockets/club-socket.js';
import { holderAt } from '../sockets/holder.js';
import { Coalescer } from '../sockets/coalescer.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import type { PlayerNames } from '../facts/player-names.js';
import { Lookers } from './lookers.js';
import { tableFrame, type SeatRating } from './table-frame.js';
import { changesRow, playersOf, rowOf } from './table-row.js';

/** Rooms one socket may be in: each table it looks at takes two, each chat it listens to one. */
const mostRooms = 64;
/** Who came and went is told at most this often at one table (ms). */
const presenceEvery = 1000;

export interface SocketAudienceParts {
  readonly sockets: Sockets;
  readonly names: PlayerNames;
  readonly club: Pick<ClubFacade, 'profile' | 'leaderboard'>;
  readonly bus: Bus;
  readonly games: Games;
  readonly clock: Clock;
  readonly report: (error: unknown, tableId: TableId) => void;
}

/**
 * Everybody who looks at tables through a socket. One view for each audience: each seat's player, and
 * all spectators together; it is built and encoded once, however many look.
 */
export class SocketAudience extends Audience {
  private readonly lookers: Lookers;
  private readonly presence = new Coalescer<TableId>(presenceEvery, (id) => void this.refresh(id));
  private readonly ratings = new Map<TableId, ReadonlyMap<PlayerId, SeatRating>>();
  private readonly goneListeners: ((tableId: TableId) => void)[] = [];
  private read: (tableId: TableId) => Promise<Table> = () =>
    Promise.reject(new Refusal('no-such-table'));

  constructor(private readonly parts: SocketAudienceParts) {
    super();
    this.lookers = new Lookers(parts.sockets);
  }

  /** How many people look at a table. */
  watchers(tableId: TableId): number {
    return this.lookers.count(tableId);
  }

  /** Where tables are read from, given once: tables need an audience before they are. */
  attach(read: (tableId: TableId) => Promise<Table>): void {
    this.read = read;
  }

  /** Tells when a table is free again, private ones included. */
  onGone(listener: (tableId: TableId) => void): void {
    this.goneListeners.push(listener);
  }

  show(table: Table, entries: readonly Entry[]): void {
    try {
      if (entries.some(changesRow)) this.changed(table);
      this.send(table, entries);
      if (table.phase === 'free') this.forget(table.id);
    } catch (error) {
      this.parts.report(error, table.id);
    }
  }

  finished(record: GameRecord): void {
    this.parts.bus.publish({ kind: 'game-finished', game: record });
  }

  present(tableId: TableId): ReadonlySet<PlayerId> {
    return this.lookers.players(tableId);
  }

  /** From now on the socket gets the table's views; the first one is the answer. */
  async look(socket: ClubSocket, tableId: TableId): Promise<{ table: Table; view: TableView }> {
    const before = await this.read(tableId);
    // A table without a name or two is better than none.
    await this.parts.names
      .load(playersOf(before))
      .catch((error: unknown) => this.parts.report(error, tableId));
    if (socket.rooms.size >= mostRooms) throw new Refusal('too-many-tables');
    if (socket.disconnected) throw new Refusal('not-now');
    if (this.lookers.join(socket, tableId)) this.presence.touch(tableId);
    // Read after joining: what is shown in between is sent too, and the newest view counts.
    const table = await this.read(tableId).catch((error: unknown) => {
      this.unlook(socket, tableId);
      throw error;
    });
    return { table, view: this.view(table, viewerOf(table, holderAt(socket.data, tableId)?.id)) };
  }

  unlook(socket: ClubSocket, tableId: TableId): void {
    if (this.lookers.leave(socket, tableId)) this.presence.touch(tableId);
  }

  /** Before the socket has left its rooms. */
  disconnecting(socket: ClubSocket): void {
    for (const table of this.lookers.tablesOf(socket)) this.unlook(socket, table);
  }

  close(): void {
    this.presence.close();
  }

  private view(table: Table, viewer: Viewer, entries: readonly Entry[] = []): TableView {
    const { games, clock, names } = this.parts;
    return tableFrame(table, viewer, entries, {
      now: clock.now(),
      games,
      cardOf: (id) => names.cardOf(id),
      present: this.lookers.players(table.id),
      watchers: this.lookers.count(table.id),
      ratings: this.ratings.get(table.id) ?? this.rate(table),
    });
  }

  private send(table: Table, entries: readonly Entry[]): void {
    const { sockets } = this.parts;
    const all = rooms.table(table.id);
    const looking = sockets.size(all);
    if (looking === 0) return;
    this.presence.drop(table.id);
    const seated: string[] = [];
    let players = 0;
    for (const [seat, occupant] of 'seats' in table ? table.seats.entries() : []) {
      if (occupant.kind !== 'player') continue;
      const room = rooms.tablePlayer(table.id, occupant.player);
      const size = sockets.size(room);
      if (size === 0) continue;
      seated.push(room);
      players += size;
      sockets.emit(room, 'table:view', this.view(table, seat, entries));
    }
    if (looking === players) return;
    sockets.emitExcept(all, seated, 'table:view', this.view(table, 'spectator', entries));
  }

  /** Somebody came or went: the same state, with the new presence. */
  private async refresh(tableId: TableId): Promise<void> {
    try {
      if (this.parts.sockets.size(rooms.table(tableId)) > 0)
        this.send(await this.read(tableId), []);
    } catch (error) {
      if (!(error instanceof Refusal)) this.parts.report(error, tableId);
    }
  }

  private changed(table: Table): void {
    this.rate(table);
    const { bus, names } = this.parts;
    const row = rowOf(table, (id) => names.cardOf(id));
    if (row) bus.publish({ kind: 'table-changed', table: row });
    else if (table.phase === 'free' && table.number !== null)
      bus.publish({ kind: 'table-gone', id: table.id, version: table.seq });
  }

  /** Ratings as they were before the game: looked up when seats change, not with every move. */
  private rate(table: Table): ReadonlyMap<PlayerId, SeatRating> {
    const known = this.ratings.get(table.id);
    if (known && table.phase === 'finished') return known;
    const ratings = new Map<PlayerId, SeatRating>();
    for (const seat of 'seats' in table ? table.seats : []) {
      if (seat.kind !== 'player') continue;
      const rating = this.ratingBefore(table, seat.player);
      if (rating) ratings.set(seat.player, rating);
    }
    if (table.phase !== 'free') this.ratings.set(table.id, ratings);
    return ratings;
  }

  private ratingBefore(table: Table, player: PlayerId): SeatRating | undefined {
    if (table.phase === 'finished') {
      const change = table.ratings.find((each) => each.player === player);
      if (change) return { rating: change.before, provisional: change.provisional };
    }
    const { club } = this.parts;
    const profile = club.profile(player);
    const stats = profile
      ? profile.games.find(({ game }) => game === table.game)
      : club.leaderboard(table.game).find((row) => row.player.id === player);
    if (stats?.rating === undefined || stats.rating === null) return undefined;
    return { rating: stats.rating, provisional: stats.provisional };
  }

  private forget(tableId: TableId): void {
    this.presence.drop(tableId);
    this.ratings.delete(tableId);
    this.lookers.forget(tableId);
    for (const listener of this.goneListeners) listener(tableId);
  }
}
