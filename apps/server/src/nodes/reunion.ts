import type { Bus, ClubMemory, ClubStore } from '@trellis/facade';
import type { ChatRooms } from '@trellis/chat';
import type { Tables } from '@trellis/tables';
import { summaryOf } from '@trellis/tables';
import type { Sessions } from '../auth/sessions.js';
import type { PlayerNames } from '../facts/player-names.js';
import type { Presence } from '../presence/presence.js';
import type { TableBook } from '../tables/table-book.js';
import { rowOf } from '../tables/table-row.js';
import type { NodeMessages } from './node-messages.js';

/** After this time everybody who is there has answered a hello, however busy (ms). */
const answerTime = 4000;

export interface ReunionParts {
  readonly messages: NodeMessages;
  /** Of this process. */
  readonly tables: Pick<Tables, 'all'>;
  /** Every table there is, those outside the journal too. */
  readonly book: Pick<TableBook, 'summary'>;
  readonly names: PlayerNames;
  readonly presence: Presence;
  readonly memory: ClubMemory;
  readonly store: ClubStore;
  readonly sessions: Sessions;
  readonly chat: ChatRooms;
  readonly bus: Bus;
  readonly games: readonly string[];
  /** Memory was loaded anew, not by facts; the last game that was in has this ordinal. Null: nothing is to be counted again. */
  readonly reloaded: (lastGame: number | null) => void;
  readonly report: (error: unknown) => void;
}

/**
 * Brings this process and the others up to date with each other: when it has come, and when it is back after it had lost touch.
 * What is stored is read again; what is not, tables and who is there, everybody tells everybody.
 */
export class Reunion {
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ReunionParts) {
    const { messages, report } = parts;
    messages.listen('hello', (_, from) => {
      messages.tell(from, 'state', this.state());
      for (const table of this.rows())
        messages.tell(from, 'fact', { kind: 'table-changed', table });
    });
    messages.onBack(() => void this.back().catch(report));
    messages.listen('games:changed', () => void this.renew().catch(report));
  }

  /** What is stored of games that are over is other than before: here it is read again, and the others are told. */
  async gamesChanged(): Promise<void> {
    this.parts.messages.tellAll('games:changed', {});
    await this.renew();
  }

  /** After this process has woken its tables. */
  begin(): void {
    const { messages } = this.parts;
    messages.tellAll('state', this.state());
    for (const table of this.rows()) messages.tellAll('fact', { kind: 'table-changed', table });
    messages.tellAll('hello', {});
    clearTimeout(this.sweeping);
    this.sweeping = setTimeout(() => this.sweep(), answerTime);
    this.sweeping.unref();
  }

  /** The others need not wait until this process has been silent for long. */
  end(): void {
    clearTimeout(this.sweeping);
    this.parts.messages.tellAll('leaving', {});
  }

  private async back(): Promise<void> {
    const { sessions, store, chat, memory, reloaded } = this.parts;
    this.begin();
    await sessions.start();
    const snapshot = await store.snapshot();
    memory.load({ ...snapshot, tables: this.known() });
    await chat.warm('hall:');
    reloaded(snapshot.games[0]?.ordinal ?? 0);
  }

  private async renew(): Promise<void> {
    const { store, memory, reloaded } = this.parts;
    const snapshot = await store.snapshot();
    memory.renew(snapshot);
    reloaded(null);
  }

  /**
   * Rows of tables that nobody has: they went while this process was not told. It may be wrong, for an answer may be late: whoever has the
   * table shows it again as it is. Others know better which they have heard of.
   */
  private sweep(): void {
    const { book, bus } = this.parts;
    for (const { id, version } of this.known())
      if (!book.summary(id)) bus.publishHere({ kind: 'table-gone', id, version });
  }

  private state() {
    const { tables, presence } = this.parts;
    return { tables: tables.all().map(summaryOf), presence: presence.there() };
  }

  private rows() {
    const { tables, names } = this.parts;
    return tables.all().flatMap((table) => rowOf(table, (id) => names.cardOf(id)) ?? []);
  }

  private known() {
    const { games, memory } = this.parts;
    return games.flatMap((game) => memory.hall(game).slots.flatMap((row) => row ?? []));
  }
}
