import { seededRandom } from '@trellis/games/kit';
import { demoPeople } from './demo-people.js';

/** A game that is to be played. Seats hold people by their place in `demoPeople`, or computers by their level. */
export interface DemoGame {
  /** What all its chance follows from. */
  readonly seed: string;
  readonly game: string;
  readonly preset: string;
  readonly conventions: Readonly<Record<string, unknown>>;
  readonly seats: readonly (number | string)[];
  /** Of the table in the hall. */
  readonly number: number;
  /** How long ago it began (ms). */
  readonly ago: number;
  /** After so many decisions whoever is to decide leaves, and pays for it. */
  readonly leavesAfter?: number;
}

const hour = 3_600_000;
/** How long the club has been played in. */
export const demoSpan = 40 * 24 * hour;

const presets = ['sochi', 'sochi', 'leningrad', 'rostov'];

/** Every game of the demo, the oldest first. */
export const demoGames: readonly DemoGame[] = [...pools(), ...smallGames()].sort(
  (one, other) => other.ago - one.ago,
);

function pools(): DemoGame[] {
  const random = seededRandom(1867);
  return Array.from({ length: 15 }, (_, at) => {
    const players = at % 6 === 5 ? 4 : 3;
    const people = drawn(players, random);
    const house = at % 8 === 7;
    return {
      seed: `pool ${at}`,
      game: 'preferans',
      preset: presets[at % presets.length]!,
      conventions: { players, poolTarget: at % 5 === 4 ? 10 : 5 },
      seats: house ? [people[0]!, 'middle', ...people.slice(1, -1)] : people,
      number: 1 + (at % 7),
      ago: agoOf(at, 15, random),
      ...(at % 9 === 6 && { leavesAfter: 90 }),
    };
  });
}

function smallGames(): DemoGame[] {
  const random = seededRandom(1952);
  return Array.from({ length: 60 }, (_, at) => {
    const [one, other] = drawn(2, random);
    return {
      seed: `small game ${at}`,
      game: 'tic-tac-toe',
      preset: '',
      conventions: {},
      seats: at % 9 === 8 ? [one!, 'perfect'] : [one!, other!],
      number: 1 + (at % 5),
      ago: agoOf(at, 60, random),
      ...(at % 20 === 19 && { leavesAfter: 3 }),
    };
  });
}

/** Spread over the span, the last one a few hours ago. */
function agoOf(at: number, count: number, random: () => number): number {
  const step = (demoSpan - 6 * hour) / count;
  return Math.round(demoSpan - step * (at + 0.8 * random()));
}

/** Different people; those who stand first in the list play more. */
function drawn(count: number, random: () => number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(random() ** 1.5 * demoPeople.length));
  return [...chosen];
}
