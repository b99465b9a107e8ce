import { expect, test } from 'vitest';
import { checkHistories } from './histories.js';

const seed = Number(process.env.SEED ?? Date.now() % 1e6);

test('20 histories: what people were told is what the club kept', async () => {
  const { broken, ...figures } = await checkHistories({ histories: 20, commands: 40, seed });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures).toMatchObject({ histories: 20, kills: 3 });
  expect(figures.acknowledged).toBeGreaterThan(20 * 40);
});

test('a journal that forgets one move in ten is found out', async () => {
  const { broken } = await checkHistories({ histories: 4, commands: 25, seed, bug: 'forgets' });
  expect(broken.join('\n')).toContain('acknowledged with');
});
