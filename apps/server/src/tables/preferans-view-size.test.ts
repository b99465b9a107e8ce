import {
  agreedConventions,
  seededRandom,
  shuffle,
  type Conventions,
  type Viewer,
} from '@trellis/games/kit';
import { gameNamed } from '@trellis/games/catalog/games';
import { preferans, type State } from '@trellis/games/preferans/rules';
import type { Entry, TableOf } from '@trellis/tables';
import { expect, test } from 'vitest';
import { tableFrame } from './table-frame.js';

const people = ['Александра Константинопольская', 'Иннокентий Преображенский', 'Ann', 'Bob'];
const uuid = (no: number) => `0192f0c1-7e3a-7cc0-8f00-00000000000${no}`;
const cardOf = (player: string) => ({ id: player, name: people[Number(player.at(-1))]! });

/** Bytes of one frame of Socket.IO, as `viewer` is sent it after `entry`. */
function sizeOf(state: State, viewer: Viewer, entry: Entry): number {
  const { conventions } = state;
  const seats = Array.from({ length: conventions.players }, (_, no) => uuid(no));
  const table: TableOf<'playing'> = {
    id: uuid(8),
    game: preferans.name,
    rulesVersion: 1,
    number: 12,
    setBy: seats[0]!,
    seq: entry.seq,
    at: 0,
    phase: 'playing',
    conventions,
    gameId: uuid(9),
    startedAt: 0,
    seats: seats.map((player) => ({ kind: 'player', player })),
    state,
    clocks: seats.map(() => ({ since: 1, spent: 12_345, bank: 600_000, decisionSeq: 1 })),
    arrived: seats.map((_, no) => no),
    alarm: null,
    away: [],
    fair: null,
  };
  const view = tableFrame(table, viewer, [entry], {
    now: 1000,
    games: gameNamed,
    cardOf,
    present: new Set(seats),
    watchers: 12,
    playsOn: () => undefined,
    ratings: new Map(seats.map((seat) => [seat, { rating: 1512, provisional: true }])),
  });
  return Buffer.byteLength(`42["table:view",${JSON.stringify(view)}]`);
}

/** Plays a pool at random, passing more often than bidding; what every view of it measured. */
function sizesOfPool(seed: number, changes: Conventions) {
  const random = seededRandom(seed);
  const agreement = { preset: 'sochi', changes: { poolTarget: 20, ...changes } };
  let state = preferans.start(agreedConventions(preferans.conventions, agreement));
  const sizes: number[] = [];
  for (let seq = 1000; !state.end; seq++) {
    const length = preferans.awaitsShuffle!(state);
    let entry: Entry;
    if (length !== undefined) {
      const order = shuffle(length, random);
      state = preferans.shuffled!(state, order);
      entry = { seq, at: 0, kind: 'shuffled', order };
    } else {
      const seat = preferans.toAct(state)[0]!;
      const legal = preferans.legalActions(state, seat);
      const passes = legal[0]!.kind === 'call' && random() < 0.5;
      const any = legal[0]!.kind === 'call' ? Math.min(8, legal.length) : legal.length;
      const action = passes ? legal[0]! : legal[Math.floor(random() * any)]!;
      state = preferans.apply(state, seat, action);
      entry = { seq, at: 0, kind: 'acted', seat, action };
    }
    const viewers: Viewer[] = [
      ...(state.conventions['players'] === 4 ? [3] : []),
      0,
      1,
      2,
      'spectator',
    ];
    sizes.push(...viewers.map((viewer) => sizeOf(state, viewer, entry)));
  }
  return { sizes, deals: state.pool!.outcomes.length };
}

/** 2.5 KB. At random a pool of 20 takes up to a hundred deals, thrice what it takes people. */
const limit = 2560;

/** What people change who change much. */
const ownConventions: Conventions = {
  stalingrad: true,
  whistStyle: 'gentleman',
  halfWhistDowngrade: true,
  tenGame: 'checked',
  dutyHigh: 'both',
  raspasyProgression: [1, 2, 4],
  raspasyTalon: 'suit',
  exitLadder: [6, 7, 8],
  talonPremium: 'value',
  moveTimeSec: 60,
  timeBankSec: 1200,
};

test.each([
  [3, {}],
  [4, {}],
  [4, ownConventions],
])('no view of a long pool with %d players is above 2.5 KB: %j', (players, own) => {
  const pools = [1, 2].map((seed) => sizesOfPool(seed, { players, ...own }));
  const sizes = pools.flatMap((pool) => pool.sizes).sort((a, b) => a - b);
  expect(Math.max(...pools.map(({ deals }) => deals))).toBeGreaterThan(35);
  expect(sizes.at(-1)).toBeLessThanOrEqual(limit);
});
