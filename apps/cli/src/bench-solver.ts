// `npm run bench:solver`: how fast the solver is, as JSON. Full deals of ten cards, seeded, each begun with
// nothing remembered, on one core. A third each is played in a suit, in no trump and as misère; the declarer
// holds the best of a few hands for it, as an auction would have it.
import { seededRandom, shuffle } from '@trellis/games/kit';
import { Solver, type Position } from '@trellis/games/preferans/solver';

const deals = 1000;
const kinds = ['suit', 'noTrump', 'misere'] as const;
type Kind = (typeof kinds)[number];

const random = seededRandom(2026);
const solver = new Solver();

function positionOf(kind: Kind, deal: number): Position {
  let cards = shuffle(32, random);
  for (let again = 0; again < 8; again++) {
    const other = shuffle(32, random);
    if (promise(kind, other) > promise(kind, cards)) cards = other;
  }
  const [first, second, third] = [0, 10, 20].map((from) =>
    cards.slice(from, from + 10).reduce((mask, card) => mask | (1 << card), 0),
  );
  return {
    goal: kind === 'misere' ? 'misere' : 'game',
    trump: kind === 'suit' ? 3 : 4,
    declarer: 0,
    leader: deal % 3,
    hands: [first!, second!, third!],
    played: [],
  };
}

/** High cards and hearts for a game, low cards for misère. */
function promise(kind: Kind, cards: readonly number[]): number {
  const sum = (worth: (card: number) => number) =>
    cards.slice(0, 10).reduce((total, card) => total + worth(card), 0);
  if (kind === 'misere') return -sum((card) => card & 7);
  return sum((card) => Math.max(0, (card & 7) - 4) + (kind === 'suit' && card >= 24 ? 2 : 0));
}

const times: Record<Kind, number[]> = { suit: [], noTrump: [], misere: [] };
const nodes: number[] = [];
for (let deal = -60; deal < deals; deal++) {
  const kind = kinds[((deal % 3) + 3) % 3]!;
  const position = positionOf(kind, deal + 60);
  solver.clear();
  const began = process.cpuUsage().user;
  solver.tricks(position);
  const took = (process.cpuUsage().user - began) / 1000;
  if (deal < 0) continue; // the engine is still warming up
  times[kind].push(took);
  nodes.push(solver.nodes);
}

const at = (share: number, values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2));
};
const figures = (values: readonly number[]) => ({
  medianMs: at(0.5, values),
  p99Ms: at(0.99, values),
  maxMs: at(1, values),
});

console.log(
  JSON.stringify({
    deals,
    ...figures(Object.values(times).flat()),
    medianNodes: at(0.5, nodes),
    p99Nodes: at(0.99, nodes),
    ...Object.fromEntries(kinds.map((kind) => [kind, figures(times[kind])])),
  }),
);
