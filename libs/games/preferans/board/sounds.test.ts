import { expect, test } from 'vitest';
import { scenes, SceneTable } from './testing/scenes';
import { soundBetween } from './sounds';

test('a deal, each card, each trick; nothing for words and for what was there before', () => {
  const { table } = scenes.auction!();
  const seen = [new SceneTable().view(0), table.view(0)];
  const next = (change: () => unknown) => {
    change();
    seen.push(table.view(0));
    return soundBetween(seen.at(-2)!, seen.at(-1)!);
  };
  expect(soundBetween(seen[0]!, seen[1]!)).toBe('deal');
  expect(next(() => table.do('6S P P'))).toBeUndefined();
  expect(next(() => table.do('7S/7C8D whist whist'))).toBeUndefined();
  expect(next(() => table.playOn(1))).toBe('card');
  expect(next(() => table.playOn(1))).toBe('card');
  expect(next(() => table.playOn(1))).toBe('trick');
  expect(soundBetween(seen.at(-1)!, seen.at(-1)!)).toBeUndefined();
});
