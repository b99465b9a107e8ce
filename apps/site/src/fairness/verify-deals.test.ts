import { createHash, createHmac, randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GameRecord } from '@trellis/facade';
import { drawOrder, shuffleMessage } from '@trellis/games/kit';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyDeals } from './verify-deals';

const program = fileURLToPath(new URL('../../public/verify-deals.mjs', import.meta.url));
const { faults } = (await import(program)) as {
  faults: (record: unknown, seen?: object) => string[];
};

type Proof = Pick<GameRecord, 'id' | 'fairness' | 'steps'>;
type Fairness = NonNullable<GameRecord['fairness']>;

const hex = () => randomBytes(32).toString('hex');

function draw(
  secret: string,
  id: string,
  contributions: Fairness['contributions'],
  n: number,
  length: number,
) {
  const drawing = drawOrder(length);
  let step = drawing.next();
  while (!step.done) {
    const message = shuffleMessage({ gameId: id, contributions }, n, length, step.value);
    step = drawing.next(createHmac('sha256', Buffer.from(secret, 'hex')).update(message).digest());
  }
  return step.value;
}

/** What an honest club records. */
function honest(
  lengths: readonly number[],
  seats: number,
  before = 0,
): Proof & { fairness: Fairness } {
  const id = randomBytes(16).toString('base64url');
  const secret = hex();
  const commitment = createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
  const contributions = Array.from({ length: seats }, (_, seat) => (seat % 3 === 2 ? null : hex()));
  const old = Array.from({ length: before }, () => [1, 0]);
  const drawn = lengths.map((length, at) => draw(secret, id, contributions, at + 1, length));
  const steps = [...old, ...drawn].map((order) => ({ kind: 'shuffled' as const, order, at: 0 }));
  return { id, fairness: { commitment, secret, contributions, before }, steps };
}

const withFairness = (proof: Proof & { fairness: Fairness }, change: Partial<Fairness>): Proof => ({
  ...proof,
  fairness: { ...proof.fairness, ...change },
});

/** Another deck in the place of the last one, with two cards changed over. */
function swapped(proof: Proof & { fairness: Fairness }): Proof {
  const last = proof.steps.at(-1)!;
  if (last.kind !== 'shuffled') throw new Error('The last step is a shuffle here.');
  const order = last.order.with(0, last.order[1]!).with(1, last.order[0]!);
  return { ...proof, steps: proof.steps.with(-1, { ...last, order }) };
}

test('an honest record is right, for the page and for the program', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 2 }),
      async (lengths, seats, before) => {
        const proof = honest(lengths, seats, before);
        expect(await verifyDeals(proof)).toEqual({ faults: [], checked: lengths.length, before });
        expect(faults(proof)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

describe('a planted cheat is found by both:', () => {
  const proof = honest([31, 32, 32], 3);
  const [first] = proof.fairness.contributions;
  test.each([
    ['a swapped deck', swapped(proof), {}, ['shuffle']],
    [
      'decks dealt in another order',
      { ...proof, steps: [proof.steps[0]!, proof.steps[2]!, proof.steps[1]!] },
      {},
      ['shuffle', 'shuffle'],
    ],
    ['a deck left out', { ...proof, steps: proof.steps.slice(1) }, {}, ['shuffle', 'shuffle']],
    [
      'another secret',
      withFairness(proof, { secret: hex() }),
      {},
      ['secret', 'shuffle', 'shuffle', 'shuffle'],
    ],
    [
      'another commitment, told afterwards',
      proof,
      { commitment: hex(), contribution: null },
      ['commitment'],
    ],
    [
      'a contribution that was not used',
      proof,
      { commitment: proof.fairness.commitment, contribution: hex() },
      ['contribution'],
    ],
    [
      'a contribution put in afterwards',
      withFairness(proof, { contributions: [first!, hex(), null] }),
      {},
      ['shuffle', 'shuffle', 'shuffle'],
    ],
    [
      'contributions at each other’s seats',
      withFairness(proof, { contributions: [proof.fairness.contributions[1]!, first!, null] }),
      {},
      ['shuffle', 'shuffle', 'shuffle'],
    ],
    [
      'the record of another game',
      { ...proof, id: 'another' },
      {},
      ['shuffle', 'shuffle', 'shuffle'],
    ],
  ] as const)('%s', async (_what, record, seen, kinds) => {
    const noted = 'commitment' in seen ? seen : undefined;
    const verdict = await verifyDeals(record, noted);
    expect(verdict?.faults.map(({ kind }) => kind)).toEqual(kinds);
    expect(faults(record, noted)).toHaveLength(kinds.length);
  });

  test('one that is no proof at all', async () => {
    expect(await verifyDeals({ ...proof, fairness: undefined })).toBeUndefined();
    expect(() => faults({ ...proof, fairness: undefined })).toThrow(/no proof/);
    const damaged = withFairness(proof, { secret: 'what?' });
    expect((await verifyDeals(damaged))?.faults).toEqual([{ kind: 'damaged' }]);
    expect(() => faults(damaged)).toThrow(/damaged/);
  });
});

describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-deals-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(content: string, ...more: string[]) {
    const file = join(folder, 'deals.json');
    writeFileSync(file, content);
    try {
      const output = execFileSync(process.execPath, [program, file, ...more], { stdio: 'pipe' });
      return { code: 0, output: String(output) };
    } catch (error) {
      const { status, stdout, stderr } = error as {
        status: number;
        stdout: Buffer;
        stderr: Buffer;
      };
      return { code: status, output: `${String(stdout)}${String(stderr)}` };
    }
  }

  const proof = honest([3, 32], 2);
  const { id, fairness, steps } = proof;
  const file = {
    id,
    fairness,
    shuffles: steps.map((step) => step.kind === 'shuffled' && step.order),
  };

  test('says so when all is right, whichever way the record came', () => {
    for (const record of [file, proof, { game: proof }]) {
      const { code, output } = run(JSON.stringify(record), '--commitment', fairness.commitment);
      expect(output).toContain('Every deck is the one that follows');
      expect(code).toBe(0);
    }
  });

  test('names what is wrong and ends with 1', () => {
    const { code, output } = run(JSON.stringify(swapped(proof)));
    expect(output).toContain('WRONG: Shuffle 2');
    expect(code).toBe(1);
  });

  test.each([
    ['no JSON', 'hello', []],
    ['another file', '{"id":"x"}', []],
    ['an option that is none', '{}', ['--all', 'x']],
    ['a commitment that is none', JSON.stringify(file), ['--commitment', 'x']],
  ])('ends with 2 and a sentence: %s', (_what, content, more) => {
    const { code, output } = run(content, ...more);
    expect(code).toBe(2);
    expect(output).not.toMatch(/\n\s+at /);
  });
});
