import { expect, test } from 'vitest';
import { crashPoints, dieAtEveryPoint } from './crash-points.js';
import { killAtRandom } from './kills.js';

const seed = Number(process.env.SEED ?? Date.now() % 1e6);

test('30 times SIGKILL in the middle of play', async () => {
  const { broken, ...figures } = await killAtRandom({ kills: 30, seed, club: 'quick' });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures.acknowledged).toBeGreaterThan(30 * 6);
});

test('3 times SIGKILL of the club as it is started, with pages and embedded database', async () => {
  const { broken, ...figures } = await killAtRandom({ kills: 3, seed, club: 'whole' });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
});

test(`death at each of ${crashPoints.length} points of writing a move and ending a game`, async () => {
  const { broken, ...figures } = await dieAtEveryPoint({ times: 1, seed });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures).toMatchObject({ deaths: crashPoints.length });
});

test('a club that acknowledges before it has written is found out', async () => {
  const bug = 'answers-early' as const;
  const { broken } = await killAtRandom({ kills: 4, seed, club: 'quick', bug, patience: 8000 });
  expect(broken.join('\n')).toContain('not there');
});

test('a club that writes the end of a game twice is found out', async () => {
  const { broken } = await killAtRandom({ kills: 1, seed, club: 'quick', bug: 'ends-twice' });
  expect(broken.join('\n')).toContain('never ended');
});
