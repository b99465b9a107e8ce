import { Refusal, type Viewer } from '@trellis/games/kit';
import type { Bus, GameRecord, PlayerId, TableId } from '@trellis/facade';
import {
  Audience,
  type Device,
  type Entry,
  type NodeId,
  type Table,
  type Tables,
} from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { ClubSocket } from '../sockets/club-socket.js';
import { holderAt } from '../sockets/holder.js';
import { Coalescer } from '../sockets/coalescer.js';
import type { Sockets } from '../sockets/sockets.js';
import type { NodeMessages, Questions, Tellings } from '../nodes/node-messages.js';
import { FarTables } from './far-tables.js';
import { FirstLooks } from './first-looks.js';
import { Lookers } from './lookers.js';
import { LookersElsewhere } from './lookers-elsewhere.js';
import { sendHere, sendTo, type ViewOf } from './send-views.js';
import { ShownViews, type FirstLook, type ShownViewsParts } from './shown-views.js';
import { TableNews } from './table-news.js';

/** Rooms one socket may be in: each table it looks at takes two, each chat it listens to one. */
const mostRooms = 64;
/** Who came and went is told at most this often at one table (ms). */
const presenceEvery = 1000;

type Look = Questions['table:look'][0];

export interface SocketAudienceParts extends ShownViewsParts {
  readonly sockets: Sockets;
  readonly bus: Bus;
  readonly messages: NodeMessages;
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

/**
 * Everybody who looks at tables through a socket. One view for each audience: each seat's player, and
 * all spectators together; it is built and encoded once, however many look.
 */
export class SocketAudience extends Audience {
  private readonly lookers: Lookers;
  private readonly presence = new Coalescer<TableId>(presenceEvery, (id) => void this.refresh(id));
  private readonly lookListeners: ((tableId: TableId) => void)[] = [];
  private readonly goneListeners: ((tableId: TableId) => void)[] = [];
  private readonly elsewhere = new LookersElsewhere();
  private readonly views: ShownViews;
  private readonly news: TableNews;
  private readonly firstLooks = new FirstLooks();
  private readonly far: FarTables;
  private tables: TablesToShow | undefined;

  constructor(private readonly parts: SocketAudienceParts) {
    super();
    const { sockets, messages, report } = parts;
    this.lookers = new Lookers(sockets);
    this.views = new ShownViews(parts, this.lookers, this.elsewhere);
    this.news = new TableNews(parts.bus, messages, this.views);
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
      this.news.tell(table, entries);
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
    return this.views.present(tableId);
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
    const newest = this.views.newestDevice(tableId, player);
    // A request may be here before the word that its device is the newest.
    return newest !== undefined && newest.id !== id && newest.since > since;
  }

  /** From now on the socket gets the table's views; the first one is the answer. */
  look(socket: ClubSocket, tableId: TableId): Promise<FirstLook> {
    const player = holderAt(socket.data, tableId)?.id;
    return this.shown.reach(
      tableId,
      async () => {
        await this.views.nameAll(await this.shown.read(tableId));
        return this.lookOrLeave(socket, tableId, async (isNew) => {
          if (isNew) this.presence.touch(tableId);
          this.tellLook(tableId);
          // Read after joining: what is shown in between is sent too, and the newest view counts.
          return this.views.firstLook(await this.shown.read(tableId), player);
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
    this.views.ratings.forget(tableId);
    for (const node of this.elsewhere.nodes(tableId).keys())
      this.parts.messages.tell(node, 'table:moved', { tableId });
    this.elsewhere.forget(tableId);
    this.far.search(tableId);
  }

  /** This process goes on with a table of one that is gone, which may have told less than it wrote. */
  taken(table: Table): void {
    void this.views.nameAll(table).then(() => this.news.tellAll(table));
  }

  /** Tells the other processes what is true of a table here. */
  tellSummary(table: Table): void {
    this.news.tellSummary(table);
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

  private async lookFrom(node: NodeId, { tableId, player, lookers }: Look): Promise<FirstLook> {
    await this.views.nameAll(await this.shown.read(tableId));
    if (this.elsewhere.set(tableId, node, lookers)) this.presence.touch(tableId);
    this.tellLook(tableId);
    return this.views.firstLook(await this.shown.read(tableId), player);
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
      if (table.seq === seq) return;
      const there = this.elsewhere.nodes(tableId).get(node);
      const viewOf: ViewOf = (viewer) => this.views.view(table, viewer);
      if (there) sendTo(this.parts.messages, node, there, table, viewOf);
    } catch (error) {
      if (!(error instanceof Refusal)) return this.parts.report(error, tableId);
      if (lookers.players.length + lookers.visitors > 0)
        this.parts.messages.tell(node, 'table:moved', { tableId });
    }
  }

  /** How many people look at a table, wherever they are connected. */
  watchers(tableId: TableId): number {
    return this.views.watchers(tableId);
  }

  private send(table: Table, entries: readonly Entry[]): void {
    const views = new Map<Viewer, TableView>();
    const viewOf: ViewOf = (viewer) => {
      const view = views.get(viewer) ?? this.views.view(table, viewer, entries);
      views.set(viewer, view);
      return view;
    };
    // Whoever came or went is told with it.
    if (sendHere(this.parts.sockets, table, viewOf)) this.presence.drop(table.id);
    for (const [node, lookers] of this.elsewhere.nodes(table.id))
      sendTo(this.parts.messages, node, lookers, table, viewOf);
  }

  /** Somebody came or went: the same state, with the new presence. */
  private async refresh(tableId: TableId): Promise<void> {
    try {
      this.send(await this.shown.read(tableId), []);
    } catch (error) {
      if (!(error instanceof Refusal)) this.parts.report(error, tableId);
    }
  }

  private forget(tableId: TableId): void {
    this.presence.drop(tableId);
    this.views.ratings.forget(tableId);
    this.lookers.forget(tableId);
    this.elsewhere.forget(tableId);
    for (const listener of this.goneListeners) listener(tableId);
  }
}
