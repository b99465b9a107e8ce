import { Refusal, type Seat, type Viewer } from '@trellis/games/kit';
import type { Bus, ClubFacade, GameRecord, PlayerId, TableId } from '@trellis/facade';
import {
  Audience,
  viewerOf,
  type Clock,
  type Device,
  type Entry,
  summaryOf,
  type Games,
  type NodeId,
  type Table,
  type Tables,
} from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { ClubSocket } from '../sockets/club-socket.js';
import { holderAt } from '../sockets/holder.js';
import { Coalescer } from '../sockets/coalescer.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import type { PlayerNames } from '../facts/player-names.js';
import type { NodeMessages, Questions, Tellings } from '../nodes/node-messages.js';
import { newestOf, type PlayingDevice } from './devices.js';
import { FarTables } from './far-tables.js';
import { FirstLooks } from './first-looks.js';
import { Lookers } from './lookers.js';
import { LookersElsewhere } from './lookers-elsewhere.js';
import { SeatRatings } from './seat-ratings.js';
import { tableFrame } from './table-frame.js';
import { changesRow, playersOf, rowOf } from './table-row.js';

/** Rooms one socket may be in: each table it looks at takes two, each chat it listens to one. */
const mostRooms = 64;
/** Who came and went is told at most this often at one table (ms). */
const presenceEvery = 1000;

type ViewOf = (viewer: Viewer) => TableView;
type Look = Questions['table:look'][0];

export interface SocketAudienceParts {
  readonly sockets: Sockets;
  readonly names: PlayerNames;
  readonly club: Pick<ClubFacade, 'profile' | 'leaderboard'>;
  readonly bus: Bus;
  readonly games: Games;
  readonly clock: Clock;
  readonly messages: NodeMessages;
  readonly report: (error: unknown, tableId: TableId) => void;
}

/** The tables, as far as who looks at them needs them. */
export interface TablesToShow extends Pick<Tables, 'read' | 'owner'> {
  /** Whether this process has the table, as far as it knows. */
  isHere(tableId: TableId): boolean;
  /** See `Tables`. */
  reach<T>(
    tableId: TableId,
    here: () => Promise<T>,
    there: (owner: NodeId) => Promise<T>,
  ): Promise<T>;
}

/** What somebody sees who begins to look. */
export interface FirstLook {
  readonly view: TableView;
  /** He has a seat in a running game and has not shown a sign of life before. */
  readonly awaited: boolean;
}

/**
 * Everybody who looks at tables through a socket. One view for each audience: each seat's player, and
 * all spectators together; it is built and encoded once, however many look.
 */
export class SocketAudience extends Audience {
  private readonly lookers: Lookers;
  private readonly presence = new Coalescer<TableId>(presenceEvery, (id) => void this.refresh(id));
  private readonly ratings: SeatRatings;
  private readonly lookListeners: ((tableId: TableId) => void)[] = [];
  private readonly goneListeners: ((tableId: TableId) => void)[] = [];
  private readonly elsewhere = new LookersElsewhere();
  private readonly firstLooks = new FirstLooks();
  private readonly far: FarTables;
  private tables: TablesToShow | undefined;

  constructor(private readonly parts: SocketAudienceParts) {
    super();
    const { sockets, messages, report } = parts;
    this.ratings = new SeatRatings(parts.club);
    this.lookers = new Lookers(sockets);
    this.far = new FarTables({
      ...{ messages, sockets, report },
      lookers: this.lookers,
      owner: (id) => this.shown.owner(id),
      isHere: (id) => this.shown.isHere(id),
      showHere: (id) => void this.refresh(id),
    });
    messages.answer('table:look', (question, from) => this.lookFrom(from, question));
    messages.listen('table:lookers', (told, from) => void this.lookersAt(from, told));
    messages.onGone((node) => {
      for (const table of this.elsewhere.gone(node)) this.presence.touch(table);
    });
  }

  /** Where tables are read from, given once: tables need an audience before they are. */
  attach(tables: TablesToShow): void {
    this.tables = tables;
  }

  private get shown(): TablesToShow {
    if (!this.tables) throw new Refusal('no-such-table');
    return this.tables;
  }

  /** Tells when somebody has come to look at a table. */
  onLook(listener: (tableId: TableId) => void): void {
    this.lookListeners.push(listener);
  }

  /** Tells when a table is free again, private ones included. */
  onGone(listener: (tableId: TableId) => void): void {
    this.goneListeners.push(listener);
  }

