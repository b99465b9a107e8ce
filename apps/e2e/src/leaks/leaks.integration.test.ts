import { houseGame } from '@trellis/games/catalog/house';
import type { AnyGame, Viewer } from '@trellis/games/kit';
import type { State } from '@trellis/games/preferans/rules';
import { Sockets } from '@trellis/server/sockets/sockets';
import { expect, test } from 'vitest';
import type { ClubInside } from '../harness/club-inside.js';
import { agreements, scanForLeaks } from './leak-scan.js';
import { compareTwins } from './twins.js';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

test('300 deals: nobody receives a card that he may not know', async () => {
  const report = await scanForLeaks({ deals: 300, seed });
  console.log(JSON.stringify({ machine: 'leaks', ...report }));
  expect(report.hits, `seed ${seed}`).toEqual([]);
  expect(report.deals).toBeGreaterThanOrEqual(300);
  // It has listened everywhere.
  expect(report.vantages).toEqual(
    expect.arrayContaining(
      [
        ['api', 'late joiner', 'log', 'metrics', 'page', 'page data', 'player elsewhere'],
        ['polling visitor', 'seat 0', 'seat 0 again', 'seat 3', 'second tab of seat 0', 'visitor'],
      ].flat(),
    ),
  );
});

test('20 twin deals: what changes places out of sight changes nothing that is seen', async () => {
  const report = await compareTwins({ pairs: 20, seed });
  console.log(JSON.stringify({ machine: 'twins', ...report }));
  expect(report.differences, `seed ${seed}`).toEqual([]);
  expect(report.pairs).toBe(20);
  expect(report.compared).toBeGreaterThan(20 * agreements.length);
});

/** Preferans whose views say more to this viewer than they should. */
function indiscreet(more: (state: State, viewer: Viewer) => object, of = houseGame('preferans')!) {
  const viewFor = (state: State, viewer: Viewer) => ({
    ...(of.viewFor(state, viewer) as object),
    ...(state.deal && more(state, viewer)),
  });
  return { ...of, viewFor } satisfies AnyGame;
}

test('planted: the spectator is shown the talon; the scan finds it', async () => {
  const bug = indiscreet(({ deal }, viewer) =>
    viewer === 'spectator' ? { talon: deal!.talon } : {},
  );
  const games = (name: string) => (name === 'preferans' ? bug : houseGame(name));
  const { hits } = await scanForLeaks({ deals: 1, seed: 1, tables: 1, inside: { games } });
  expect(new Set(hits.map(({ vantage }) => vantage))).toContain('visitor');
  expect(hits[0]).toMatchObject({ where: expect.stringContaining('talon') });
});

test('planted: the order of the deck travels as numbers; the scan finds it', async () => {
  const bug = indiscreet(({ deal }) => ({
    seed: deal!.deck
      .match(/../g)!
      .map((card) => 8 * 'SCDH'.indexOf(card[1]!) + '789TJQKA'.indexOf(card[0]!)),
  }));
  const games = (name: string) => (name === 'preferans' ? bug : houseGame(name));
  const { hits } = await scanForLeaks({ deals: 1, seed: 1, tables: 1, inside: { games } });
  expect(hits.map(({ what }) => what)).toContain('the order of the deck');
});

test('planted: the secret of the shuffles travels with a view; the scan finds it', async () => {
  const plant = (club: ClubInside) => {
    const sockets = club.part(Sockets);
    const emit = sockets.emit.bind(sockets) as (...args: unknown[]) => void;
    const indiscreetly = (to: unknown, event: unknown, view: { id?: string }) => {
      const table = club.tables.all().find(({ id }) => id === view.id);
      const seed = table?.phase === 'playing' ? table.fair?.secret : undefined;
      emit(to, event, { ...view, seed: seed && Buffer.from(seed, 'hex').toString('base64') });
    };
    Object.assign(sockets, { emit: indiscreetly });
  };
  const { hits } = await scanForLeaks({ deals: 1, seed: 1, tables: 1, plant });
  expect(hits.length).toBeGreaterThan(0);
});

test('planted: a view says how strong the hands are, without a card; the twins differ', async () => {
  const strength = ({ deal }: State) =>
    deal!.hands.map(
      (hand) => hand.reduce((sum, card) => sum * 3 + '789TJQKA'.indexOf(card[0]!), 0) % 1000,
    );
  const { differences } = await compareTwins({
    pairs: 4,
    seed: 1,
    wrap: (game) => indiscreet((state) => ({ strength: strength(state) }), game),
  });
  expect(differences.length).toBeGreaterThan(0);
});
