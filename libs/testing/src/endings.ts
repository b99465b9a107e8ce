import type { Entry, Ending } from '@trellis/tables';
import type { AccountMark, Player, Players } from '@trellis/players';

/** An entry that says little, for tests of what keeps entries. */
export function anEntry(seq: number, text = 'easy'): Entry {
  return {
    seq,
    at: 1_000 + seq,
    kind: 'sat',
    seat: 0,
    occupant: { kind: 'computer', level: text },
  };
}

/** Somebody called Ann Lee signs in and is known as `ann`. */
export function signIn(players: Players, id: string, now = 1_000): Promise<Player> {
  const firstName = `${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`;
  return players.signIn({ issuer: 'test', subject: id, firstName, lastName: 'Lee' }, id, now);
}

/** As readable as a mark of a test may be. */
export const markOf: AccountMark = ({ issuer, subject }) => `mark of ${subject} at ${issuer}`;

/** The end of a game of tic-tac-toe that the first of the seats has won. */
export function anEnding(
  gameId: string,
  seats: readonly string[],
  rest: Partial<Ending> & { readonly seq?: number } = {},
): Ending {
  const { seq = 2, ...given } = rest;
  const occupants = given.seats ?? seats.map((player) => ({ kind: 'player' as const, player }));
  const ending = {
    tableId: `table-of-${gameId}`,
    gameId,
    game: 'tic-tac-toe',
    rulesVersion: 1,
    number: 7,
    startedAt: 10_000,
    finishedAt: 20_000,
    conventions: { moveTimeSec: 300 },
    rated: true,
    steps: [{ kind: 'acted' as const, seat: 0, action: { cell: 4 }, at: 15_000 }],
    result: {
      places: occupants.map((_, seat) => (seat === 0 ? 1 : 2)),
      scores: occupants.map((_, seat) => (seat === 0 ? 1 : 0)),
      reason: 'played' as const,
      fine: 0,
    },
    ...given,
    seats: occupants,
  };
  return {
    ...ending,
    entries: given.entries ?? [
      { seq, at: 20_000, kind: 'acted', seat: 0, action: { cell: 4 } },
      {
        seq: seq + 1,
        at: 20_000,
        kind: 'finished',
        game: ending.game,
        rulesVersion: ending.rulesVersion,
        number: ending.number,
        by: seats[0] ?? 'ann',
        conventions: ending.conventions,
        gameId,
        startedAt: ending.startedAt,
        seats: occupants,
        state: { cells: [null] },
        result: ending.result,
        ratings: [],
      },
    ],
  };
}
