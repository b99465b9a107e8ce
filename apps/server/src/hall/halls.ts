import { Refusal } from '@trellis/games/kit';
import type { Bus, ClubFacade, TableId, TableRow } from '@trellis/facade';
import type { HallChanges, HallSnapshot } from '@trellis/wire';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Coalescer } from '../sockets/coalescer.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import type { Presence } from '../presence/presence.js';

/**
 * Halls change at most this often for so many who look at them (ms). A change costs as much as there are people to be told,
 * so a fuller hall changes more seldom: four times as many people cost twice as much.
 */
export function changesEvery(people: number): number {
  return 250 * Math.sqrt(Math.max(1, people / 250));
}

export interface HallsParts {
  readonly club: Pick<ClubFacade, 'hall'>;
  readonly bus: Bus;
  readonly sockets: Sockets;
  readonly presence: Presence;
  readonly games: readonly string[];
}

/** What a hall looked like when it was last sent. */
interface Sent {
  readonly versions: ReadonlyMap<TableId, number>;
  readonly rest: string;
}

/**
 * The halls as their visitors see them: whole when one enters, then only what differs from what was sent
 * last, one encoding for everybody in a hall.
 */
export class Halls {
  private readonly sent = new Map<string, Sent>();
  private readonly changes = new Coalescer<string>(
    (game) => changesEvery(this.parts.sockets.size(rooms.hall(game))),
    (game) => this.tell(game),
  );
  private readonly stopListening: () => void;

  constructor(private readonly parts: HallsParts) {
    this.stopListening = parts.bus.subscribe((fact) => {
      if (fact.kind === 'table-changed') this.changes.touch(fact.table.game);
      else if (fact.kind === 'table-gone' || fact.kind === 'counts-changed') this.touchAll();
    });
  }

  /** One hall at a time: the one before is left. */
  enter(socket: ClubSocket, game: string): HallSnapshot {
    this.mustBe(game);
    this.leave(socket);
    void socket.join(rooms.hall(game));
    this.parts.presence.changed();
    const snapshot = this.snapshot(game);
    if (!this.sent.has(game)) this.sent.set(game, sentOf(snapshot));
    this.changes.touch(game);
    return snapshot;
  }

  leave(socket: ClubSocket): void {
    for (const game of this.parts.games) {
      if (!socket.rooms.has(rooms.hall(game))) continue;
      void socket.leave(rooms.hall(game));
      this.parts.presence.changed();
      this.changes.touch(game);
    }
  }

  find(game: string, number: number): TableId {
    this.mustBe(game);
    const row = this.parts.club.hall(game).slots[number - 1];
    if (!row) throw new Refusal('no-such-table', 'Nobody has set this table.');
    return row.id;
  }

  close(): void {
    this.stopListening();
    this.changes.close();
  }

  private mustBe(game: string): void {
    if (!this.parts.games.includes(game)) throw new Refusal('no-such-game');
  }

  private touchAll(): void {
    for (const game of this.parts.games) this.changes.touch(game);
  }

  private snapshot(game: string): HallSnapshot {
    const { club, presence } = this.parts;
    const { slots } = club.hall(game);
    return {
      game,
      tables: slots.filter((slot): slot is TableRow => slot !== null),
      slots: slots.length,
      here: presence.inHall(game),
      counts: presence.counts(),
    };
  }

  private tell(game: string): void {
    const room = rooms.hall(game);
    if (this.parts.sockets.size(room) === 0) {
      this.sent.delete(game);
      return;
    }
    const now = this.snapshot(game);
    const before = this.sent.get(game);
    const sent = sentOf(now);
    this.sent.set(game, sent);
    const { tables, ...rest } = now;
    const changes: HallChanges = {
      ...rest,
      changed: tables.filter(({ id, version }) => before?.versions.get(id) !== version),
      gone: [...(before?.versions.keys() ?? [])].filter((id) => !sent.versions.has(id)),
    };
    if (changes.changed.length + changes.gone.length === 0 && before?.rest === sent.rest) return;
    this.parts.sockets.emit(room, 'hall:changes', changes);
  }
}

function sentOf({ tables, ...rest }: HallSnapshot): Sent {
  return {
    versions: new Map(tables.map(({ id, version }) => [id, version])),
    rest: JSON.stringify(rest),
  };
}
