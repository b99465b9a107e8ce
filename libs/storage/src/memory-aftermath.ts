import type { GameId, GameRecord, PlayerId } from '@trellis/facade';
import {
  Aftermath,
  hasLeft,
  sumsOf,
  type Actor,
  type Feedback,
  type FeedbackSums,
  type Played,
} from '@trellis/justice';
import { annulGame } from './memory-annulment.js';
import { writeAudit } from './memory-audit.js';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryAftermath extends Aftermath {
  private readonly feedback = new Map<string, Feedback>();

  constructor(private readonly club: MemoryClub) {
    super();
    club.onExport((his) => ({
      feedback: [...this.feedback.values()].filter(({ from }) => his(from)),
    }));
    club.onDelete((his) => {
      for (const [key, { to }] of this.feedback) if (his(to)) this.feedback.delete(key);
    });
  }

  async annul(id: GameId, actor: Actor, reason: string): Promise<GameRecord> {
    const record = annulGame(this.club, id, actor, reason);
    writeAudit(this.club, actor, 'game-annulled', reason, { gameId: id });
    return record;
  }

  async giveFeedback(feedback: Feedback): Promise<Feedback> {
    const key = [feedback.gameId, feedback.from, feedback.to].join(' ');
    if (!this.feedback.has(key)) this.feedback.set(key, copy(feedback));
    return this.feedback.get(key)!;
  }

  async feedbackIn(gameId: GameId, from: PlayerId): Promise<readonly Feedback[]> {
    const own = [...this.feedback.values()].filter(
      (each) => each.gameId === gameId && each.from === from,
    );
    return own.sort((a, b) => (a.to < b.to ? -1 : 1));
  }

  async feedbackOn(player: PlayerId): Promise<FeedbackSums> {
    return sumsOf([...this.feedback.values()].filter(({ to }) => to === player));
  }

  async playedSince(player: PlayerId, since: number): Promise<readonly Played[]> {
    return this.club.games.flatMap(({ id: gameId, finishedAt: at, seats, offender, steps }) => {
      const seat = seats.findIndex((each) => each.player?.id === player);
      const others = seats.some((each) => each.player && each.player.id !== player);
      if (seat < 0 || !others || at <= since) return [];
      return [{ gameId, at, left: hasLeft(seat, offender, steps) }];
    });
  }
}
