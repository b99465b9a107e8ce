import { expect, test } from 'vitest';
import { Thinker } from './ports.js';
import { ManualClock, playWithTheHouse, testClub, TestStorage } from './testing/test-club.js';

/** Thinks for so long (ms) on the test's clock, and says this. */
class SlowThinker extends Thinker {
  asked = 0;
  constructor(
    private readonly clock: ManualClock,
    private readonly ms: number,
    private readonly say: (legal: readonly unknown[]) => unknown = ([first]) => first,
  ) {
    super();
  }
  choose({ legal }: { readonly legal: readonly unknown[] }): Promise<unknown> {
    this.asked++;
    return new Promise((resolve, reject) => {
      this.clock.at(this.clock.now() + this.ms, () => {
        try {
          resolve(this.say(legal));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  }
  prove = async () => false;
}

async function againstTheHouse(ms: number, say?: (legal: readonly unknown[]) => unknown) {
  const clock = new ManualClock();
  const thinker = new SlowThinker(clock, ms, say);
  const club = testClub(new TestStorage(), clock, thinker);
  return { club, thinker, ...(await playWithTheHouse(club)) };
}

test('what a computer decides comes after its pause, however long it thought', async () => {
  for (const ms of [0, 10, 250, 499]) expect((await againstTheHouse(ms)).took).toBe(500);
});

test('a thought that outlasts the pause is waited for', async () => {
  expect((await againstTheHouse(900)).took).toBe(900);
});

test('a thinker that fails, or chooses what is not legal, does not stop the table', async () => {
  const failing = await againstTheHouse(0, () => {
    throw new Error('The thread broke.');
  });
  const wrong = await againstTheHouse(0, () => ({ say: 'nonsense' }));
  for (const { acted, club } of [failing, wrong]) {
    expect(acted).toMatchObject({ kind: 'acted', seat: 1 });
    expect(club.errors).toHaveLength(1);
  }
});

test('what does not touch the game does not begin the thought anew', async () => {
  const { club, thinker } = await againstTheHouse(5000);
  const [table] = club.tables.all();
  await club.tables.handle(table!.id, { kind: 'arrive', player: 'ann' });
  await club.clock.pass(1000);
  expect(thinker.asked).toBe(1);
});
