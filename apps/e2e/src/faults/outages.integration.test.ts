import { expect, test } from 'vitest';
import { fillDisk } from './disk-full.js';
import { loseDatabase } from './outages.js';
import { SmallDisk } from './small-disk.js';

const seed = Number(process.env.SEED ?? Date.now() % 1e6);

const canMount = await SmallDisk.mount(1).then(
  (disk) => (disk.unmount(), true),
  () => false,
);

test('the database is stopped and started twice, and cut off at COMMIT four times, under play', async () => {
  const { broken, ...figures } = await loseDatabase({ stops: 2, cuts: 4, seed });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures.games).toBeGreaterThan(0);
});

test('a club that acknowledges before it has written is found out by an outage', async () => {
  const { broken } = await loseDatabase({ stops: 1, cuts: 0, seed, bug: 'answers-early' });
  expect(broken.join('\n')).toContain('not there');
});

test.runIf(canMount)('the disk of the data folder is full and then not', async () => {
  const { broken, ...figures } = await fillDisk({ times: 1, seed });
  console.log(JSON.stringify(figures));
  expect(broken, `seed ${seed}`).toEqual([]);
  expect(figures.refused).toBeGreaterThan(0);
});

test.runIf(canMount)('a club that acknowledges what found no room is found out', async () => {
  const { broken } = await fillDisk({ times: 1, seed, bug: 'answers-early' });
  expect(broken.join('\n')).toContain('not there');
});
