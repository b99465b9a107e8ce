import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atOnce, between, longestQueue, Turnstile } from './turnstile.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aTurnstile() {
  const turnstile = new Turnstile(() => Date.now());
  const letIn: string[] = [];
  const refused: string[] = [];
  const come = (household: string, count: number, isGone = () => false) => {
    for (let i = 0; i < count; i++)
      void turnstile
        .enter({ household, isGone })
        .then((admitted) => (admitted ? letIn : refused).push(household));
  };
  const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { turnstile, letIn, refused, come, after };
}

test('a few pass at once, a crowd one after another', async () => {
  const { letIn, come, after } = aTurnstile();
  come('a', atOnce + 100);
  await after(0);
  expect(letIn).toHaveLength(atOnce);
  await after(50 * between);
  expect(letIn).toHaveLength(atOnce + 50);
  await after(50 * between);
  expect(letIn).toHaveLength(atOnce + 100);
  // Nobody comes for a while: again a few at once.
  await after(atOnce * between);
  come('b', atOnce + 1);
  await after(0);
  expect(letIn).toHaveLength(2 * atOnce + 100);
});

test('who comes from elsewhere does not wait for a whole crowd', async () => {
  const { letIn, come, after } = aTurnstile();
  come('crowd', atOnce + 500);
  come('neighbour', 1);
  await after(2 * between);
  expect(letIn).toContain('neighbour');
});

test('who has gone takes nobody’s turn', async () => {
  const { letIn, refused, come, after } = aTurnstile();
  come('first', atOnce);
  come('gone', 300, () => true);
  come('there', 1);
  await after(2 * between);
  expect(letIn.filter((each) => each === 'there')).toHaveLength(1);
  expect(letIn).not.toContain('gone');
  await after(300 * between);
  expect(refused).toHaveLength(300);
});

test('behind the longest queue nobody waits, and at the end nobody is left waiting', async () => {
  const { turnstile, letIn, refused, come, after } = aTurnstile();
  come('a', atOnce + longestQueue + 7);
  await after(0);
  expect(refused).toHaveLength(7);
  expect(turnstile.waitingOf('a')).toBe(longestQueue);
  turnstile.close();
  await after(0);
  expect(refused).toHaveLength(7 + longestQueue);
  expect(letIn).toHaveLength(atOnce);
  expect(vi.getTimerCount()).toBe(0);
});
