import { expect, test } from 'vitest';
import { mostConnectionsOfAddress } from '@trellis/server/sockets/connection-limits';
import { attackClub } from './load-faults.js';

// How much slower the neighbours get is measured by the long run; here: nothing fails, and attackers are let go of.
test('floods and clients that dawdle are cut off, and the neighbours play on', async () => {
  const { broken, attacks } = await attackClub({
    quiet: 1,
    attacks: {
      'slow heads': { size: 100, seconds: 11 },
      'connection flood': { size: 400, seconds: 3 },
      'flood from one address': { size: 400, seconds: 5 },
      'event flood': { size: 1, seconds: 2 },
    },
  });
  console.log(JSON.stringify(attacks));
  expect(broken).toEqual([]);
  expect(attacks['slow heads']).toMatchObject({ opened: 100, closed: 100 });
  // All but as many as one address may have are refused.
  expect(attacks['flood from one address']!.closed).toBeGreaterThanOrEqual(
    400 - mostConnectionsOfAddress,
  );
  expect(attacks['event flood']!.closed).toBeGreaterThan(0);
});

test('a club that waits for everybody for ever is found out', async () => {
  const { attacks } = await attackClub({
    quiet: 0,
    attacks: { 'slow heads': { size: 5, seconds: 11 } },
    bug: 'waits-for-ever',
  });
  expect(attacks['slow heads']).toMatchObject({ opened: 5, closed: 0 });
});

test('a club that lets a flooding client in again at once is found out', async () => {
  const { broken } = await attackClub({
    quiet: 0,
    attacks: { 'event flood': { size: 1, seconds: 8 } },
    bug: 'never-cools-off',
  });
  expect(broken.join('\n')).toContain('let in again');
});
