import type { TableView } from '@trellis/wire';

/** What somebody at a table wished. */
export type Wish =
  | { readonly kind: 'act'; readonly action: unknown }
  | { readonly kind: 'leave' }
  | { readonly kind: 'rematch' };

/** One copy of a request, and what its sender was told. */
export interface Asked {
  readonly tableId: string;
  readonly player: string;
  /** Null for who only waits for his seat again. */
  readonly seat: number | null;
  /** The `seq` of the view he was looking at. */
  readonly after: number;
  readonly wish: Wish;
  readonly outcome:
    | { readonly kind: 'acknowledged'; readonly seq: number }
    | { readonly kind: 'refused'; readonly code: string }
    | { readonly kind: 'unanswered' };
}

/** One view that reached a tab. `begun` and `at` count everything that was recorded, in order. */
export interface Seen {
  readonly tableId: string;
  /** One connection of one tab: it ends when the socket does. */
  readonly connection: string;
  /** What the club sent by itself, or answered to a look. */
  readonly how: 'sent' | 'fetched';
  /** When it was asked for; of what was sent, when it came. */
  readonly begun: number;
  readonly at: number;
  readonly view: TableView;
}

/** A tab that has seen everything, and what it gets when it asks afresh. */
export interface Settled {
  readonly tab: string;
  readonly held: TableView;
  /** Absent when the club does not know the table any more. */
  readonly fresh?: TableView;
}

/** Everything that people at random tables were told, in the order in which it reached the machine. */
export class History {
  readonly asked: Asked[] = [];
  readonly seen: Seen[] = [];
  readonly settled: Settled[] = [];
  readonly tables: string[] = [];
  private moment = 0;
  private readonly told = { acknowledged: 0, refused: 0, unanswered: 0 };

  now(): number {
    return ++this.moment;
  }

  see(seen: Omit<Seen, 'at'>): void {
    this.seen.push({ ...seen, at: this.now() });
  }

  tell(asked: Asked): void {
    this.asked.push(asked);
    this.told[asked.outcome.kind]++;
  }

  count(kind: Asked['outcome']['kind']): number {
    return this.told[kind];
  }
}
