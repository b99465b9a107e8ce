import { createHash } from 'node:crypto';
import type { ChatLine, ChatRooms } from '@trellis/chat';
import type { ClubMemory, ClubStore, GameId, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  cleanReport,
  cleanWords,
  linesNear,
  mustBeWithinReports,
  reportsSince,
  type Justice,
  type NewReport,
  type Report,
  type Sanction,
} from '@trellis/justice';
import { personOf, type Players } from '@trellis/players';
import type { OwnJusticeAnswer, OwnReport, ReportAsked } from '@trellis/wire';
import type { Stored } from './stored.js';

export interface ReportsParts {
  readonly justice: Justice;
  readonly players: Pick<Players, 'find'>;
  readonly memory: Pick<ClubMemory, 'game'>;
  readonly store: Pick<ClubStore, 'game'>;
  readonly lines: Pick<ChatRooms, 'since'>;
  readonly games: readonly string[];
  readonly now: () => number;
  readonly stored: Stored;
}

/** What a player tells the arbiters, and what he reads of their decisions. Nobody else reads it here. */
export class Reports {
  constructor(private readonly parts: ReportsParts) {}

  async report(by: PlayerId, asked: ReportAsked): Promise<OwnReport> {
    const { justice, now, stored } = this.parts;
    const { category, tableId = null, gameId = null } = asked;
    const on = await this.personNamed(asked.player);
    if (on === by) throw new Refusal('yourself', 'That is you.');
    const text = cleanReport(asked);
    const id = createHash('sha256').update(`report:${by}:${asked.key}`).digest('hex').slice(0, 24);
    const known = await stored(justice.findReport(id));
    if (known) return ownReport(known);
    mustBeWithinReports(on, await stored(justice.reportsBy(by, reportsSince(now()))));
    if (gameId !== null) await this.mustConcern(asked.player, gameId, tableId);
    const lines = await this.linesNear(asked.player, asked);
    const report = { id, by, on, category, text, gameId, tableId, lines, at: now() };
    return ownReport(await stored(justice.report(report)));
  }

  async of(player: PlayerId): Promise<OwnJusticeAnswer> {
    const { justice, stored } = this.parts;
    const [reports, on, sanctions, log] = await stored(
      Promise.all([
        justice.reportsBy(player, 0),
        justice.reportsOn(player),
        justice.sanctionsOn(player),
        justice.audit(Number.MAX_SAFE_INTEGER, player),
      ]),
    );
    return {
      reports: reports.map(ownReport),
      decided: on.flatMap(({ category, decision }) => (decision ? [{ category, decision }] : [])),
      sanctions,
      // The game could tell who reported: with two at a table there is nobody else.
      log: log.map((entry) =>
        entry.act === 'report-decided' ? { ...entry, gameId: null } : entry,
      ),
    };
  }

  appeal(player: PlayerId, sanction: string, text: string): Promise<Sanction> {
    const { justice, now, stored } = this.parts;
    return stored(justice.appeal(sanction, player, cleanWords('appeal', text), now()));
  }

  /** What a program does its owner answers for. */
  private async personNamed(id: PlayerId): Promise<PlayerId> {
    const player = await this.parts.stored(this.parts.players.find(id));
    if (!player || player.deletedAt !== null)
      throw new Refusal('no-such-player', 'The club knows no such player.');
    return personOf(player);
  }

  /** A game that still runs has no record to look into yet; its table is named then. */
  private async mustConcern(
    player: PlayerId,
    gameId: GameId,
    tableId: string | null,
  ): Promise<void> {
    const { memory, store, stored } = this.parts;
    const game = memory.game(gameId) ?? (await stored(store.game(gameId)));
    if (!game && tableId === null)
      throw new Refusal('not-found', 'No finished game has this address.');
    if (game && !game.seats.some((seat) => seat.player?.id === player))
      throw new Refusal('not-in-game', 'This player had no seat in that game.');
  }

  /** Around the last thing that he said where it may have happened: in the room or at the table that is named, else in the halls. */
  private async linesNear(player: PlayerId, asked: ReportAsked): Promise<NewReport['lines']> {
    const { lines, stored } = this.parts;
    const rooms = this.roomsOf(asked);
    const talks = await stored(Promise.all(rooms.map((room) => lines.since(room, 0))));
    const lastOf = (talk: readonly ChatLine[]) =>
      talk.findLast((line) => line.player.id === player)?.at ?? -Infinity;
    const [talk = []] = talks.toSorted((a, b) => lastOf(b) - lastOf(a));
    const last = talk.findLastIndex((line) => line.player.id === player);
    if (last < 0) return [];
    const end = Math.min(talk.length, last + 1 + linesNear / 4);
    return talk
      .slice(Math.max(0, end - linesNear), end)
      .map((line) => ({ by: line.player.id, at: line.at, said: line.said }));
  }

  private roomsOf({ room, tableId, category }: ReportAsked): readonly string[] {
    if (room !== undefined) return /^(hall|table|watchers):[\w-]{1,64}$/.test(room) ? [room] : [];
    if (tableId !== undefined) return [`table:${tableId}`, `watchers:${tableId}`];
    return category === 'abuse' ? this.parts.games.map((game) => `hall:${game}`) : [];
  }
}

function ownReport({ id, on, category, text, gameId, at, decision }: Report): OwnReport {
  return { id, on, category, text, gameId, at, decision };
}
