import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import type { NodeId } from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { NodeMessages, Tellings } from '../nodes/node-messages.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import type { Lookers } from './lookers.js';

/** The owner hears this often who looks from here and how far they have seen: what was lost on the way is sent again (ms). */
const remindEvery = 4000;
/** Between two looks for an owner (ms). */
const searchEvery = 300;
/** A directory that has lost its memory has heard of every table again by then (ms): one that nobody knows still is gone. */
const goneAfter = 10_000;

export interface FarTablesParts {
  readonly messages: NodeMessages;
  readonly sockets: Sockets;
  /** Everybody who looks at a table from here, wherever it is. */
  readonly lookers: Lookers;
  /** The table's owner; null: this process. Throws the refusal `no-such-table`, and others when it is not known now. */
  readonly owner: (tableId: TableId) => Promise<NodeId | null>;
  /** The table is here by now: shows it to who looks. */
  readonly showHere: (tableId: TableId) => void;
  /** Whether this process has the table. */
  readonly isHere: (tableId: TableId) => boolean;
  readonly report: (error: unknown, tableId: TableId) => void;
}

/** Tables that another process owns and that people look at through this one. */
export class FarTables {
  private readonly seen = new Map<TableId, { owner: NodeId; seq: number }>();
  private readonly searches = new Map<TableId, Search>();
  private readonly reminding: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly parts: FarTablesParts) {
    const { messages } = parts;
    messages.listen('table:show', (shown, from) => this.show(shown, from));
    messages.listen('table:moved', ({ tableId }) => this.search(tableId));
    messages.onGone((node) => {
      for (const [table, { owner }] of this.seen) if (owner === node) this.search(table);
    });
    messages.onBack(() => {
      for (const table of this.seen.keys()) this.search(table);
    });
    this.reminding = setInterval(() => this.remindAll(), remindEvery);
    this.reminding.unref();
  }

  /** After somebody here has begun to look: from now on the owner shows the table to this process. */
  async look(
    owner: NodeId,
    tableId: TableId,
    player: PlayerId | undefined,
  ): Promise<{ view: TableView; awaited: boolean }> {
    const lookers = this.parts.lookers.there(tableId);
    if (!this.seen.has(tableId)) this.seen.set(tableId, { owner, seq: 0 });
    const question = { tableId, lookers, ...(player !== undefined && { player }) };
    const answer = await this.parts.messages.ask(owner, 'table:look', question);
    this.sawAt(tableId, owner, answer.view.seq);
    return answer;
  }

  /** Somebody came or went here. False when the table is not far. */
  changed(tableId: TableId): boolean {
    if (!this.seen.has(tableId)) return false;
    this.remind(tableId);
    return true;
  }

  /** This process has lost the table, or does not know any more where it is. */
  search(tableId: TableId): void {
    const underWay = this.searches.get(tableId);
    if (underWay) {
      // What it is about to find may be what was true before.
      underWay.again = true;
      return;
    }
    const search = { again: false };
    this.searches.set(tableId, search);
    void this.find(tableId).finally(() => {
      this.searches.delete(tableId);
      if (search.again) this.search(tableId);
    });
  }

  close(): void {
    this.closed = true;
    clearInterval(this.reminding);
  }

  private async find(tableId: TableId): Promise<void> {
    const giveUpAt = performance.now() + goneAfter;
    while (!this.closed && this.parts.lookers.count(tableId) > 0) {
      try {
        return this.found(tableId, await this.parts.owner(tableId));
      } catch (error) {
        if (!(error instanceof Refusal)) this.parts.report(error, tableId);
        else if (error.code === 'no-such-table' && performance.now() > giveUpAt)
          return this.forget(tableId);
      }
      await new Promise((resolve) => setTimeout(resolve, searchEvery));
    }
  }

  private found(tableId: TableId, owner: NodeId | null): void {
    if (owner === null) {
      this.seen.delete(tableId);
      return this.parts.showHere(tableId);
    }
    this.sawAt(tableId, owner, this.seen.get(tableId)?.seq ?? 0);
    this.remind(tableId);
  }

  private remindAll(): void {
    for (const tableId of this.seen.keys()) this.remind(tableId);
    if (!this.parts.messages.hasOthers) return;
    for (const tableId of this.parts.lookers.tables())
      if (!this.seen.has(tableId) && !this.parts.isHere(tableId)) void this.recover(tableId);
  }

  /** Somebody looks at a table that is neither here nor known elsewhere: a word of its move was lost. */
  private async recover(tableId: TableId): Promise<void> {
    try {
      this.found(tableId, await this.parts.owner(tableId));
    } catch {
      // It is asked again with the next reminders.
    }
  }

  private remind(tableId: TableId): void {
    const far = this.seen.get(tableId);
    if (!far) return;
    const lookers = this.parts.lookers.there(tableId);
    this.parts.messages.tell(far.owner, 'table:lookers', { tableId, lookers, seq: far.seq });
    if (this.parts.lookers.count(tableId) === 0) this.seen.delete(tableId);
  }

  private show({ tableId, seq, seats, others, gone }: Tellings['table:show'], from: NodeId): void {
    const { sockets } = this.parts;
    // A table that has moved meanwhile may still be shown by who had it.
    if (this.parts.isHere(tableId)) return;
    if (seq < (this.seen.get(tableId)?.seq ?? 0)) return;
    this.sawAt(tableId, from, seq);
    const seated = seats.map(([player]) => rooms.tablePlayer(tableId, player));
    for (const [player, view] of seats)
      sockets.emit(rooms.tablePlayer(tableId, player), 'table:view', view);
    if (others) sockets.emitExcept(rooms.table(tableId), seated, 'table:view', others);
    if (gone) this.forget(tableId);
    else if (this.parts.lookers.count(tableId) === 0) this.remind(tableId);
  }

  private sawAt(tableId: TableId, owner: NodeId, seq: number): void {
    const before = this.seen.get(tableId)?.seq ?? 0;
    this.seen.set(tableId, { owner, seq: Math.max(before, seq) });
  }

  private forget(tableId: TableId): void {
    this.seen.delete(tableId);
    this.parts.lookers.forget(tableId);
  }
}

interface Search {
  /** The table has moved once more since it began. */
  again: boolean;
}
