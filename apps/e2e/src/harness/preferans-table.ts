import type { Seat, Viewer } from '@trellis/games/kit';
import {
  legalCalls,
  unfold,
  type Action,
  type DealView,
  type FoldedView,
  type View,
} from '@trellis/games/preferans/rules';
import type { TableView } from '@trellis/wire';
import type { ClubClient } from './club-client.js';

/** Says which of the legal actions a seat takes. */
export type Policy = (view: View, legal: readonly Action[], seat: Seat) => Action;

export interface Sitting {
  readonly preset?: string;
  readonly conventions?: Readonly<Record<string, unknown>>;
  /** What happens at the table's address before the last one sits down. */
  readonly meanwhile?: (path: string) => Promise<void>;
}

/** People without pages at a table of Preferans, in the order of their seats. */
export class PreferansTable {
  private constructor(
    readonly tableId: string,
    readonly people: readonly ClubClient[],
  ) {}

  /** Sets a table, seats everybody and waits for the first deal. */
  static async sitsDown(
    people: readonly ClubClient[],
    { preset = 'sochi', conventions = {}, meanwhile }: Sitting = {},
  ): Promise<PreferansTable> {
    const [host, ...guests] = people;
    const { tableId } = await host!.must('table:set', { game: 'preferans' });
    await host!.look(tableId);
    await host!.must('table:conventions', {
      tableId,
      preset,
      conventions: { players: people.length, ...conventions },
    });
    for (const [at, guest] of guests.entries()) {
      await guest.look(tableId);
      if (at === guests.length - 1) await meanwhile?.(`/tables/${tableId}`);
      await guest.must('table:sit', { tableId, seat: at + 1 });
    }
    const table = new PreferansTable(tableId, people);
    await Promise.all(people.map((each) => each.until(tableId, ({ toAct }) => toAct.length > 0)));
    return table;
  }

  get path(): string {
    return `/tables/${this.tableId}`;
  }

  /** What a seat sees now. */
  view(seat: Seat): View {
    return unfold(this.frame(seat).board as FoldedView);
  }

  /** The deal as everybody sees it. */
  get deal(): DealView | undefined {
    return this.view(0).deal;
  }

  /** The eldest, second and youngest hand of this deal, or of the last one. */
  get order(): DealView['order'] {
    const { deal, last } = this.view(0);
    return (deal ?? last!).order;
  }

  /** Whose turn it is; undefined when nobody's. */
  get turn(): Seat | undefined {
    return this.frame(0).toAct[0];
  }

  get isOver(): boolean {
    return this.frame(0).phase === 'finished';
  }

  /** Does it and waits until everybody has seen it. */
  async act(action: Action, seat: Seat = this.turn!): Promise<void> {
    const { tableId } = this;
    const { seq: after } = this.frame(seat);
    const { seq } = await this.people[seat]!.must('table:act', { tableId, after, action });
    await Promise.all(this.people.map((each) => each.until(tableId, (view) => view.seq >= seq)));
  }

  /** Words of the auction and the defence by whoever is up: `6S P P`, `whist pass closed`. */
  async say(words: string): Promise<void> {
    for (const word of words.split(' ')) {
      const kind = this.view(0).phase === 'auction' ? 'call' : 'declare';
      await this.act({ kind, word } as Action);
    }
  }

  /** The winner of the auction discards his last two cards and names this contract, or the lowest one. */
  async name(contract?: string): Promise<void> {
    const seat = this.turn!;
    const { contracts, hands } = this.view(seat).deal!;
    const named = contracts!.find((each) => each === contract) ?? contracts![0]!;
    await this.act({ kind: 'contract', contract: named, discard: hands[seat]!.slice(-2) });
  }

  /** Plays so many cards, or to the end of the deal. */
  async playCards(count = 30, policy: Policy = lowestFirst): Promise<void> {
    for (let card = 0; card < count && this.deal?.play; card++) await this.actBy(policy);
  }

  /** Everybody has a view that is newer than `seq`, and that fits. */
  async newer(seq: number, fits: (view: TableView) => boolean = () => true): Promise<void> {
    const { tableId, people } = this;
    await Promise.all(
      people.map((each) => each.until(tableId, (view) => view.seq > seq && fits(view))),
    );
  }

  /** The number of the newest step. */
  get seq(): number {
    return this.frame(0).seq;
  }

  /** Lets each seat act as the policy says until `done`. */
  async playUntil(done: () => boolean, policy: Policy): Promise<void> {
    while (!done() && !this.isOver) await this.actBy(policy);
  }

  private async actBy(policy: Policy): Promise<void> {
    const seat = this.turn!;
    await this.act(policy(this.view(seat), this.legal(seat), seat), seat);
  }

  private legal(seat: Seat): readonly Action[] {
    const { legal } = this.frame(seat);
    return legal === true ? legalCalls(this.view(seat), seat) : (legal as readonly Action[]);
  }

  private frame(seat: Viewer): TableView {
    return this.people[seat as Seat]!.views.get(this.tableId)!;
  }

  /** Everybody gets up, so that the table is free again. */
  async breaksUp(): Promise<void> {
    const { tableId, people } = this;
    if (!this.isOver) await people[0]!.must('table:leave', { tableId });
    for (const each of people) await each.ask('table:leave', { tableId });
  }

  close(): void {
    for (const each of this.people) each.close();
  }
}

/** The first of the legal ones. */
export const lowestFirst: Policy = (_view, legal) => legal[0]!;
