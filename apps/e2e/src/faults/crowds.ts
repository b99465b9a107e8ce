import { seededRandom } from '@trellis/games/kit';
import { Crowd, pause, until, type CrowdOptions } from './crowd.js';
import type { History } from './history.js';
import type { Tab } from './tab.js';

/** Games that the machines play: each with its shortest conventions and as many people as it needs. */
const tables = [
  { game: 'tic-tac-toe', players: 2, conventions: { rated: true, moveTimeSec: 900 } },
  {
    game: 'preferans',
    players: 3,
    conventions: { players: 3, poolTarget: 4, rated: true, moveTimeSec: 900 },
  },
] as const;

export interface CrowdsOptions extends Pick<
  CrowdOptions,
  'copies' | 'leaves' | 'drops' | 'spread'
> {
  readonly tables: number;
  readonly seed: number;
  /** What their names begin with: other names are other people. */
  readonly name?: string;
}

/** The people of several tables at once; every third table plays Preferans. */
export class Crowds {
  private playing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly crowds: readonly Crowd[],
    private readonly history: History,
  ) {}

  static async sit(
    url: string,
    history: History,
    { tables: count, seed, name = 'Table', ...how }: CrowdsOptions,
  ): Promise<Crowds> {
    const crowds = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        Crowd.sit({
          ...{ url, history, random: seededRandom(seed + index) },
          ...how,
          name: `${name} ${lettersOf(index)}`,
          ...tables[index % 3 === 2 ? 1 : 0],
        }),
      ),
    );
    const all = new Crowds(crowds, history);
    all.playing = Promise.all(crowds.map((crowd) => crowd.play()));
    // Whoever waits for the end hears of it.
    all.playing.catch(() => undefined);
    return all;
  }

  /** Resolves after so many more acknowledgements. Rejects when there is none for `patience` ms. */
  async more(acknowledged: number, patience = 60_000): Promise<void> {
    const stopped = this.playing.then(() => Promise.reject(new Error('Everybody has stopped.')));
    const known = () => this.history.count('acknowledged');
    const enough = known() + acknowledged;
    for (let before = known(); before < enough; before = known())
      await Promise.race([until(() => known() > before, patience), stopped]);
  }

  /**
   * Everybody finishes what he is doing, and all compare what they see with a fresh look. What was not answered may still be
   * under way: so long (ms) nothing must have been seen before.
   */
  async settle(calm = 300): Promise<void> {
    await this.rest(calm);
    await Promise.all(this.crowds.map((crowd) => crowd.settle()));
  }

  /** Everybody finishes what he is doing. */
  async rest(calm = 300): Promise<void> {
    for (const crowd of this.crowds) crowd.stop();
    await this.playing;
    const seen = () => this.history.seen.length;
    for (let before = NaN; before !== seen();) {
      before = seen();
      await pause(calm);
    }
  }

  get tabs(): readonly Tab[] {
    return this.crowds.flatMap(({ tabs }) => tabs);
  }

  close(): void {
    for (const crowd of this.crowds) crowd.close();
  }
}

/** Names are of letters. */
export function lettersOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : lettersOf(Math.floor(index / 26) - 1) + letter;
}
