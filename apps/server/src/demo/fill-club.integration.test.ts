import { presetIdOf, talliesOf } from '@trellis/games/catalog/games';
import { houseGame } from '@trellis/games/catalog/house';
import { memoryStorage } from '@trellis/storage';
import { expect, test } from 'vitest';
import { demoGames, type DemoGame } from './demo-games.js';
import { fillClub, isOnlyDemo } from './fill-club.js';

const now = Date.UTC(2026, 10, 20);
const first = (game: string, count: number) =>
  demoGames.filter((each) => each.game === game).slice(0, count);
/** One that somebody leaves, one with a computer, and some more. */
const games: readonly DemoGame[] = [...first('preferans', 1), ...first('tic-tac-toe', 20)];
const emptyClub = () => memoryStorage({ presetOf: presetIdOf });

test('the same games each time, and twice adds nothing', async () => {
  const [one, other] = [emptyClub(), emptyClub()];
  const filled = await fillClub(one, { now, games });
  expect(filled).toMatchObject({ people: 12, games: games.length });
  expect(filled.posts).toBeGreaterThan(15);
  await fillClub(other, { now, games });
  const [snapshot, again] = [await one.clubStore.snapshot(), await other.clubStore.snapshot()];
  expect(again).toEqual(snapshot);
  expect(await fillClub(one, { now: now + 1_000, games })).toMatchObject({ games: 0, posts: 0 });
  expect((await one.clubStore.snapshot()).games).toEqual(snapshot.games);
});

test('games replay to their results, and the ledger agrees with them', async () => {
  const club = emptyClub();
  await fillClub(club, { now, games });
  const records = (await club.clubStore.snapshot()).games;
  expect(new Set(records.map(({ reason }) => reason))).toEqual(new Set(['played', 'left']));
  expect(records.some(({ seats }) => seats.some(({ computer }) => computer !== null))).toBe(true);
  for (const record of records) {
    const rules = houseGame(record.game)!;
    let state: unknown = rules.start(record.conventions);
    for (const step of record.steps) {
      if (step.kind === 'acted') state = rules.apply(state, step.seat, step.action);
      if (step.kind === 'shuffled') state = rules.shuffled!(state, step.order);
      if (step.kind === 'proven') state = rules.proven!(state);
      if (step.kind === 'forfeited') state = rules.forfeit(state, step.seat, step.reason);
    }
    expect(rules.result(state)?.scores).toEqual(record.seats.map(({ score }) => score));
  }
  expect((await club.ledger.check()).differences).toEqual([]);
  // What statistics are made of was stored when each game ended, and follows from its record.
  const { tallies } = records.find(
    ({ game, reason }) => game === 'preferans' && reason === 'played',
  )!;
  expect(tallies!.flat().length).toBeGreaterThan(0);
  expect((await club.tallies.check(talliesOf)).differ).toEqual([]);
});

test('a game that a crash cut short is played from its beginning', async () => {
  const club = emptyClub();
  const { results } = club;
  const finish = results.finish.bind(results);
  results.finish = () => Promise.reject(new Error('The machine stopped.'));
  await expect(fillClub(club, { now, games: games.slice(0, 1) })).rejects.toThrow();
  results.finish = finish;
  expect(await fillClub(club, { now, games: games.slice(0, 1) })).toMatchObject({ games: 1 });
  expect(await club.journal.tables()).toEqual([]);
});

test('a club where somebody else is, is no demo', async () => {
  const club = emptyClub();
  expect(await isOnlyDemo(club)).toBe(true);
  await fillClub(club, { now, games: [] });
  expect(await isOnlyDemo(club)).toBe(true);
  const identity = { issuer: 'google', subject: '1', firstName: 'Ann', lastName: 'Archer' };
  await club.players.signIn(identity, 'somebody', now);
  expect(await isOnlyDemo(club)).toBe(false);
});
