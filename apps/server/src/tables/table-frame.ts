import { agreementOf, computerNumbers, type Agreement, type Viewer } from '@trellis/games/kit';
import type { PlayerCard, PlayerId } from '@trellis/facade';
import {
  isAway,
  viewTable,
  type ClockLeft,
  type Entry,
  type Games,
  type SeatState,
  type Table,
  type TableViewCore,
} from '@trellis/tables';
import type { Happened, SeatView, TableView } from '@trellis/wire';

export interface SeatRating {
  readonly rating: number;
  readonly provisional: boolean;
}

/** What the club adds to the rules' part of a view. */
export interface Surroundings {
  readonly now: number;
  readonly games: Games;
  readonly cardOf: (player: PlayerId) => PlayerCard;
  /** Who looks at the table. */
  readonly present: ReadonlySet<PlayerId>;
  /** How many people look at the table, players included. */
  readonly watchers: number;
  readonly ratings: ReadonlyMap<PlayerId, SeatRating>;
  /** Of several devices of a player the one that plays. */
  readonly playsOn: (player: PlayerId) => string | undefined;
}

/** The whole view of one audience, as it travels. `entries` led to this state. */
export function tableFrame(
  table: Table,
  viewer: Viewer,
  entries: readonly Entry[],
  around: Surroundings,
): TableView {
  const core = viewTable(table, viewer, entries, around.now, around.games);
  return {
    id: table.id,
    game: table.game,
    number: table.number,
    seq: table.seq,
    phase: table.phase,
    viewer,
    ...(isBeingSet(table) && { setBy: around.cardOf(table.setBy) }),
    choosing: core.choosing,
    agreed: agreedAt(table, around.games),
    seats: seatViews(table, core, around),
    gameId: 'gameId' in table ? table.gameId : undefined,
    commitment: core.commitment,
    board: core.board,
    past: core.past,
    legal: core.legal,
    toAct: core.toAct,
    result: core.result,
    ratings: core.ratings,
    happened: core.happened.filter(isTold),
    watchers: around.watchers,
    playsOn: playsOn(table, viewer, around),
  };
}

function playsOn(table: Table, viewer: Viewer, around: Surroundings): string | undefined {
  if (viewer === 'spectator' || table.phase !== 'playing') return undefined;
  const seat = table.seats[viewer];
  return seat?.kind === 'player' ? around.playsOn(seat.player) : undefined;
}

function seatViews(
  table: Table,
  { seats, clocks }: TableViewCore,
  around: Surroundings,
): SeatView[] {
  const numbers = computerNumbers(seats.map((seat) => ('level' in seat ? seat.level : null)));
  return seats.map((seat, index): SeatView => {
    const view = seatView(seat, clocks[index], around);
    if (seat.kind === 'computer') return { ...view, number: numbers[index] };
    return table.phase === 'playing' && isAway(table, index) ? { ...view, relieved: true } : view;
  });
}

function agreedAt(table: Table, games: Games): Agreement | undefined {
  const rules = games(table.game);
  if (!rules || !('conventions' in table)) return undefined;
  if ('state' in table && rules.agreedIn) return undefined;
  return agreementOf(rules.conventions, table.conventions);
}

const isBeingSet = ({ phase }: Table) => phase === 'convention' || phase === 'gathering';

function seatView(
  seat: SeatState,
  clock: ClockLeft | undefined,
  { cardOf, present, ratings }: Surroundings,
): SeatView {
  switch (seat.kind) {
    case 'empty':
      return { kind: 'empty' };
    case 'reserved':
      return { kind: 'reserved', player: cardOf(seat.player) };
    case 'computer':
      return { kind: 'computer', level: seat.level, clock };
    case 'player':
      return {
        kind: 'player',
        player: cardOf(seat.player),
        present: present.has(seat.player),
        ...ratings.get(seat.player),
        clock,
      };
  }
}

const told: Record<Happened['kind'], true> = {
  acted: true,
  shuffled: true,
  rang: true,
  forfeited: true,
  sat: true,
  stood: true,
  started: true,
  finished: true,
  reopened: true,
  credited: true,
  relieved: true,
  returned: true,
  proven: true,
};

/** The others say nothing that one would hear or see move. */
function isTold<T extends { readonly kind: string }>(
  happening: T,
): happening is T & { readonly kind: Happened['kind'] } {
  return Object.hasOwn(told, happening.kind);
}
