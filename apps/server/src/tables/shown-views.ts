import type { Viewer } from '@trellis/games/kit';
import type { ClubFacade, PlayerCard, PlayerId, TableId } from '@trellis/facade';
import {
  viewerOf,
  type Clock,
  type Device,
  type Entry,
  type Games,
  type Table,
} from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import type { PlayerNames } from '../facts/player-names.js';
import { newestOf } from './devices.js';
import type { Lookers } from './lookers.js';
import type { LookersElsewhere } from './lookers-elsewhere.js';
import { SeatRatings } from './seat-ratings.js';
import { tableFrame } from './table-frame.js';
import { playersOf } from './table-row.js';

export interface ShownViewsParts {
  readonly names: PlayerNames;
  readonly club: Pick<ClubFacade, 'profile' | 'leaderboard'>;
  readonly games: Games;
  readonly clock: Clock;
  readonly report: (error: unknown, tableId: TableId) => void;
}

/** What somebody sees who begins to look. */
export interface FirstLook {
  readonly view: TableView;
  /** He has a seat in a running game and has not shown a sign of life before. */
  readonly awaited: boolean;
}

/** Views of tables with all that the club knows around them: names, ratings, and who looks, here and elsewhere. */
export class ShownViews {
  readonly ratings: SeatRatings;

  constructor(
    private readonly parts: ShownViewsParts,
    private readonly lookers: Lookers,
    private readonly elsewhere: LookersElsewhere,
  ) {
    this.ratings = new SeatRatings(parts.club);
  }

  view(table: Table, viewer: Viewer, entries: readonly Entry[] = []): TableView {
    const { games, clock } = this.parts;
    return tableFrame(table, viewer, entries, {
      now: clock.now(),
      games,
      cardOf: this.cardOf,
      present: this.present(table.id),
      watchers: this.watchers(table.id),
      ratings: this.ratings.of(table),
      playsOn: (player) => this.newestDevice(table.id, player)?.id,
    });
  }

  firstLook(table: Table, player: PlayerId | undefined): FirstLook {
    const seat = viewerOf(table, player);
    const waits = table.phase === 'playing' && seat !== 'spectator';
    return { view: this.view(table, seat), awaited: waits && !table.arrived.includes(seat) };
  }

  /** Which players look at a table, wherever they are connected. */
  present(tableId: TableId): ReadonlySet<PlayerId> {
    const here = this.lookers.players(tableId);
    const elsewhere = this.elsewhere.players(tableId);
    return elsewhere.length === 0 ? here : new Set([...here, ...elsewhere]);
  }

  /** How many people look at a table, wherever they are connected. */
  watchers(tableId: TableId): number {
    const elsewhere = this.elsewhere.players(tableId);
    if (elsewhere.length + this.elsewhere.visitors(tableId) === 0)
      return this.lookers.count(tableId);
    const visitors = this.lookers.there(tableId).visitors + this.elsewhere.visitors(tableId);
    return this.present(tableId).size + visitors;
  }

  /** Of a player's devices, wherever they are connected; undefined while he has fewer than two. */
  newestDevice(tableId: TableId, player: PlayerId): Device | undefined {
    const everywhere = [...this.lookers.devices.at(tableId), ...this.elsewhere.devices(tableId)];
    return newestOf(everywhere, player);
  }

  readonly cardOf = (id: PlayerId): PlayerCard => this.parts.names.cardOf(id);

  /** A table without a name or two is better than none. */
  async nameAll(table: Table): Promise<void> {
    await this.parts.names
      .load(playersOf(table))
      .catch((error: unknown) => this.parts.report(error, table.id));
  }
}
