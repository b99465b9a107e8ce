import { houseGame } from '@trellis/games/catalog/house';
import { Clock, Thinker, type Entry, type Table, type Thought } from '@trellis/tables';
import { expect, test } from 'vitest';
import { CryptoChance } from '../machine/crypto-chance.js';
import { withIdsOf } from './ids-of.js';
import { HouseTable } from './house-table.js';

const id = 'house-table-1';
const programme = {
  game: 'preferans',
  preset: 'sochi',
  conventions: { maxDeals: 1 },
  levels: ['easy', 'middle', 'easy'],
};

class ManualClock extends Clock {
  private time = 1_700_000_000_000;
  private waiting: { time: number; callback: () => void }[] = [];
  now = () => this.time;
  at(time: number, callback: () => void) {
    const timer = { time, callback };
    this.waiting.push(timer);
    return () => void (this.waiting = this.waiting.filter((each) => each !== timer));
  }
  async goOn(): Promise<void> {
    const [next] = this.waiting.sort((one, other) => one.time - other.time);
    if (next) {
      this.waiting = this.waiting.filter((each) => each !== next);
      this.time = Math.max(this.time, next.time);
      next.callback();
    }
    for (let i = 0; i < 50; i++) await Promise.resolve();
  }
}

/** Thinks at once, here. */
class QuickThinker extends Thinker {
  prove = async () => false;
  choose = async ({ game, level, view, legal }: Thought) =>
    houseGame(game)!
      .computers.find((each) => each.level === level)!
      .choose(view, legal, Math.random);
}

function aTable() {
  const clock = new ManualClock();
  const shown: { table: Table; entries: readonly Entry[] }[] = [];
  const errors: unknown[] = [];
  const table = new HouseTable(id, 6, programme, houseGame('preferans')!, {
    audience: {
      show: (now, entries) => void shown.push({ table: now, entries }),
      finished: () => undefined,
      present: () => new Set(),
      playsElsewhere: () => false,
    },
    clock,
    chance: withIdsOf(`${id}-`, new CryptoChance()),
    thinker: new QuickThinker(),
    games: houseGame,
    computerPause: () => 1000,
    isWatched: () => true,
    by: 'house',
    report: (error) => errors.push(error),
  });
  const until = async (done: () => boolean) => {
    for (let step = 0; step < 2000 && !done(); step++) await clock.goOn();
    expect(errors).toEqual([]);
    expect(done()).toBe(true);
  };
  return { table, shown, until };
}

test('a game that is over can be looked at until after the next one has ended, and then some', async () => {
  const { table, until } = aTable();
  const games: string[] = [];
  table.resume();
  for (let game = 0; game < 4; game++) {
    await until(() => table.table.phase === 'finished');
    const { gameId } = table.table as Extract<Table, { phase: 'finished' }>;
    games.push(gameId);
    const record = table.record(gameId)!;
    expect(gameId).toMatch(/^house-table-1-/);
    expect(record).toMatchObject({ game: 'preferans', table: 6, rated: false });
    expect(record.seats.map(({ computer }) => computer).sort()).toEqual(['easy', 'easy', 'middle']);
    // The steps are those of this game alone: the rules come to the same end with them.
    const rules = houseGame('preferans')!;
    const end = record.steps.reduce<unknown>((state, step) => {
      if (step.kind === 'shuffled') return rules.shuffled!(state, step.order);
      if (step.kind !== 'acted') throw new Error(`A game of the house has no step ${step.kind}.`);
      return rules.apply(state, step.seat, step.action);
    }, rules.start(record.conventions));
    expect(rules.result(end)).toMatchObject({ scores: record.seats.map(({ score }) => score) });
    expect(record.fairness?.secret).toMatch(/^[0-9a-f]{64}$/);
    await until(() => table.table.phase === 'playing');
  }
  expect(table.record(games[0]!)).toBeUndefined();
  for (const game of games.slice(1)) expect(table.record(game)?.id).toBe(game);
});

test('what is shown of a table that is set anew is newer than what was shown of it before', async () => {
  const { shown, until, table } = aTable();
  table.resume();
  await until(() => table.table.phase === 'finished');
  const last = shown.at(-1)!.table;
  const later = Math.floor((last.at + 60_000) / 100);
  expect(last.seq).toBeLessThan(later);
  expect(shown.map(({ table: { seq } }) => seq)).toEqual(
    shown.map(({ table: { seq } }) => seq).toSorted((one, other) => one - other),
  );
});
