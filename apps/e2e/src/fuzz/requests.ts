import type { ClientToServer } from '@trellis/wire';
import { any, type Random } from './mutated.js';
import { oddTexts } from './odd-values.js';

/** What the machine knows of the club, to ask things that are nearly right. */
export interface World {
  readonly tables: string[];
  readonly players: string[];
  readonly reports: string[];
  readonly sanctions: string[];
}

type Make = {
  [Event in keyof ClientToServer]: (world: World, random: Random) => ClientToServer[Event];
};

const games = ['tic-tac-toe', 'preferans'];
const game = (_world: World, random: Random) => ({ game: any(random, games) });
const table = ({ tables }: World, random: Random) => ({
  tableId: any(random, tables.length > 0 ? tables.slice(-60) : ['nobody']),
});
const seatOfTable = (world: World, random: Random) => ({
  ...table(world, random),
  seat: Math.floor(random() * 4),
});
const room = (world: World, random: Random) => ({
  room: any(random, [
    ...games.map((each) => `hall:${each}`),
    `table:${table(world, random).tableId}`,
    `watchers:${table(world, random).tableId}`,
  ]),
});
const action = (random: Random) =>
  any(random, [
    { cell: Math.floor(random() * 10) },
    { kind: 'call', word: any(random, ['P', '6S', '=', 'M', '10N']) },
    { kind: 'contract', contract: '6S', discard: ['7S', 'KH'] },
    { kind: 'declare', word: 'whist' },
    { kind: 'play', card: 'AS' },
    { kind: 'offer', tricks: [6, 3, 1] },
    { kind: 'answer', yes: true },
    { kind: 'propose-stop' },
  ]);

/** Talk may be any text: what is none must get as far as those who judge it. */
export const someText = (random: Random) =>
  random() < 0.3 ? 'Good evening' : (JSON.parse(any(random, oddTexts)) as string);

/** A request of each kind that has the right shape; whether it is given is another matter. */
export const goodRequests: Make = {
  'hall:enter': game,
  'hall:leave': () => ({}),
  'hall:play-now': game,
  'hall:find': (world, random) => ({
    ...game(world, random),
    number: 1 + Math.floor(random() * 30),
  }),
  'table:set': (world, random) => ({ ...game(world, random), private: random() < 0.3 }),
  'table:conventions': (world, random) => ({
    ...table(world, random),
    conventions: any<Record<string, unknown>>(random, [
      {},
      { rated: false },
      { players: 4 },
      { moveTimeSec: 30 },
    ]),
  }),
  'table:cancel': table,
  'table:look': table,
  'table:unlook': table,
  'table:past': (world, random) => ({ ...table(world, random), from: Math.floor(random() * 5) }),
  'table:play-here': (world, random) => ({
    ...table(world, random),
    ...(random() < 0.5 && { since: Math.floor(random() * 1e13) }),
  }),
  'table:automatic': (world, random) => ({ ...table(world, random), on: random() < 0.5 }),
  'table:contribute': (world, random) => ({
    ...table(world, random),
    gameId: table(world, random).tableId,
    contribution: Math.floor(random() * 16)
      .toString(16)
      .repeat(64),
  }),
  'table:fairness': table,
  'table:sit': seatOfTable,
  'table:stand': table,
  'table:seat-computer': (world, random) => ({ ...seatOfTable(world, random), level: 'easy' }),
  'table:clear-seat': seatOfTable,
  'table:act': (world, random) => ({
    ...table(world, random),
    after: Math.floor(random() * 20),
    action: action(random),
  }),
  'table:leave': table,
  'table:rematch': table,
  'table:return': table,
  'chat:say': (world, random) => ({
    ...room(world, random),
    id: `line-${Math.floor(random() * 1e9)}`,
    said: random() < 0.7 ? { text: someText(random) } : { phrase: 'hello' },
  }),
  'chat:listen': (world, random) => ({ ...room(world, random), since: 0 }),
  'chat:unlisten': room,
  'notice:seen': (world, random) => ({ id: table(world, random).tableId }),
};
export const events = Object.keys(goodRequests) as (keyof ClientToServer)[];
