import type { GameId, GameRecord, PlayerId } from '@trellis/facade';
import type { Actor } from './audit.js';
import type { Feedback, FeedbackSums } from './feedback.js';
import type { Played } from './leaving.js';

/** What is said and decided of games that are over, durably. */
export abstract class Aftermath {
  /**
   * Takes the rating of a game back: it is as if it had been played without one, and so is every rating after it. Refuses with
   * `not-found` and `not-rated`. Answers with the record as it is now.
   */
  abstract annul(game: GameId, actor: Actor, reason: string): Promise<GameRecord>;

  /** One a game and opponent: the first stays. Answers with what is kept. */
  abstract giveFeedback(feedback: Feedback): Promise<Feedback>;
  abstract feedbackIn(game: GameId, from: PlayerId): Promise<readonly Feedback[]>;
  abstract feedbackOn(player: PlayerId): Promise<FeedbackSums>;

  /** The games that he played with other people and that ended after this moment (ms). */
  abstract playedSince(player: PlayerId, since: number): Promise<readonly Played[]>;
}
