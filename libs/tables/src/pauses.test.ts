import { seededRandom } from '@trellis/games/kit';
import { describe, expect, test } from 'vitest';
import { ForcedPlay, usualPause } from './forced-play.js';
import { Thinker, type Thought } from './ports.js';
import { SoleDirectory } from './sole.js';
import { usualComputerPause } from './tables.js';
import { likelihoodOfSameOrigin } from './testing/kolmogorov-smirnov.js';
import { aTable, oneOrTwo } from './testing/one-or-two.js';
import {
  ManualClock,
  PlainChance,
  playWithTheHouse,
  testClub,
  TestStorage,
} from './testing/test-club.js';

// Who waits for a card learns how long it took. That must not tell him which cards are held.

/** Rarer than this by chance, and it is taken for a difference. */
const suspicious = 0.01;
const deals = 400;

describe('the test itself', () => {
  const sample = (random: () => number, stretch: number) =>
    Array.from({ length: deals }, () => stretch * usualPause(random));

  test('samples of one distribution pass about as often as they should', () => {
    const random = seededRandom(11);
    const suspected = Array.from({ length: 200 }, () =>
      likelihoodOfSameOrigin(sample(random, 1), sample(random, 1)),
    ).filter((likelihood) => likelihood < 0.05);
    // One in twenty; by chance between 2 and 20.
    expect(suspected.length).toBeGreaterThanOrEqual(2);
    expect(suspected.length).toBeLessThanOrEqual(20);
  });

  test('a fifth more is noticed', () => {
    const random = seededRandom(12);
    expect(likelihoodOfSameOrigin(sample(random, 1), sample(random, 1.2))).toBeLessThan(suspicious);
  });
});

/** Deals by a seed, and draws pauses by it. */
class SeededChance extends PlainChance {
  private readonly draw: () => number;
  constructor(seed: number) {
    super();
    this.draw = seededRandom(seed);
  }
  override order = (_secret: string, _lot: unknown, _number: number, length: number) => {
    const keys = Array.from({ length }, () => this.draw());
    return keys.map((_, card) => card).sort((a, b) => keys[a]! - keys[b]!);
  };
  override random = () => this.draw();
}

/** Thinks the longer, the stronger its card is. */
class PonderingThinker extends Thinker {
  constructor(
    private readonly clock: ManualClock,
    private readonly longest: number,
  ) {
    super();
  }
  timeFor(card: number): number {
    return (this.longest * card) / 32;
  }
  choose({ view, legal }: Thought): Promise<unknown> {
    const ready = this.clock.now() + this.timeFor((view as { card: number }).card);
    return new Promise((resolve) => {
      this.clock.at(ready, () => resolve(legal[0]));
    });
  }
  prove = async () => false;
}

/** How long a computer took over strong cards, and over weak ones, as its opponent sees it (ms). */
async function pausesOfTheHouse({
  longest,
  thinkingAdds = false,
}: {
  readonly longest: number;
  /** A bug: the pause begins when the thought is over. */
  readonly thinkingAdds?: boolean;
}): Promise<[strong: number[], weak: number[]]> {
  const chance = new SeededChance(7);
  const [strong, weak]: [number[], number[]] = [[], []];
  for (let deal = 0; deal < deals; deal++) {
    const clock = new ManualClock();
    const thinker = new PonderingThinker(clock, longest);
    const directory = new SoleDirectory();
    const storage = new TestStorage();
    const pause = (random: () => number) =>
      usualComputerPause(random) + (thinkingAdds ? thinker.timeFor(cardIn(storage)) : 0);
    const club = testClub(storage, clock, thinker, directory, chance, pause);
    const { took } = await playWithTheHouse(club);
    (cardIn(storage) >= 16 ? strong : weak).push(took!);
  }
  return [strong, weak];
}

/** The card of the computer, once it is dealt. */
function cardIn(storage: TestStorage): number {
  const entries = [...storage.rows.values()].flat();
  return entries.find((entry) => entry.kind === 'shuffled')?.order[1] ?? 0;
}

describe('computers of the house', () => {
  test('their pauses do not tell strong cards from weak ones', async () => {
    // The strongest level has taken 345 ms at most.
    const [strong, weak] = await pausesOfTheHouse({ longest: 350 });
    expect(strong.length + weak.length).toBe(deals);
    expect(likelihoodOfSameOrigin(strong, weak)).toBeGreaterThan(suspicious);
  });

  test('planted: pauses that grow with the thinking are found', async () => {
    const pauses = await pausesOfTheHouse({ longest: 350, thinkingAdds: true });
    expect(likelihoodOfSameOrigin(...pauses)).toBeLessThan(suspicious);
  });

  test('planted: thoughts that outlast the pauses are found', async () => {
    const pauses = await pausesOfTheHouse({ longest: 2000 });
    expect(likelihoodOfSameOrigin(...pauses)).toBeLessThan(suspicious);
  });
});

/** How long one person took over choices, and how long the club took where there was only one card (ms). */
async function pausesOfAPerson(
  draw: (clock: ManualClock, forced: ForcedPlay) => void = () => undefined,
) {
  const random = seededRandom(21);
  const clock = new ManualClock();
  let actedAt = 0;
  const forced = new ForcedPlay({
    clock,
    chance: { random },
    games: () => oneOrTwo,
    audience: { present: () => new Set(['ann']) },
    act: () => (actedAt = clock.now()),
  });
  draw(clock, forced);
  forced.prefer('ann', true);
  const choices: number[] = [];
  const only: number[] = [];
  for (let deal = 0; deal < deals; deal++) {
    // Most cards are chosen; about every fourth is the only one.
    for (let card = 0; card < 3; card++) {
      const took = Math.max(400, usualPause(random));
      const seq = 100 * deal + 2 * card + 1;
      const table = aTable(1, clock.now(), seq);
      await clock.pass(took);
      const at = clock.now();
      forced.learn(table, [{ seq: seq + 1, at, kind: 'acted', seat: 0, action: 'x' }]);
      choices.push(took);
    }
    const since = clock.now();
    forced.wait(aTable(2, since, 100 * deal + 50));
    await clock.pass(20_000);
    only.push(actedAt - since);
  }
  return [choices, only] as const;
}

describe('cards that are played by themselves', () => {
  test('their pauses do not tell that there was only one', async () => {
    const [choices, only] = await pausesOfAPerson();
    expect(likelihoodOfSameOrigin(choices, only)).toBeGreaterThan(suspicious);
  });

  test('planted: pauses that are a little shorter are found', async () => {
    const shorter = (clock: ManualClock) => {
      const at = clock.at.bind(clock);
      clock.at = (time, callback) => at(clock.now() + 0.8 * (time - clock.now()), callback);
    };
    expect(likelihoodOfSameOrigin(...(await pausesOfAPerson(shorter)))).toBeLessThan(suspicious);
  });
});
