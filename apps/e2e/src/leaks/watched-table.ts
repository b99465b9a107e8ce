import type { Seat } from '@trellis/games/kit';
import type { Action, State } from '@trellis/games/preferans/rules';
import type { ClubInside } from '../harness/club-inside.js';
import type { Session } from '../harness/club-client.js';
import type { Truth } from './frame-scan.js';
import { Vantage } from './vantage.js';

/** What a table agrees on. */
export type Agreed = Readonly<Record<string, unknown>> & { readonly players: 3 | 4 };

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
  private readonly states = new Map<number, State>();
  readonly watchers: Vantage[] = [];

  private constructor(
    private readonly club: ClubInside,
    readonly tableId: string,
    readonly seats: Vantage[],
    private readonly company: Company,
  ) {}

  static async set(club: ClubInside, company: Company, agreed: Agreed): Promise<WatchedTable> {
    const { preset, ...conventions } = agreed;
    const sessions = company.players.slice(0, agreed.players);
    const seats = await Promise.all(
      sessions.map((session, seat) => Vantage.arrives(club.url, `seat ${seat}`, seat, session)),
    );
    const [first, ...others] = seats;
    const { tableId } = await first!.client.must('table:set', { game: 'preferans' });
    const table = new WatchedTable(club, tableId, seats, company);
    for (const each of seats) await each.look(tableId);
    await table.addWatchers();
    await first!.client.must('table:conventions', {
      tableId,
      ...(preset !== undefined && { preset: String(preset) }),
      conventions,
    });
    for (const [index, each] of others.entries())
      await each.client.must('table:sit', { tableId, seat: index + 1 });
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
  async note(): Promise<{ state: State | undefined; seq: number; gameId: string | undefined }> {
    const table = await this.club.tables.read(this.tableId);
    const state = 'state' in table ? (table.state as State) : undefined;
    if (state) this.states.set(table.seq, state);
    return { state, seq: table.seq, gameId: 'gameId' in table ? table.gameId : undefined };
  }

  async act(seat: Seat, action: Action): Promise<void> {
    const { seq } = await this.note();
    await this.seats[seat]!.client.must('table:act', { tableId: this.tableId, after: seq, action });
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
    late.leaves();
    return late.take();
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

  private async addWatchers(): Promise<void> {
    const { url } = this.club;
    const { elsewhere, players } = this.company;
    this.watchers.push(
      await Vantage.arrives(url, 'visitor', 'spectator'),
      await Vantage.arrives(url, 'polling visitor', 'spectator', undefined, 'polling'),
      await Vantage.arrives(url, 'player elsewhere', 'spectator', elsewhere),
      await Vantage.arrives(url, 'second tab of seat 0', 0, players[0]),
    );
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
