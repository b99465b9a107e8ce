import type { Seat } from '@trellis/games/kit';
import type { Action, State } from '@trellis/games/preferans/rules';
import type { ClubInside } from '../harness/club-inside.js';
import type { Session } from '../harness/club-client.js';
import type { Truth } from './frame-scan.js';
import { Vantage } from './vantage.js';

/** What a table agrees on. */
export type Agreed = Readonly<Record<string, unknown>> & { readonly players: 3 | 4 };

/** A table as it is now. */
interface Noted {
  readonly state: State | undefined;
  readonly seq: number;
  readonly gameId: string | undefined;
  /** What the shuffles of the running game follow from. */
  readonly secret: string | undefined;
}

/** The people of one table: those who play there, one who plays elsewhere, and who only looks. */
export interface Company {
  readonly players: readonly Session[];
  readonly elsewhere: Session;
}

export async function aCompany(club: ClubInside, name: string): Promise<Company> {
  const words = ['East', 'South', 'West', 'North', 'Elsewhere'];
  const all = await Promise.all(words.map((word) => club.signIn(`${word} ${name}`)));
  return { players: all.slice(0, 4), elsewhere: all[4]! };
}

/** A table of Preferans with somebody at every vantage, and the truth of it after each entry. */
export class WatchedTable implements Truth {
  /** Ids of tables and games, which may look like cards and tell nothing. */
  static readonly ids = new Set<string>();
  private readonly states = new Map<number, State>();
  readonly watchers: Vantage[] = [];

  private constructor(
    private readonly club: ClubInside,
    readonly tableId: string,
    readonly seats: Vantage[],
    private readonly company: Company,
  ) {}

  /** With two of four watchers, in turn by `round`; with all of them when none is given. */
  static async set(
    club: ClubInside,
    company: Company,
    agreed: Agreed,
    round?: number,
  ): Promise<WatchedTable> {
    const { preset, ...conventions } = agreed;
    const sessions = company.players.slice(0, agreed.players);
    const seats = await Promise.all(
      sessions.map((session, seat) => Vantage.arrives(club.url, `seat ${seat}`, seat, session)),
    );
    const [first, ...others] = seats;
    const { tableId } = await first!.client.must('table:set', { game: 'preferans' });
    const table = new WatchedTable(club, tableId, seats, company);
    // Its id is public, also where notices lead to it.
    for (const name of [tableId, `/tables/${tableId}`, `table:${tableId}`])
      WatchedTable.ids.add(name);
    for (const each of seats) await each.look(tableId);
    await table.addWatchers(round);
    await first!.client.must('table:conventions', {
      tableId,
      ...(preset !== undefined && { preset: String(preset) }),
      conventions,
    });
    for (const [index, each] of others.entries())
      await each.client.must('table:sit', { tableId, seat: index + 1 });
    // Everybody's page adds to the shuffles, then it is dealt.
    await first!.client.until(tableId, ({ toAct }) => toAct.length > 0);
    await table.note();
    return table;
  }

  get everybody(): readonly Vantage[] {
    return [...this.seats, ...this.watchers];
  }

  at(seq: number): State | undefined {
    return this.states.get(seq);
  }

  /** The table of the server, and what is remembered of it. */
  async note(): Promise<Noted> {
    const table = await this.club.tables.read(this.tableId);
    const state = 'state' in table ? (table.state as State) : undefined;
    if (state) this.states.set(table.seq, state);
    if ('gameId' in table) WatchedTable.ids.add(table.gameId);
    return {
      state,
      seq: table.seq,
      gameId: 'gameId' in table ? table.gameId : undefined,
      secret: table.phase === 'playing' ? table.fair?.secret : undefined,
    };
  }

  /** False when the table had moved on by itself, because an offer lapsed: then nothing was done. */
  async act(seat: Seat, action: Action, after: number): Promise<boolean> {
    const { client } = this.seats[seat]!;
    const { tableId } = this;
    if ((await this.note()).seq !== after) return false;
    const answer = await client.ask('table:act', { tableId, after, action }, 30_000);
    if (answer.ok) return true;
    if ((await this.note()).seq !== after) return false;
    throw new Error(`${JSON.stringify(action)} was refused: ${answer.code} ${answer.message}`);
  }

  /** Asks for something that is refused; what the refusal says is heard like everything else. */
  async probe(seat: Seat, action: unknown): Promise<void> {
    const { seq } = await this.note();
    await this.seats[seat]!.client.ask('table:act', { tableId: this.tableId, after: seq, action });
  }

  /** The player's connection ends and he comes back; what he had heard is handed over. */
  async reconnect(seat: Seat): Promise<string[]> {
    const before = this.seats[seat]!;
    before.leaves();
    const session = this.company.players[seat]!;
    const again = await Vantage.arrives(this.club.url, `seat ${seat} again`, seat, session);
    this.seats[seat] = again;
    await again.look(this.tableId);
    return before.take();
  }

  /** Somebody comes in the middle, looks, listens, and goes; what he heard. */
  async comeBy(): Promise<string[]> {
    const late = await Vantage.arrives(this.club.url, 'late joiner', 'spectator');
    await late.look(this.tableId);
    await this.listen(late);
    await this.asksMore(late);
    late.leaves();
    return late.take();
  }

  /** Everybody asks what there is beside the view. */
  async allAskMore(): Promise<void> {
    for (const each of this.everybody) await this.asksMore(each);
  }

  private async asksMore({ client }: Vantage): Promise<void> {
    const { tableId } = this;
    await client.ask('table:past', { tableId, from: 0 });
    await client.ask('table:fairness', { tableId });
    await client.ask('hall:find', { game: 'preferans', number: 1 });
  }

  /** Until everybody has heard of the last entry. */
  async settled(): Promise<void> {
    const { seq } = await this.note();
    await Promise.all(this.everybody.map((each) => each.hasSeen(this.tableId, seq)));
  }

  /** The players leave, and the table is free again. */
  async end(): Promise<void> {
    // The first who leaves ends a running game; then he leaves the table like the others.
    const { tableId } = this;
    for (const each of [this.seats[0]!, ...this.seats])
      await each.client.ask('table:leave', { tableId });
    for (const each of this.everybody) each.leaves();
  }

  private async addWatchers(round: number | undefined): Promise<void> {
    const { url } = this.club;
    const { elsewhere, players } = this.company;
    const all = [
      () => Vantage.arrives(url, 'visitor', 'spectator'),
      () => Vantage.arrives(url, 'second tab of seat 0', 0, players[0]),
      () => Vantage.arrives(url, 'polling visitor', 'spectator', undefined, 'polling'),
      () => Vantage.arrives(url, 'player elsewhere', 'spectator', elsewhere),
    ];
    const now = round === undefined ? all : all.slice(2 * (round % 2), 2 * (round % 2) + 2);
    for (const arrives of now) this.watchers.push(await arrives());
    for (const each of this.watchers) {
      await each.look(this.tableId);
      await this.listen(each);
      await each.client.ask('hall:enter', { game: 'preferans' });
    }
  }

  private async listen({ client }: Vantage): Promise<void> {
    for (const room of [`table:${this.tableId}`, `watchers:${this.tableId}`, 'hall:preferans'])
      await client.ask('chat:listen', { room, since: 0 });
  }
}
