import { fileURLToPath } from 'node:url';
import { houseGame } from '@trellis/games/catalog/house';
import { Thinker, type Chance, type Thought } from '@trellis/tables';
import { Piscina } from 'piscina';

type Claim = Parameters<Thinker['prove']>[0];

/** What travels to the thread: a thought of a heavy player, or a claim to be proven. */
export type Task = { readonly thought: Thought; readonly seed: number } | { readonly claim: Claim };

/** Nothing takes so long (ms): a thread that is not done by then is ended, and whoever asked does without. */
const patience = 20_000;

/** The built one, also where this file runs unbuilt (in tests). */
const thread = fileURLToPath(new URL('../../dist/machine/house-thread.js', import.meta.url));

/**
 * Light computer players answer at once; heavy ones think in a thread of their own, so that no move
 * waits for them. The thread is started for the first thought and ended when nobody thinks.
 */
export class HouseThinker extends Thinker {
  private pool: Piscina<Task, unknown> | undefined;

  constructor(private readonly chance: Pick<Chance, 'random'>) {
    super();
  }

  async choose(thought: Thought): Promise<unknown> {
    const { game, level, view, legal } = thought;
    const computer = houseGame(game)?.computers.find((each) => each.level === level);
    if (!computer) throw new Error(`The house has no player "${level}" for ${game}.`);
    if (!computer.heavy) return computer.choose(view, legal, () => this.chance.random());
    const seed = Math.floor(this.chance.random() * 2 ** 32);
    return this.threads().run({ thought, seed }, { signal: AbortSignal.timeout(patience) });
  }

  async prove(claim: Claim): Promise<boolean> {
    return (
      (await this.threads().run({ claim }, { signal: AbortSignal.timeout(patience) })) === true
    );
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private threads(): Piscina<Task, unknown> {
    this.pool ??= new Piscina({
      filename: thread,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      // Thinking may take the processor only when moves leave it.
      niceIncrement: 10,
    });
    return this.pool;
  }
}
