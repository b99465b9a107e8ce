import { fileURLToPath } from 'node:url';
import type { GameRecord } from '@trellis/facade';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CryptoChance } from '../machine/crypto-chance.js';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

const program = fileURLToPath(new URL('../../../site/public/verify-deals.mjs', import.meta.url));
const { faults } = (await import(program)) as {
  faults: (record: unknown, seen?: object) => string[];
};

const playersOfDeal = ['Ann', 'Bob', 'Cid'] as const;

/** Three people at a table of Preferans; `silent` pages add nothing to the shuffles. */
async function begin(club: TestClub, silent: readonly string[] = []) {
  const [ann, bob, cid] = await Promise.all(
    playersOfDeal.map(async (name) => {
      const person = await club.person(`${name} Fair`);
      person.silent = silent.includes(name);
      return person;
    }),
  );
  const { tableId } = await ann!.must('table:set', { game: 'preferans' });
  for (const person of [ann!, bob!, cid!]) await person.must('table:look', { tableId });
  // Ann leaves each of these games, and who leaves rated ones may soon begin no other.
  await ann!.must('table:conventions', { tableId, conventions: { rated: false } });
  await bob!.must('table:sit', { tableId, seat: 1 });
  await cid!.must('table:sit', { tableId, seat: 2 });
  const dealt = await ann!.sees(({ phase, toAct }) => phase === 'playing' && toAct.length > 0);
  return { people: [ann!, bob!, cid!], tableId, gameId: dealt.gameId! };
}

async function end({ people, tableId, gameId }: Awaited<ReturnType<typeof begin>>, club: TestClub) {
  await people[0]!.must('table:leave', { tableId });
  await people[0]!.sees(({ phase }) => phase === 'finished');
  const answer = await club.fetch(`/api/games/${gameId}`, { cookie: people[0]!.cookie });
  return ((await answer.json()) as { game: GameRecord }).game;
}

const everythingTold = (people: readonly Person[]) =>
  JSON.stringify(people.map(({ views, hall, lines }) => [views, hall, lines]));

describe('an honest club', () => {
  let club: TestClub;
  beforeAll(async () => {
    club = await TestClub.start();
  });
  afterAll(() => club.stop());

  test('commits, takes what every page adds, and reveals it all at the end', async () => {
    const game = await begin(club);
    const { people, tableId, gameId } = game;
    const sent = people.map(({ contributions }) => contributions.get(gameId)!);
    const visitor = await club.person();
    const { fairness } = await visitor.must('table:fairness', { tableId });
    expect(fairness).toEqual({
      commitment: sent[0]!.commitment,
      contributions: sent.map(({ contribution }) => contribution),
      open: false,
      drawn: 2,
    });
    const record = await end(game, club);
    const told = everythingTold(people);
    expect(record.fairness?.contributions).toEqual(fairness?.contributions);
    expect(told).not.toContain(record.fairness!.secret);
    for (const seen of sent) expect(faults(record, seen)).toEqual([]);
  });

  test('does not wait for a page that adds nothing, and takes nothing after the first card', async () => {
    const game = await begin(club, ['Bob']);
    const { people, tableId, gameId } = game;
    const late = { tableId, gameId, contribution: 'ab'.repeat(32) };
    expect(await people[1]!.ask('table:contribute', late)).toMatchObject({ code: 'too-late' });
    // Another tab of somebody whose page was in time learns what counts.
    expect(await people[0]!.must('table:contribute', late)).toMatchObject({
      counts: people[0]!.contributions.get(gameId)!.contribution,
    });
    const stranger = await club.person('Eve Fair');
    expect(await stranger.ask('table:contribute', late)).toMatchObject({ code: 'not-seated' });
    const record = await end(game, club);
    expect(record.fairness?.contributions[1]).toBeNull();
    expect(faults(record)).toEqual([]);
    expect(await people[0]!.ask('table:fairness', { tableId })).toMatchObject({ code: 'not-now' });
  });

  test('a visitor and nonsense contribute nothing', async () => {
    const { tableId, gameId } = await begin(club);
    const visitor = await club.person();
    const good = { tableId, gameId, contribution: 'ab'.repeat(32) };
    expect(await visitor.ask('table:contribute', good)).toMatchObject({ code: 'not-signed-in' });
    const somebody = await club.person('Dan Fair');
    for (const contribution of ['', 'AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)}\n`])
      expect(await somebody.ask('table:contribute', { ...good, contribution })).toMatchObject({
        code: 'bad-request',
      });
  });
});

/** A planted cheat: from the second shuffle on, the first two cards are exchanged. */
class CheatingChance extends CryptoChance {
  override order(...terms: Parameters<CryptoChance['order']>): readonly number[] {
    const order = super.order(...terms);
    return terms[2] < 2 ? order : order.with(0, order[1]!).with(1, order[0]!);
  }
}

test('a club that deals another deck is found out by its own record', async () => {
  const club = await TestClub.start(undefined, undefined, { chance: new CheatingChance() });
  try {
    const game = await begin(club);
    const record = await end(game, club);
    expect(faults(record)).toEqual(['Shuffle 2 is not the one that follows from the secret.']);
  } finally {
    await club.stop();
  }
});
