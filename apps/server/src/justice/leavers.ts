import { createHash } from 'node:crypto';
import type { GameRecord, PlayerId } from '@trellis/facade';
import {
  hasLeft,
  leavingCounts,
  penaltyFor,
  reasonOfLeaving,
  type Aftermath,
  type Justice,
} from '@trellis/justice';
import { personOf, type Players } from '@trellis/players';
import type { Ended, Ending, Results } from '@trellis/tables';

export interface LeaversParts {
  readonly justice: Pick<Justice, 'sanction'>;
  readonly aftermath: Pick<Aftermath, 'playedSince'>;
  readonly players: Pick<Players, 'find'>;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/**
 * Looks at every game of this process that ends, and gives whoever has left it what the club's rule says. A game counts for the club's
 * tables with at least two people; an outage is credited to every clock, so it makes nobody leave. Every process hears of it as it
 * hears of all that is decided (`Decisions`).
 */
export class Leavers {
  constructor(private readonly parts: LeaversParts) {}

  /** The same results, which this sees. The table does not wait for it. */
  watching(results: Results): Results {
    const finish = async (ending: Ending): Promise<Ended> => {
      const ended = await results.finish(ending);
      void this.ended(ended.record).catch(this.parts.report);
      return ended;
    };
    return { finish };
  }

  private async ended({ id, seats, offender, steps }: GameRecord): Promise<void> {
    const people = seats.flatMap(({ player }, seat) => (player ? [{ id: player.id, seat }] : []));
    if (people.length < 2) return;
    for (const player of people)
      if (hasLeft(player.seat, offender, steps)) await this.judge(player.id, id);
  }

  /** The game makes the sanction's id: asked twice, it is one. */
  private async judge(player: PlayerId, gameId: string): Promise<void> {
    const { justice, aftermath, players, now } = this.parts;
    const at = now();
    const history = await aftermath.playedSince(player, at - leavingCounts);
    const through = history.findIndex((game) => game.gameId === gameId);
    const penalty = penaltyFor(history.slice(0, through + 1));
    const account = await players.find(player);
    if (!penalty || !account || account.deletedAt !== null) return;
    const person = personOf(account);
    await justice.sanction({
      id: createHash('sha256').update(`left:${gameId}:${player}`).digest('hex').slice(0, 24),
      ...{ player: person, kind: penalty.kind, reason: reasonOfLeaving },
      ...{ at, until: at + penalty.ms, origin: 'club', by: null, gameId },
    });
  }
}
