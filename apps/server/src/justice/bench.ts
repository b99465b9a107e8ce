import { randomUUID } from 'node:crypto';
import type { ClubStore, GameId, GameRecord, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  cleanWords,
  endOf,
  leavingCounts,
  mustBeImpartial,
  type Actor,
  type Aftermath,
  type Justice,
  type NewSanction,
  type Report,
  type Sanction,
} from '@trellis/justice';
import { cardOf, type Players } from '@trellis/players';
import type {
  CaseAnswer,
  DecisionAsked,
  HistoryAnswer,
  LogAnswer,
  QueueAnswer,
} from '@trellis/wire';
import type { Decisions } from '../auth/decisions.js';
import type { Stored } from './stored.js';

export interface BenchParts {
  readonly justice: Justice;
  readonly aftermath: Pick<Aftermath, 'annul' | 'playedSince'>;
  readonly players: Pick<Players, 'find'>;
  readonly store: Pick<ClubStore, 'game'>;
  readonly decisions: Pick<Decisions, 'written'>;
  readonly now: () => number;
  readonly stored: Stored;
}

/**
 * Where arbiters work. Each method is for an arbiter alone, asks whether he is one every time, and leaves its trace in the audit
 * log; what concerns himself another one decides.
 */
export class Bench {
  private readonly annulled = new Set<() => Promise<void>>();

  constructor(private readonly parts: BenchParts) {}

  /** Whoever keeps what is true of finished games in memory. */
  onAnnulled(listener: () => Promise<void>): void {
    this.annulled.add(listener);
  }

  async queue(arbiter: PlayerId): Promise<QueueAnswer> {
    await this.mustBeArbiter(arbiter);
    const { justice, stored } = this.parts;
    const [reports, appeals] = await stored(
      Promise.all([justice.openReports(), justice.openAppeals()]),
    );
    return { reports, appeals };
  }

  async case(arbiter: PlayerId, id: string): Promise<CaseAnswer> {
    await this.mustBeArbiter(arbiter);
    const report = await this.report(id);
    return { report, history: await this.historyOf(report.on.id) };
  }

  async history(arbiter: PlayerId, player: PlayerId): Promise<HistoryAnswer> {
    await this.mustBeArbiter(arbiter);
    return this.historyOf(player);
  }

  async log(arbiter: PlayerId, before: number): Promise<LogAnswer> {
    await this.mustBeArbiter(arbiter);
    return { log: await this.parts.stored(this.parts.justice.audit(before)) };
  }

  async decide(arbiter: PlayerId, id: string, asked: DecisionAsked): Promise<Report> {
    await this.mustBeArbiter(arbiter);
    const { justice, now, stored, decisions } = this.parts;
    const { by, on, gameId } = await this.report(id);
    mustBeImpartial(arbiter, [by.id, on.id]);
    const at = now();
    const answer = cleanWords('answer', asked.answer);
    const sanction = asked.sanction && {
      ...sanctionOf(asked.sanction, { origin: 'arbiter', by: arbiter, at }, on.id),
      ...{ report: id, ...(gameId !== null && { gameId }) },
    };
    const decision = { by: arbiter, upheld: asked.upheld, answer, at };
    const decided = await stored(justice.decide(id, decision, sanction));
    if (sanction) await stored(decisions.written(on.id));
    return decided;
  }

  async lift(arbiter: PlayerId, id: string, reason: string): Promise<Sanction> {
    const { justice, stored } = this.parts;
    const actor = await this.judging(arbiter, id);
    return this.felt(await stored(justice.lift(id, actor, cleanWords('reason', reason))));
  }

  async answerAppeal(
    arbiter: PlayerId,
    id: string,
    { answer, lifts }: { readonly answer: string; readonly lifts: boolean },
  ): Promise<Sanction> {
    const { justice, stored } = this.parts;
    const actor = await this.judging(arbiter, id);
    const words = cleanWords('answer', answer);
    return this.felt(await stored(justice.answerAppeal(id, actor, words, lifts)));
  }

  /** The game is as if it had not been rated, and so is everything after it: in this process when this resolves. */
  async annul(arbiter: PlayerId, id: GameId, reason: string): Promise<GameRecord> {
    await this.mustBeArbiter(arbiter);
    const { aftermath, store, now, stored } = this.parts;
    const game = await stored(store.game(id));
    if (!game) throw new Refusal('not-found', 'No finished game has this address.');
    mustBeImpartial(
      arbiter,
      game.seats.flatMap(({ player }) => player?.id ?? []),
    );
    const actor = { origin: 'arbiter', by: arbiter, at: now() } as const;
    const record = await stored(aftermath.annul(id, actor, cleanWords('reason', reason)));
    for (const listener of this.annulled) await stored(listener());
    return record;
  }

  private async mustBeArbiter(player: PlayerId): Promise<void> {
    const known = await this.parts.stored(this.parts.players.find(player));
    if (!known?.arbiter) throw new Refusal('arbiters-only', 'Only the club’s arbiters do that.');
  }

  private async judging(arbiter: PlayerId, id: string): Promise<Actor> {
    await this.mustBeArbiter(arbiter);
    const { justice, now, stored } = this.parts;
    const sanction = await stored(justice.findSanction(id));
    if (!sanction) throw new Refusal('not-found', 'There is no such sanction.');
    mustBeImpartial(arbiter, [sanction.player.id]);
    return { origin: 'arbiter', by: arbiter, at: now() };
  }

  private async felt(sanction: Sanction): Promise<Sanction> {
    await this.parts.stored(this.parts.decisions.written(sanction.player.id));
    return sanction;
  }

  private async report(id: string): Promise<Report> {
    const report = await this.parts.stored(this.parts.justice.findReport(id));
    if (!report) throw new Refusal('not-found', 'There is no such report.');
    return report;
  }

  private async historyOf(id: PlayerId): Promise<HistoryAnswer> {
    const { justice, aftermath, players, now, stored } = this.parts;
    const player = await stored(players.find(id));
    if (!player) throw new Refusal('no-such-player', 'The club knows no such player.');
    const [sanctions, reports, played] = await stored(
      Promise.all([
        justice.sanctionsOn(id),
        justice.reportsOn(id),
        aftermath.playedSince(id, now() - leavingCounts),
      ]),
    );
    const left = played.filter((game) => game.left).length;
    return {
      ...{ player: cardOf(player), sanctions, reports },
      games: { played: played.length, left },
    };
  }
}

function sanctionOf(
  { kind, minutes, reason }: NonNullable<DecisionAsked['sanction']>,
  { origin, by, at }: Actor,
  player: PlayerId,
): NewSanction {
  const words = cleanWords('reason', reason);
  const until = endOf(kind, minutes, at);
  return { id: randomUUID(), player, kind, reason: words, at, until, origin, by };
}
