import { describe, expect, test } from 'vitest';
import { mayListen, maySay, roomName } from './rights.js';

const player = { signedIn: true, seated: true, near: true };
const watcher = { signedIn: true, seated: false, near: true };
const visitor = { signedIn: false, seated: false, near: true };
const stranger = { signedIn: true, seated: false, near: false };

const publicGame = { playing: true, private: false };
const privateGame = { playing: true, private: true };
const publicBreak = { playing: false, private: false };
const privateBreak = { playing: false, private: true };

describe('who may listen', () => {
  test.each([
    // kind, table, player, watcher, visitor, stranger
    ['table', publicGame, true, true, true, true],
    ['watchers', publicGame, false, true, true, true],
    ['table', privateGame, true, false, false, false],
    ['watchers', privateGame, false, true, false, false],
    ['table', publicBreak, true, true, true, true],
    ['watchers', publicBreak, true, true, true, true],
    ['table', privateBreak, true, true, false, false],
    ['watchers', privateBreak, true, true, false, false],
  ] as const)('%s %j', (kind, table, ...expected) => {
    const found = [player, watcher, visitor, stranger].map((each) => mayListen(kind, table, each));
    expect(found).toEqual(expected);
  });
});

describe('who may say', () => {
  test.each([
    ['table', publicGame, true, false, false, false],
    ['watchers', publicGame, false, true, false, false],
    ['table', privateGame, true, false, false, false],
    ['watchers', privateGame, false, true, false, false],
    ['table', publicBreak, true, true, false, false],
    ['watchers', publicBreak, false, false, false, false],
    ['table', privateBreak, true, true, false, false],
    ['watchers', privateBreak, false, false, false, false],
  ] as const)('%s %j', (kind, table, ...expected) => {
    const found = [player, watcher, visitor, stranger].map((each) => maySay(kind, table, each));
    expect(found).toEqual(expected);
  });

  test('who may say may listen', () => {
    for (const kind of ['table', 'watchers'] as const)
      for (const table of [publicGame, privateGame, publicBreak, privateBreak])
        for (const who of [player, watcher, visitor, stranger])
          if (maySay(kind, table, who)) expect(mayListen(kind, table, who)).toBe(true);
  });
});

test('the name of a room', () => {
  expect(roomName('hall:tic-tac-toe')).toEqual({ kind: 'hall', of: 'tic-tac-toe' });
  expect(roomName('table:Ab_9-')).toEqual({ kind: 'table', of: 'Ab_9-' });
  for (const bad of ['', 'hall:', 'table:a b', 'player:x', '__proto__', 'table:a:b'])
    expect(roomName(bad)).toBeUndefined();
});
