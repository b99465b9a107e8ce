import fc from 'fast-check';
import type { ClubSnapshot } from '@trellis/facade';
import type { Actor, Feedback } from '@trellis/justice';
import type { Storage } from '@trellis/storage';
import { describe, expect, test } from 'vitest';
import { anEnding, anEntry, signIn } from '../endings.js';

const arbiter: Actor = { origin: 'arbiter', by: 'dee', at: 90_000 };
const people = ['ann', 'bob', 'cyd', 'dee'];
const pairs = people.flatMap((one) => people.flatMap((two) => (one < two ? [[one, two]] : [])));

/** Games of two kinds between these people, the first of each pair winning. */
interface Played {
  readonly pair: readonly string[];
  readonly game: string;
  readonly turned: boolean;
}

const someGames = fc.array(
  fc.record({
    pair: fc.constantFrom(...pairs),
    game: fc.constantFrom('tic-tac-toe', 'preferans'),
    turned: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

async function play(
  { journal, results, players }: Storage,
  games: readonly Played[],
  unrated: number,
): Promise<void> {
  for (const id of people) await signIn(players, id);
  for (const [index, { pair, game, turned }] of games.entries()) {
    const seats = turned ? pair.toReversed() : pair;
    const rated = index !== unrated;
    const finishedAt = 20_000 + index;
    const ending = anEnding(`g${index}`, seats, { game, rated, finishedAt });
    await journal.append(ending.tableId, [anEntry(1)]);
    await results.finish(ending);
  }
}

/** Everything that anybody reads of the club, but for the note that a game was annulled, and numbers that go on between clubs. */
async function shown({ clubStore }: Storage): Promise<object> {
  const { games, profiles, leaderboards }: Omit<ClubSnapshot, 'tables'> =
    await clubStore.snapshot();
  const text = JSON.stringify({
    games,
    profiles: [...profiles].sort((a, b) => (a.player.id < b.player.id ? -1 : 1)),
    leaderboards: Object.fromEntries(
      Object.entries(leaderboards).filter(([, board]) => board.length > 0),
    ),
  });
  return JSON.parse(text, (key, value: unknown) =>
    key === 'annulled' || key === 'ordinal' ? undefined : value,
  ) as object;
}

/** What is read of a club in which one of the games was annulled, and of one in which it was never rated. */
export async function annulledAndUnrated(
  make: () => Promise<Storage>,
  games: readonly Played[],
  index: number,
) {
  const annulled = await make();
  await play(annulled, games, -1);
  const record = await annulled.aftermath.annul(`g${index}`, arbiter, 'Collusion');
  const { differences } = await annulled.ledger.check();
  const is = await shown(annulled);
  const unrated = await make();
  await play(unrated, games, index);
  return { record, differences, annulled: is, unrated: await shown(unrated) };
}

/** What every `Aftermath` promises. `make` empties the club. */
export function aftermathContract(name: string, make: () => Promise<Storage>): void {
  describe(`aftermath: ${name}`, () => {
    test('an annulled game is as if it had not been rated, and so is everything after it', async () => {
      await fc.assert(
        fc.asyncProperty(someGames, fc.nat(), async (games, which) => {
          const index = which % games.length;
          const { record, differences, annulled, unrated } = await annulledAndUnrated(
            ...([make, games, index] as const),
          );
          expect(record).toMatchObject({ rated: false, seats: [{ rating: null }, {}] });
          expect(record.annulled).toEqual({ at: 90_000, reason: 'Collusion' });
          expect(differences).toEqual([]);
          expect(annulled).toEqual(unrated);
        }),
        { numRuns: 25 },
      );
    });

    test('only what is rated is annulled, once, and the log says so', async () => {
      const storage = await make();
      const { aftermath, justice } = storage;
      await play(storage, [{ pair: pairs[0]!, game: 'tic-tac-toe', turned: false }], -1);
      await aftermath.annul('g0', arbiter, 'Collusion');
      for (const [id, code] of [
        ['g0', 'not-rated'],
        ['g1', 'not-found'],
      ])
        await expect(aftermath.annul(id!, arbiter, 'x')).rejects.toMatchObject({ code });
      expect(await justice.audit(1e9)).toMatchObject([
        { act: 'game-annulled', gameId: 'g0', reason: 'Collusion', by: { id: 'dee' } },
      ]);
    });

    test('one feedback a game and opponent, told as sums', async () => {
      const storage = await make();
      const { aftermath } = storage;
      await play(storage, [{ pair: pairs[0]!, game: 'tic-tac-toe', turned: false }], -1);
      const feedback: Feedback = {
        ...{ gameId: 'g0', from: 'ann', to: 'bob', mark: 'positive', tags: ['friendly'], at: 1 },
      };
      expect(await aftermath.giveFeedback(feedback)).toEqual(feedback);
      const other: Feedback = { ...feedback, mark: 'negative', tags: ['rude'], at: 2 };
      expect(await aftermath.giveFeedback(other)).toEqual(feedback);
      await aftermath.giveFeedback({ ...other, from: 'bob', to: 'ann' });
      expect(await aftermath.feedbackIn('g0', 'ann')).toEqual([feedback]);
      expect(await aftermath.feedbackIn('g1', 'ann')).toEqual([]);
      expect(await aftermath.feedbackOn('bob')).toEqual({
        marks: { positive: 1, neutral: 0, negative: 0 },
        tags: [{ tag: 'friendly', times: 1 }],
      });
    });

    test('tells which games with other people somebody has left', async () => {
      const { journal, results, players, aftermath } = await make();
      for (const id of ['ann', 'bob']) await signIn(players, id);
      const at = 15_000;
      const away = [{ kind: 'relieved', seat: 1, reason: 'time', at } as const];
      const back = [...away, { kind: 'returned', seat: 1, at } as const];
      const result = { places: [1, 2], scores: [1, 0], reason: 'left', fine: 0 } as const;
      const seats = [
        { kind: 'player', player: 'ann' },
        { kind: 'computer', level: 'easy' },
      ] as const;
      const endings = [
        anEnding('g0', ['ann', 'bob'], { finishedAt: 10 }),
        anEnding('g1', ['ann', 'bob'], { finishedAt: 20, steps: away }),
        anEnding('g2', ['ann', 'bob'], { finishedAt: 30, steps: back }),
        anEnding('g3', ['ann', 'bob'], { finishedAt: 40, result: { ...result, offender: 1 } }),
        anEnding('g4', ['ann'], { finishedAt: 50, seats, rated: false }),
      ];
      for (const ending of endings) {
        await journal.append(ending.tableId, [anEntry(1)]);
        await results.finish(ending);
      }
      const lefts = async (player: string, since: number) =>
        (await aftermath.playedSince(player, since)).map(({ gameId, at: when, left }) => [
          ...[gameId, when, left],
        ]);
      expect(await lefts('bob', 10)).toEqual([
        ['g1', 20, true],
        ['g2', 30, false],
        ['g3', 40, true],
      ]);
      expect((await lefts('ann', 0)).map(([, , left]) => left)).toEqual([
        false,
        false,
        false,
        false,
      ]);
    });
  });
}