  show(table: Table, entries: readonly Entry[]): void {
    try {
      if (entries.some(changesRow)) this.changed(table);
      if (entries.some(changesSummary)) this.tellSummary(table);
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
    const here = this.lookers.players(tableId);
    const elsewhere = this.elsewhere.players(tableId);
    return elsewhere.length === 0 ? here : new Set([...here, ...elsewhere]);
  }

  /** From this socket its player plays; refused where he does not look. See `Devices.begin`. */
  playHere(socket: ClubSocket, tableId: TableId, player: PlayerId, since?: number): Device {
    if (!this.lookers.has(socket, tableId)) throw new Refusal('not-now', 'Look first.');
    const device = this.lookers.devices.begin(socket, tableId, player, since);
    if (!this.far.changed(tableId)) this.presence.touch(tableId);
    return device;
  }

  /** From where the socket's player plays; undefined where it has not said so. */
  deviceOf(socket: ClubSocket, tableId: TableId): Device | undefined {
    return this.lookers.devices.of(socket, tableId);
  }

  playsElsewhere(tableId: TableId, player: PlayerId, { id, since }: Device): boolean {
    const newest = newestOf(this.devices(tableId), player);
    // A request may be here before the word that its device is the newest.
    return newest !== undefined && newest.id !== id && newest.since > since;
  }

  /** From now on the socket gets the table's views; the first one is the answer. */
  look(socket: ClubSocket, tableId: TableId): Promise<FirstLook> {
    const player = holderAt(socket.data, tableId)?.id;
    return this.shown.reach(
      tableId,
      async () => {
        await this.nameAll(await this.shown.read(tableId));
        return this.lookOrLeave(socket, tableId, async (isNew) => {
          if (isNew) this.presence.touch(tableId);
          this.tellLook(tableId);
          // Read after joining: what is shown in between is sent too, and the newest view counts.
          return this.firstLook(await this.shown.read(tableId), player);
        });
      },
      (owner) => this.lookOrLeave(socket, tableId, () => this.far.look(owner, tableId, player)),
    );
  }

  /** The socket is among those who look while it is told what they see; `isNew`: nobody of its player was before. */
  private async lookOrLeave<T>(
    socket: ClubSocket,
    tableId: TableId,
    look: (isNew: boolean) => Promise<T>,
  ): Promise<T> {
    if (socket.rooms.size >= mostRooms) throw new Refusal('too-many-tables');
    if (socket.disconnected) throw new Refusal('not-now');
    const began = !this.lookers.has(socket, tableId);
    const isNew = this.lookers.join(socket, tableId);
    return this.firstLooks.answer(
      { socket, tableId, began },
      () => look(isNew),
      () => this.unlook(socket, tableId),
    );
  }

  /** This process has lost the table: another one shows it from now on. */
  lost(tableId: TableId): void {
    this.presence.drop(tableId);
    for (const node of this.elsewhere.nodes(tableId).keys())
      this.parts.messages.tell(node, 'table:moved', { tableId });
    this.elsewhere.forget(tableId);
    this.far.search(tableId);
  }

  /** This process goes on with a table of one that is gone, which may have told less than it wrote. */
  taken(table: Table): void {
    void this.nameAll(table).then(() => {
      this.changed(table);
      this.tellSummary(table);
    });
  }

  /** Tells the other processes what is true of a table here. */
  tellSummary(table: Table): void {
    this.parts.messages.tellAll('table:summary', summaryOf(table));
  }

  unlook(socket: ClubSocket, tableId: TableId): void {
    if (!this.lookers.leave(socket, tableId)) return;
    if (!this.far.changed(tableId)) this.presence.touch(tableId);
  }

  /** Before the socket has left its rooms. */
  disconnecting(socket: ClubSocket): void {
    for (const table of this.lookers.tablesOf(socket)) this.unlook(socket, table);
  }

  close(): void {
    this.presence.close();
    this.far.close();
  }

  private tellLook(tableId: TableId): void {
    for (const listener of this.lookListeners) listener(tableId);
  }

  private firstLook(table: Table, player: PlayerId | undefined): FirstLook {
    const seat = viewerOf(table, player);
    const waits = table.phase === 'playing' && seat !== 'spectator';
    return { view: this.view(table, seat), awaited: waits && !table.arrived.includes(seat) };
  }

  private async lookFrom(node: NodeId, { tableId, player, lookers }: Look): Promise<FirstLook> {
    await this.nameAll(await this.shown.read(tableId));
    if (this.elsewhere.set(tableId, node, lookers)) this.presence.touch(tableId);
    this.tellLook(tableId);
    return this.firstLook(await this.shown.read(tableId), player);
  }

  private async lookersAt(
    node: NodeId,
    { tableId, lookers, seq }: Tellings['table:lookers'],
  ): Promise<void> {
    try {
      const table = await this.shown.read(tableId);
      if (this.elsewhere.set(tableId, node, lookers)) {
        this.presence.touch(tableId);
        // Whoever looked before the table was here has come to it now.
        if (this.elsewhere.nodes(tableId).has(node)) this.tellLook(tableId);
      }
      if (table.seq !== seq) this.sendTo(node, table, (viewer) => this.view(table, viewer));
    } catch (error) {
      if (!(error instanceof Refusal)) return this.parts.report(error, tableId);
      if (lookers.players.length + lookers.visitors > 0)
        this.parts.messages.tell(node, 'table:moved', { tableId });
    }
  }

  /** A table without a name or two is better than none. */
  private async nameAll(table: Table): Promise<void> {
    await this.parts.names
      .load(playersOf(table))
      .catch((error: unknown) => this.parts.report(error, table.id));
  }

  private view(table: Table, viewer: Viewer, entries: readonly Entry[] = []): TableView {
    const { games, clock, names } = this.parts;
    return tableFrame(table, viewer, entries, {
      now: clock.now(),
      games,
      cardOf: (id) => names.cardOf(id),
      present: this.present(table.id),
      watchers: this.watchers(table.id),
      ratings: this.ratings.of(table),
      playsOn: (player) => newestOf(this.devices(table.id), player)?.id,
    });
  }

  /** Wherever they are connected. */
  private devices(tableId: TableId): readonly PlayingDevice[] {
    return [...this.lookers.devices.at(tableId), ...this.elsewhere.devices(tableId)];
  }

  /** How many people look at a table, wherever they are connected. */
  watchers(tableId: TableId): number {
    const elsewhere = this.elsewhere.players(tableId);
    if (elsewhere.length + this.elsewhere.visitors(tableId) === 0)
      return this.lookers.count(tableId);
    const visitors = this.lookers.there(tableId).visitors + this.elsewhere.visitors(tableId);
    return this.present(tableId).size + visitors;
  }

  private send(table: Table, entries: readonly Entry[]): void {
    const views = new Map<Viewer, TableView>();
    const viewOf: ViewOf = (viewer) => {
      const view = views.get(viewer) ?? this.view(table, viewer, entries);
      views.set(viewer, view);
      return view;
    };
    this.sendHere(table, viewOf);
    for (const node of this.elsewhere.nodes(table.id).keys()) this.sendTo(node, table, viewOf);
  }

  private sendHere(table: Table, viewOf: ViewOf): void {
    const { sockets } = this.parts;
    const all = rooms.table(table.id);
    const looking = sockets.size(all);
    if (looking === 0) return;
    this.presence.drop(table.id);
    const seated: string[] = [];
    let players = 0;
    for (const [seat, player] of seatedAt(table)) {
      const room = rooms.tablePlayer(table.id, player);
      const size = sockets.size(room);
      if (size === 0) continue;
      seated.push(room);
      players += size;
      sockets.emit(room, 'table:view', viewOf(seat));
    }
    if (looking > players) sockets.emitExcept(all, seated, 'table:view', viewOf('spectator'));
  }

  private sendTo(node: NodeId, table: Table, viewOf: ViewOf): void {
    const lookers = this.elsewhere.nodes(table.id).get(node);
    if (!lookers) return;
    const seats = seatedAt(table)
      .filter(([, player]) => lookers.players.includes(player))
      .map(([seat, player]) => [player, viewOf(seat)] as const);
    const others = lookers.visitors > 0 || seats.length < lookers.players.length;
    this.parts.messages.tell(node, 'table:show', {
      ...{ tableId: table.id, seq: table.seq, seats, gone: table.phase === 'free' },
      others: others ? viewOf('spectator') : null,
    });
  }

  /** Somebody came or went: the same state, with the new presence. */
  private async refresh(tableId: TableId): Promise<void> {
    try {
      this.send(await this.shown.read(tableId), []);
    } catch (error) {
      if (!(error instanceof Refusal)) this.parts.report(error, tableId);
    }
  }

  private changed(table: Table): void {
    this.ratings.lookUp(table);
    const { bus, names } = this.parts;
    const row = rowOf(table, (id) => names.cardOf(id));
    if (row) bus.publish({ kind: 'table-changed', table: row });
    else if (table.phase === 'free' && table.number !== null)
      bus.publish({ kind: 'table-gone', id: table.id, version: table.seq });
  }

  private forget(tableId: TableId): void {
    this.presence.drop(tableId);
    this.ratings.forget(tableId);
    this.lookers.forget(tableId);
    this.elsewhere.forget(tableId);
    for (const listener of this.goneListeners) listener(tableId);
  }
}

function seatedAt(table: Table): readonly (readonly [Seat, PlayerId])[] {
  if (!('seats' in table)) return [];
  return table.seats.flatMap((occupant, seat) =>
    occupant.kind === 'player' ? [[seat, occupant.player] as const] : [],
  );
}

/** Whoever leaves a finished table is somewhere else, though the hall shows the same row. */
function changesSummary(entry: Entry): boolean {
  return changesRow(entry) || entry.kind === 'left';
}
