import { expect, test } from 'vitest';
import { CoolingOff, forgottenAfter, longestCoolingOff } from './cooling-off.js';

const address = '192.0.2.1';
const ann = { address, account: 'ann' };
const guest = { address, visitor: 'visitor-1' };
const nobody = { address };

test('who asks too much again and again stays away for ever longer, up to a minute', () => {
  let now = 0;
  const coolingOff = new CoolingOff(() => now);
  const lasted = Array.from({ length: 8 }, () => {
    const ms = coolingOff.begin(ann);
    expect(coolingOff.left(ann)).toBe(ms);
    now += ms - 1;
    expect(coolingOff.left(ann)).toBe(1);
    now += 1;
    expect(coolingOff.left(ann)).toBe(0);
    return ms / 1000;
  });
  expect(lasted).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test('after a while of good behaviour all is forgotten', () => {
  let now = 0;
  const coolingOff = new CoolingOff(() => now);
  for (let i = 0; i < 9; i++) coolingOff.begin(ann);
  now += longestCoolingOff + forgottenAfter;
  expect(coolingOff.begin(ann)).toBe(2 * 30_000);
  now += longestCoolingOff + forgottenAfter + 1;
  expect(coolingOff.begin(ann)).toBe(1000);
});

test('his neighbours behind the same address are let in, and so is he who shows an account there', () => {
  const coolingOff = new CoolingOff(() => 0);
  coolingOff.begin(ann);
  expect([guest, nobody].map((each) => coolingOff.left(each))).toEqual([0, 0]);
  coolingOff.begin(nobody);
  coolingOff.begin(guest);
  const bob = { address, account: 'bob' };
  const other = { address, visitor: 'visitor-2' };
  expect([bob, other].map((each) => coolingOff.left(each))).toEqual([0, 0]);
  expect(coolingOff.left(nobody)).toBe(1000);
  expect(coolingOff.left({ address: '192.0.2.2' })).toBe(0);
});

test('a proxy on this machine is never kept away', () => {
  const coolingOff = new CoolingOff(() => 0);
  coolingOff.begin({ address: '127.0.0.1' });
  expect(coolingOff.left({ address: '127.0.0.1' })).toBe(0);
});
