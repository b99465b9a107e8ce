// `npm run fit:hands -- [deals]`: writes libs/games/preferans/computer/suit-worths.ts anew. Solves random deals
// and finds what each holding of a suit (a byte, bit 0 the seven) adds to the declarer's tricks, so that the
// sums come as near to the solved tricks as such sums can.
import { writeFileSync } from 'node:fs';
import { seededRandom, shuffle } from '@trellis/games/kit';
import { Solver } from '@trellis/games/preferans/solver';

const deals = Number(process.argv[2] ?? 40_000);
const target = new URL('../../../libs/games/preferans/computer/suit-worths.ts', import.meta.url);
const random = seededRandom(7);
const solver = new Solver();

interface Example {
  /** Places in the list of all worths, one a suit. */
  readonly places: readonly number[];
  readonly tricks: number;
}

const kinds = ['trump', 'side', 'noTrump', 'misere'] as const;
const worths = new Float64Array(4 * 256);
const examples: Example[] = [];

for (let deal = 0; deal < deals; deal++) {
  for (const kind of ['trump', 'noTrump', 'misere'] as const) {
    const cards = likelyDeal(kind, deal);
    const [mine, next, last] = [0, 10, 20].map((from) =>
      cards.slice(from, from + 10).reduce((mask, card) => mask | (1 << card), 0),
    );
    const tricks = solver.tricks({
      goal: kind === 'misere' ? 'misere' : 'game',
      trump: kind === 'trump' ? 3 : 4,
      declarer: 0,
      leader: Math.floor(random() * 3),
      hands: [mine!, next!, last!],
      played: [],
    });
    const places = [0, 1, 2, 3].map((suit) => {
      const table = kind === 'trump' && suit < 3 ? 'side' : kind;
      return 256 * kinds.indexOf(table) + ((mine! >>> (8 * suit)) & 255);
    });
    examples.push({ places, tricks });
  }
}

/** Hands somebody would declare, and others: trumps of every length, misères of every quality. */
function likelyDeal(kind: 'trump' | 'noTrump' | 'misere', deal: number): number[] {
  let best = shuffle(32, random);
  const tries = deal % 6;
  const length = 3 + (deal % 5);
  const miss = (cards: readonly number[]) => {
    const mine = cards.slice(0, 10);
    if (kind === 'trump') return Math.abs(length - mine.filter((card) => card >= 24).length);
    const height = mine.reduce((sum, card) => sum + (card & 7), 0);
    return kind === 'misere' ? height : -height;
  };
  for (let again = 0; again < (kind === 'trump' ? 12 : tries); again++) {
    const other = shuffle(32, random);
    if (miss(other) < miss(best)) best = other;
  }
  return best;
}

// Gauss and Seidel: each worth in turn becomes what its examples lack, drawn a little to its shorter
// neighbour's so that a holding met twice says nothing wild.
const byPlace: Example[][] = Array.from({ length: worths.length }, () => []);
for (const example of examples) for (const place of example.places) byPlace[place]!.push(example);
const sumOf = ({ places }: Example) => places.reduce((sum, place) => sum + worths[place]!, 0);
for (let round = 0; round < 40; round++) {
  for (let place = 0; place < worths.length; place++) {
    const found = byPlace[place]!;
    const lacking = found.reduce((sum, each) => sum + each.tricks - sumOf(each), 0);
    const times = found.reduce(
      (sum, each) => sum + each.places.filter((other) => other === place).length,
      0,
    );
    const holding = place & 255;
    const shorter = holding === 0 ? 0 : worths[place - (holding & -holding)]!;
    worths[place] = (worths[place]! * times + lacking + 4 * shorter) / (times + 4);
  }
}

const errors = examples.map((each) => each.tricks - sumOf(each));
const table = (kind: number) =>
  [...worths.subarray(256 * kind, 256 * (kind + 1))]
    .map((each) => Math.round(100 * each))
    .join(', ');
writeFileSync(
  target,
  `// Written by \`npm run fit:hands\`: do not edit.

/**
 * What a holding of one suit (a byte, bit 0 the seven) adds to the declarer's expected tricks with all
 * hands open, in hundredths.
 */
export const suitWorths = {
${kinds.map((kind, at) => `  ${kind}: [${table(at)}],`).join('\n')}
} as const;
`,
);
const inAll = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, each) => sum + each * each, 0) / values.length).toFixed(3);
const of = (at: number) => inAll(errors.filter((_, index) => index % 3 === at));
console.log(
  JSON.stringify({ deals, rmsErrorTricks: { suit: of(0), noTrump: of(1), misere: of(2) } }),
);
