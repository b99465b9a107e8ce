import type { RecordedStep } from './public-club.js';

/** How often each thing came to each place, in all shuffles of one game that have this length. */
export interface DealCounts {
  readonly game: string;
  readonly length: number;
  readonly shuffles: number;
  /** By place in the shuffled order, then by thing: 0 … length-1 each. */
  readonly counts: readonly (readonly number[])[];
}

/** Longer shuffles are not counted: what they would say fills no page. */
const longest = 64;

/** Counts shuffles; knows nothing of which games it has seen. */
export class DealTally {
  private readonly byKind = new Map<
    string,
    { game: string; length: number; shuffles: number; counts: number[][] }
  >();

  constructor(known: readonly DealCounts[] = []) {
    for (const { counts, ...rest } of known)
      this.byKind.set(keyOf(rest.game, rest.length), {
        ...rest,
        counts: counts.map((row) => [...row]),
      });
  }

  add({ game, steps }: { readonly game: string; readonly steps: readonly RecordedStep[] }): void {
    for (const step of steps) if (step.kind === 'shuffled') this.count(game, step.order);
  }

  /** By game, longest shuffles first. */
  all(): readonly DealCounts[] {
    return [...this.byKind.values()]
      .sort((a, b) => (a.game < b.game ? -1 : a.game > b.game ? 1 : b.length - a.length))
      .map(({ counts, ...rest }) => ({ ...rest, counts: counts.map((row) => [...row]) }));
  }

  private count(game: string, order: readonly number[]): void {
    const { length } = order;
    if (length < 2 || length > longest) return;
    const key = keyOf(game, length);
    const kind = this.byKind.get(key) ?? {
      ...{ game, length, shuffles: 0 },
      counts: Array.from({ length }, () => Array.from({ length }, () => 0)),
    };
    this.byKind.set(key, kind);
    kind.shuffles++;
    order.forEach((thing, place) => kind.counts[place]![thing]!++);
  }
}

/** How far counts are from even, and how likely fair shuffles are at least as far off. */
export interface Evenness {
  readonly chiSquare: number;
  readonly degrees: number;
  /** In [0, 1]; a tiny one speaks against chance. */
  readonly probability: number;
}

/**
 * Chi-square of thing against place. Each shuffle puts every thing once and fills every place once, so the sum over the
 * table, times (length-1)/length, has (length-1)² degrees of freedom.
 */
export function evennessOf({ length, shuffles, counts }: DealCounts): Evenness {
  const expected = shuffles / length;
  const sum = counts.flat().reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
  return withProbability((sum * (length - 1)) / length, (length - 1) ** 2);
}

/** Chi-square of what came to one group of places, e.g. a hand: `counts` by thing, of `drawn` each time out of `length`. */
export function evennessOfHand(
  counts: readonly number[],
  shuffles: number,
  drawn: number,
): Evenness {
  const { length } = counts;
  const share = drawn / length;
  // Things drawn without putting back vary less than independent ones.
  const variance = shuffles * share * (1 - share) * (length / (length - 1));
  const sum = counts.reduce(
    (total, count) => total + (count - shuffles * share) ** 2 / variance,
    0,
  );
  return withProbability(sum, length - 1);
}

/** By the approximation of Wilson and Hilferty, good to three digits from ten degrees on. */
export function withProbability(chiSquare: number, degrees: number): Evenness {
  const spread = 2 / (9 * degrees);
  const z = (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
  return { chiSquare, degrees, probability: upperTail(z) };
}

/** The chance that a normal number is above z (Abramowitz and Stegun 26.2.17, exact to 7.5e-8). */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  return density * series.reduceRight((sum, factor) => (sum + factor) * t, 0);
}

const keyOf = (game: string, length: number) => `${game} ${length}`;
