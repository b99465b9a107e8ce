import { expect, test } from 'vitest';
import { restartUnderTables } from './restart.js';

// How soon the club itself is back depends on the machine: `npm run fault:restart` measures that, with as many tables as are promised.
test('a club that wakes its tables one after another is found out', async () => {
  const { broken } = await restartUnderTables({
    ...{ tables: 60, times: 1, database: 'postgres', club: 'quick', bug: 'wakes-slowly' },
  });
  expect(broken.join('\n')).toContain('took');
});
