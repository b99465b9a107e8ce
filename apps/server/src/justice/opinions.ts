import type { ClubMemory, ClubStore, GameId, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { mustBeFitting, type Aftermath } from '@trellis/justice';
import type { FeedbackAnswer, FeedbackAsked, GivenFeedbackAnswer } from '@trellis/wire';
import type { Stored } from './stored.js';

export interface OpinionsParts {
  readonly aftermath: Pick<Aftermath, 'giveFeedback' | 'feedbackIn' | 'feedbackOn'>;
  readonly memory: Pick<ClubMemory, 'game'>;
  readonly store: Pick<ClubStore, 'game'>;
  readonly now: () => number;
  readonly stored: Stored;
}

/** Feedback: who said what of whom is told to nobody but who said it. */
export class Opinions {
  constructor(private readonly parts: OpinionsParts) {}

  async give(
    from: PlayerId,
    gameId: GameId,
    { player: to, mark, tags }: FeedbackAsked,
  ): Promise<GivenFeedbackAnswer> {
    const { aftermath, now, stored } = this.parts;
    if (from === to) throw new Refusal('yourself', 'That is you.');
    mustBeFitting({ mark, tags });
    const seated = await this.playersOf(gameId);
    if (!seated.includes(from) || !seated.includes(to))
      throw new Refusal('not-in-game', 'Feedback is for those who played the game together.');
    await stored(aftermath.giveFeedback({ gameId, from, to, mark, tags, at: now() }));
    return this.given(from, gameId);
  }

  async given(from: PlayerId, gameId: GameId): Promise<GivenFeedbackAnswer> {
    const given = await this.parts.stored(this.parts.aftermath.feedbackIn(gameId, from));
    return { given: given.map(({ to, mark, tags }) => ({ player: to, mark, tags })) };
  }

  of(player: PlayerId): Promise<FeedbackAnswer> {
    return this.parts.stored(this.parts.aftermath.feedbackOn(player));
  }

  private async playersOf(gameId: GameId): Promise<readonly PlayerId[]> {
    const { memory, store, stored } = this.parts;
    const game = memory.game(gameId) ?? (await stored(store.game(gameId)));
    if (!game) throw new Refusal('not-found', 'No finished game has this address.');
    return game.seats.flatMap(({ player }) => player?.id ?? []);
  }
}
