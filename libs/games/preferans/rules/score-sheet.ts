import type { Seat } from '@trellis/games/kit';

/** Rule 10.1: what is written of a game. `whists[i][j]` is written by i on j. */
export interface ScoreSheet {
  readonly pool: readonly number[];
  readonly mountain: readonly number[];
  readonly whists: readonly (readonly number[])[];
}

/** Numbers by their names, in the order people multiply them; see `Entry`. */
export type Operands = Readonly<Record<string, number>>;

/**
 * One number written on the sheet, and why. The amount is the product of the operands, only
 * `dividedBy` divides: {tricks: 3, whistScale: 1, value: 4} is 12.
 */
export type Entry = {
  readonly amount: number;
  /** The rule's number in RULES.md. */
  readonly rule: string;
  readonly operands: Operands;
} & (
  | { readonly column: 'pool' | 'mountain'; readonly seat: Seat }
  | { readonly column: 'whists'; readonly seat: Seat; readonly on: Seat }
);

export function emptySheet(players: number): ScoreSheet {
  const zeros = () => Array<number>(players).fill(0);
  return { pool: zeros(), mountain: zeros(), whists: Array.from({ length: players }, zeros) };
}

/** Writes one deal: a copy of the sheet, and every entry that made the difference. */
export class Pen {
  readonly entries: Entry[] = [];
  readonly pool: number[];
  readonly mountain: number[];
  readonly #whists: number[][];

  constructor(sheet: ScoreSheet) {
    this.pool = [...sheet.pool];
    this.mountain = [...sheet.mountain];
    this.#whists = sheet.whists.map((row) => [...row]);
  }

  writePool(seat: Seat, rule: string, operands: Operands): void {
    const amount = amountOf(operands);
    if (amount === 0) return;
    this.pool[seat]! += amount;
    this.entries.push({ column: 'pool', seat, amount, rule, operands });
  }

  writeMountain(seat: Seat, rule: string, operands: Operands): void {
    const amount = amountOf(operands);
    if (amount === 0) return;
    this.mountain[seat]! += amount;
    this.entries.push({ column: 'mountain', seat, amount, rule, operands });
  }

  writeWhists(seat: Seat, on: Seat, rule: string, operands: Operands): void {
    const amount = amountOf(operands);
    if (amount === 0) return;
    this.#whists[seat]![on]! += amount;
    this.entries.push({ column: 'whists', seat, on, amount, rule, operands });
  }

  get sheet(): ScoreSheet {
    return { pool: this.pool, mountain: this.mountain, whists: this.#whists };
  }
}

export function amountOf(operands: Operands): number {
  let amount = 1;
  for (const name in operands) {
    if (name === 'dividedBy') amount /= operands[name]!;
    else amount *= operands[name]!;
  }
  return amount;
}

/** What a deal added to the sheet, as a record keeps it: whists by "writer>on", empty ones left out. */
export interface SheetChange {
  readonly pool: readonly number[];
  readonly mountain: readonly number[];
  readonly whists: Readonly<Record<string, number>>;
}

export function changeOf(players: number, entries: readonly Entry[]): SheetChange {
  const sum = emptySheet(players);
  const pool = [...sum.pool];
  const mountain = [...sum.mountain];
  const whists = sum.whists.map((row) => [...row]);
  for (const entry of entries) {
    if (entry.column === 'whists') whists[entry.seat]![entry.on]! += entry.amount;
    else (entry.column === 'pool' ? pool : mountain)[entry.seat]! += entry.amount;
  }
  return { pool, mountain, whists: whistsByPair(whists) };
}

/** {"1>0": 8}: only pairs with something written, in order of the seats. */
export function whistsByPair(whists: ScoreSheet['whists']): Record<string, number> {
  return Object.fromEntries(
    whists.flatMap((row, seat) =>
      row.flatMap((amount, on) => (amount === 0 ? [] : [[`${seat}>${on}`, amount] as const])),
    ),
  );
}
