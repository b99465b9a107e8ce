import { percentile, type BenchTable } from './load.js';

/** Processor time so far by what it was spent on, µs. */
export type Spent<Name extends string> = Readonly<Record<Name, number>>;

export interface Window<Name extends string> {
  readonly movesPerSecond: number;
  /** µs. */
  readonly cpuPerMove: Spent<Name>;
  readonly bytesPerMove: number;
  readonly refused: number;
  /** From asking to the opponent's frame, ms. */
  readonly p50: number;
  readonly p99: number;
}

/** What so many seconds of play at these tables come to. */
export async function watchPlay<Name extends string>(
  all: readonly BenchTable[],
  seconds: number,
  spent: () => Spent<Name>,
): Promise<Window<Name>> {
  for (const { counts } of all)
    Object.assign(counts, { moves: 0, latencies: [], bytes: 0, refused: 0 });
  const [before, begun] = [spent(), performance.now()];
  await sleep(seconds);
  const elapsed = (performance.now() - begun) / 1000;
  const sum = (key: 'moves' | 'bytes' | 'refused') =>
    all.reduce((total, { counts }) => total + counts[key], 0);
  const moves = sum('moves');
  const latencies = all.flatMap(({ counts }) => counts.latencies);
  const after = Object.entries(spent()) as [Name, number][];
  return {
    movesPerSecond: moves / elapsed,
    cpuPerMove: Object.fromEntries(
      after.map(([name, micros]) => [name, (micros - before[name]) / moves]),
    ) as Spent<Name>,
    bytesPerMove: sum('bytes') / moves,
    refused: sum('refused'),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

export function sleep(s: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, s * 1000));
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
