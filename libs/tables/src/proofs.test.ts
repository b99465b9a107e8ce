import type { AnyGame } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { proofTime, Proofs } from './proofs.js';
import type { TableOf } from './table.js';
import { highCard } from './testing/high-card.js';
import { ManualClock, settled } from './testing/test-club.js';

/** A game in which whatever the state says is claimed. */
const rules: AnyGame = {
  ...highCard,
  claim: (claimed: string | undefined) =>
    claimed === undefined ? undefined : { id: claimed, question: `is ${claimed} so?` },
};

function atATable(prove: (question: unknown) => Promise<boolean>) {
  const clock = new ManualClock();
  const asked: unknown[] = [];
  const proven: string[] = [];
  const errors: unknown[] = [];
  const proofs = new Proofs(
    {
      clock,
      games: () => rules,
      report: (error) => errors.push(error),
      thinker: {
        choose: () => Promise.reject(new Error('Nobody is to choose.')),
        prove: ({ question }) => {
          asked.push(question);
          return prove(question);
        },
      },
    },
    async ({ claim }) => proven.push(claim),
  );
  const look = (claimed?: string) =>
    proofs.look({
      id: 't',
      game: 'high-card',
      rulesVersion: 1,
      state: claimed,
    } as TableOf<'playing'>);
  return { clock, asked, proven, errors, proofs, look };
}

/** Whether answers to the claim still wait. */
async function waits({ proofs }: ReturnType<typeof atATable>): Promise<boolean> {
  let waiting = true;
  void proofs.done().then(() => (waiting = false));
  await settled();
  return waiting;
}

test('what is proven is settled when its time has come, and not before', async () => {
  const table = atATable(async () => true);
  table.look('all');
  await table.clock.pass(proofTime - 1);
  expect(table.proven).toEqual([]);
  expect(await waits(table)).toBe(true);
  await table.clock.pass(1);
  expect(table.proven).toEqual(['all']);
  expect(table.asked).toEqual(['is all so?']);
  expect(await waits(table)).toBe(false);
});

test('what is not proven is left to be answered after the same time', async () => {
  const table = atATable(async () => false);
  table.look('all');
  await table.clock.pass(proofTime - 1);
  expect(await waits(table)).toBe(true);
  await table.clock.pass(1);
  expect(await waits(table)).toBe(false);
  expect(table.proven).toEqual([]);
});

test('a claim is looked at once, however often the table is', async () => {
  const table = atATable(async () => false);
  for (let look = 0; look < 3; look++) {
    table.look('all');
    await table.clock.pass(2 * proofTime);
  }
  expect(table.asked).toHaveLength(1);
  table.look('some');
  expect(table.asked).toHaveLength(2);
});

test('a claim that is taken back settles nothing, and nobody waits for it', async () => {
  const table = atATable(async () => true);
  table.look('all');
  await table.clock.pass(proofTime / 2);
  table.look();
  expect(await waits(table)).toBe(false);
  await table.clock.pass(2 * proofTime);
  expect(table.proven).toEqual([]);
});

test('a prover that fails proves nothing and stops nobody', async () => {
  const table = atATable(() => Promise.reject(new Error('The thread broke.')));
  table.look('all');
  await table.clock.pass(proofTime);
  expect(await waits(table)).toBe(false);
  expect(table.proven).toEqual([]);
  expect(table.errors).toHaveLength(1);
});
