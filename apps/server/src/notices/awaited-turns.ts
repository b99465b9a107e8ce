import { isOfHouse, isOfVisitors, type PlayerId, type TableId } from '@trellis/facade';
import type { Notice } from '@trellis/notices';
import {
  deadline,
  isAway,
  type Audience,
  type Entry,
  type Playing,
  type Table,
} from '@trellis/tables';

/** Who has not moved for so long is perhaps not there (ms). */
export const turnPatience = 10_000;
/** Who has less time left than this would come too late (ms). */
const leastLeft = 15_000;
const lookEvery = 1_000;

interface Awaited {
  readonly player: PlayerId;
  /** Tells this decision of the seat from its others. */
  readonly decision: number;
  readonly since: number;
  readonly until: number;
  told: boolean;
}

export interface AwaitedTurnsParts {
  readonly tell: (players: readonly PlayerId[], notice: Notice) => void;
  readonly now: () => number;
}

/**
 * Looks on at the tables of this process: whose game begins, and who keeps others waiting for some time, is told so, once a turn. A
 * move costs it a look at the clocks, and waits for nothing.
 */
export class AwaitedTurns {
  private readonly tables = new Map<TableId, { table: Table; seats: readonly Awaited[] }>();
  private readonly looking: NodeJS.Timeout;

  constructor(private readonly parts: AwaitedTurnsParts) {
    this.looking = setInterval(() => this.look(), lookEvery);
    this.looking.unref();
  }

  /** The same audience, of which this is a part. */
  watching(audience: Audience): Audience {
    return {
      show: (table, entries) => {
        audience.show(table, entries);
        this.shown(table, entries);
      },
      finished: (record) => audience.finished(record),
      present: (tableId) => audience.present(tableId),
      playsElsewhere: (...asked) => audience.playsElsewhere(...asked),
    };
  }

  close(): void {
    clearInterval(this.looking);
  }

  private shown(table: Table, entries: readonly Entry[]): void {
    if (table.phase !== 'playing' || isOfVisitors(table.id) || isOfHouse(table.id)) {
      this.tables.delete(table.id);
      return;
    }
    if (entries.some(({ kind }) => kind === 'started')) this.tellOfStart(table);
    const before = this.tables.get(table.id)?.seats ?? [];
    const seats = awaitedAt(table, this.parts.now()).map(
      (now) =>
        before.find(({ player, decision }) => player === now.player && decision === now.decision) ??
        now,
    );
    if (seats.length === 0) this.tables.delete(table.id);
    else this.tables.set(table.id, { table, seats });
  }

  private look(): void {
    const now = this.parts.now();
    for (const { table, seats } of this.tables.values())
      for (const seat of seats) {
        if (seat.told || now - seat.since < turnPatience) continue;
        seat.told = true;
        if (seat.until - now >= leastLeft)
          this.parts.tell([seat.player], { kind: 'your-turn', ...placeOf(table) });
      }
  }

  /** Whoever sits down at a table of the house knows that it begins. */
  private tellOfStart(table: Table & Playing): void {
    const players = table.seats.flatMap((seat) => (seat.kind === 'player' ? [seat.player] : []));
    if (players.length > 1) this.parts.tell(players, { kind: 'table-full', ...placeOf(table) });
  }
}

function awaitedAt(table: Table & Playing, now: number): Awaited[] {
  return table.seats.flatMap((occupant, seat) => {
    const clock = table.clocks[seat];
    const until = clock && deadline(clock, table.conventions);
    if (occupant.kind !== 'player' || until === undefined || isAway(table, seat)) return [];
    const { player } = occupant;
    return [{ player, decision: clock!.decisionSeq, since: now, until, told: false }];
  });
}

function placeOf({ id, number }: Table): Omit<Notice, 'kind'> {
  return { path: `/tables/${id}`, topic: `table:${id}`, ...(number !== null && { number }) };
}
