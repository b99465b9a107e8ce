import { expect, test } from 'vitest';
import { returnAfterRestart } from './returns.js';

// How long it takes is measured by the long run; here: all come back, none earlier than told, and clocks are credited.
test('after a stop in order a hundred pages come back, each when it was told to', async () => {
  const { broken, ...figures } = await returnAfterRestart({ pages: 104, timed: false });
  console.log(JSON.stringify(figures));
  expect(broken).toEqual([]);
  expect(figures.asked.count).toBeGreaterThan(0);
});

test('a club that calls everybody back together is found out', async () => {
  const bug = 'calls-all-together' as const;
  const { broken } = await returnAfterRestart({ pages: 24, timed: false, bug });
  expect(broken.join('\n')).toContain('together');
});
