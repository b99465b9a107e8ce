import { expect, test } from 'vitest';
import { restartUnderTables } from './restart.js';

// The club with its pages, and as many tables as are promised: `npm run fault:restart`.
const many = { tables: 60, database: 'postgres', club: 'quick' } as const;

test('with 60 games under way moves are taken again within three seconds of a kill', async () => {
  const { broken, ...figures } = await restartUnderTables({ ...many, times: 3 });
  console.log(JSON.stringify(figures));
  expect(broken).toEqual([]);
}, 120_000);

test('a club that wakes its tables one after another is found out', async () => {
  const bug = 'wakes-slowly';
  const { broken } = await restartUnderTables({ ...many, times: 1, bug });
  expect(broken.join('\n')).toContain('took');
}, 120_000);
