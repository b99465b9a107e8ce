import { describe, expect, test } from 'vitest';
import { wishOf } from './keys';
import { scenes } from './testing/scenes';

const legalIn = (scene: string) => {
  const { table, viewer } = scenes[scene]!();
  return table.legal(viewer);
};

const acts = (action: unknown) => ({ kind: 'act', action });

describe('auction', () => {
  const legal = legalIn('hold');

  test('a digit, then a suit', () => {
    expect(wishOf('Digit7', '7', undefined, legal)).toEqual({ kind: 'level', level: 7 });
    expect(wishOf('Digit0', '0', undefined, legal)).toEqual({ kind: 'level', level: 10 });
    expect(wishOf('KeyH', 'h', 7, legal)).toEqual(acts({ kind: 'call', word: '7H' }));
    expect(wishOf('KeyN', 'n', 10, legal)).toEqual(acts({ kind: 'call', word: '10N' }));
  });

  test('what is not legal is not wished', () => {
    expect(wishOf('KeyS', 's', 6, legal)).toBeUndefined();
    expect(wishOf('KeyM', 'm', undefined, legal)).toBeUndefined();
    expect(wishOf('Digit5', '5', undefined, legal)).toBeUndefined();
    expect(wishOf('Digit7', '7', undefined, [])).toBeUndefined();
  });

  test('pass, hold, misère', () => {
    expect(wishOf('KeyP', 'p', undefined, legal)).toEqual(acts({ kind: 'call', word: 'P' }));
    expect(wishOf('Equal', '=', undefined, legal)).toEqual(acts({ kind: 'call', word: '=' }));
    expect(wishOf('KeyM', 'm', undefined, legalIn('auction'))).toEqual(
      acts({ kind: 'call', word: 'M' }),
    );
  });

  test('the place of a key counts: a Cyrillic keyboard passes too', () => {
    expect(wishOf('KeyP', 'з', undefined, legal)).toEqual(acts({ kind: 'call', word: 'P' }));
  });
});

test('words of the defence', () => {
  expect(wishOf('KeyW', 'w', undefined, legalIn('whist'))).toEqual(
    acts({ kind: 'declare', word: 'whist' }),
  );
  expect(wishOf('KeyF', 'f', undefined, legalIn('half'))).toEqual(
    acts({ kind: 'declare', word: 'half' }),
  );
  expect(wishOf('KeyC', 'c', undefined, legalIn('choose'))).toEqual(
    acts({ kind: 'declare', word: 'closed' }),
  );
  expect(wishOf('KeyO', 'o', undefined, legalIn('whist'))).toBeUndefined();
});

test('commands need no turn', () => {
  expect(wishOf('KeyT', 't', undefined, [])).toEqual({ kind: 'command', command: 'last-trick' });
  expect(wishOf('KeyY', 'y', undefined, [])).toEqual({ kind: 'command', command: 'my-hand' });
  expect(wishOf('Slash', '?', undefined, [])).toEqual({ kind: 'command', command: 'help' });
  expect(wishOf('KeyZ', 'z', undefined, [])).toBeUndefined();
});

describe('contract', () => {
  const { table, viewer } = scenes.discard!();
  const { contracts } = table.view(viewer).deal!;

  test('a digit, then a suit chooses it; it is named with the discard', () => {
    expect(wishOf('Digit7', '7', undefined, [], contracts)).toEqual({ kind: 'level', level: 7 });
    expect(wishOf('KeyD', 'd', 7, [], contracts)).toEqual({ kind: 'contract', contract: '7D' });
    expect(wishOf('KeyD', 'в', 7, [], contracts)).toEqual({ kind: 'contract', contract: '7D' });
  });

  test('not one below the bid, and none of misère', () => {
    const higher = contracts!.filter((contract) => !contract.startsWith('6'));
    expect(wishOf('KeyD', 'd', 6, [], higher)).toBeUndefined();
    expect(wishOf('Digit7', '7', undefined, [], ['M'])).toBeUndefined();
  });
});
