import { expect, test } from 'vitest';
import { race } from './races.js';

const seed = Number(process.env.SEED ?? Date.now() % 1e6);

test('what is sent twice, wanted by thirty or met by its deadline has one outcome', async () => {
  const { broken, ...figures } = await race({ duplicates: 200, lastSeats: 5, deadlines: 40, seed });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures.lastSeats).toMatchObject({ rounds: 5, seated: 5 });
  expect(Object.values(figures.deadlines).reduce((sum, each) => sum + each, 0)).toBe(40);
});

test('a club that says yes to who comes too late is found out', async () => {
  const some = { duplicates: 20, lastSeats: 1, deadlines: 0, seed };
  const { broken } = await race({ ...some, bug: 'says-yes' });
  expect(broken.join('\n')).toContain('30 people got one seat');
  expect(broken.join('\n')).toContain('acknowledged twice');
});
