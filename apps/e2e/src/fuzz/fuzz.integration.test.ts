import { expect, test } from 'vitest';
import type { ClubInside } from '../harness/club-inside.js';
import { fuzz, type FuzzOptions } from './run-fuzz.js';
import { insideTarget, processTarget } from './target.js';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

test('10,000 messages that are wrong in every way: each is answered, closed or counted, and the club lives', async () => {
  const target = await processTarget();
  try {
    const report = await fuzz(target, { messages: 10_000, seed });
    console.log(JSON.stringify({ machine: 'fuzz', ...report }));
    expect(report.faults, `seed ${seed}`).toEqual([]);
    expect(report.messages).toBeGreaterThanOrEqual(10_000);
    expect(report.heapGrowthMiB).toBeLessThanOrEqual(20);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  } finally {
    await target.stop();
  }
});

/** What is wrong of one kind of request is asked often enough to be found, whatever chance makes of it. */
async function faultsOf(
  plant: (club: ClubInside) => void,
  kind: Pick<FuzzOptions, 'events' | 'http'>,
) {
  const target = await insideTarget(plant);
  try {
    const how = { messages: 500, seed: 3, accounts: 32, patience: 1500, ...kind };
    return (await fuzz(target, how)).faults;
  } finally {
    await target.stop();
  }
}

test('planted: a request that is never answered', async () => {
  const faults = await faultsOf(
    ({ tables }) => {
      const real = tables.handle.bind(tables);
      tables.handle = (id, request) =>
        request.kind === 'stand' ? new Promise(() => undefined) : real(id, request);
    },
    { events: ['table:stand'] },
  );
  expect(faults.some((each) => /^Not answered: \["table:stand"/.test(each))).toBe(true);
});

test('planted: talk that the storage cannot keep, thrown as a bug', async () => {
  const faults = await faultsOf(
    ({ storage: { chatLines } }) => {
      const real = chatLines.add.bind(chatLines);
      chatLines.add = (room, line) => {
        if ('text' in line.said && line.said.text !== 'Good evening') throw new Error('22021');
        return real(room, line);
      };
    },
    { events: ['chat:say'] },
  );
  expect(faults.some((each) => each.includes('22021'))).toBe(true);
});

test('planted: a report that the storage cannot keep, thrown as a bug', async () => {
  const faults = await faultsOf(
    ({ storage: { justice } }) => {
      const real = justice.report.bind(justice);
      justice.report = (report) => {
        if (report.text !== 'Good evening') throw new Error('22021');
        return real(report);
      };
    },
    { http: 1 },
  );
  expect(faults.some((each) => each.includes('22021'))).toBe(true);
});
