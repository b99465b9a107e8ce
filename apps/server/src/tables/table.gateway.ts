import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import { Refusal } from '@trellis/games/kit';
import { houseGame } from '@trellis/games/catalog/house';
import { fairnessSoFar, pastOf, Tables, viewerOf, type Table } from '@trellis/tables';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Door } from '../sockets/door.js';
import { holderAt } from '../sockets/holder.js';
import { SocketAudience } from './socket-audience.js';
import { TableBook } from './table-book.js';

/** The requests to tables that nobody repeats all the time; the moves are at the end. */
@WebSocketGateway()
export class TableGateway implements OnGatewayConnection {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Tables) private readonly tables: Tables,
    @Inject(TableBook) private readonly book: TableBook,
    @Inject(SocketAudience) private readonly audience: SocketAudience,
  ) {}

  @SubscribeMessage('table:set')
  set(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:set', socket, body, async (request, player) => ({
      tableId: await this.tables.set(player.id, request),
    }));
  }

  @SubscribeMessage('table:look')
  look(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('table:look', socket, body, async ({ tableId }) => {
      const { table, view } = await this.audience.look(socket, tableId);
      const player = holderAt(socket.data, tableId);
      if (player && waitsFor(table, player.id)) this.arrive(tableId, player.id);
      return { view };
    });
  }

  @SubscribeMessage('table:unlook')
  unlook(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('table:unlook', socket, body, ({ tableId }) => {
      this.audience.unlook(socket, tableId);
      return {};
    });
  }

  @SubscribeMessage('table:past')
  past(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('table:past', socket, body, async ({ tableId, from }) => {
      const table = await this.tables.read(tableId);
      const gameId = 'gameId' in table ? table.gameId : '';
      return { gameId, past: pastOf(table, houseGame).slice(from) };
    });
  }

  @SubscribeMessage('table:automatic')
  automatic(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:automatic', socket, body, async ({ tableId, on }, player) => {
      await this.tables.automatic(tableId, player.id, on);
      return {};
    });
  }

  @SubscribeMessage('table:conventions')
  conventions(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:conventions', socket, body, async (request, player) => {
      const { tableId, preset, conventions } = request;
      const kind = 'choose-conventions';
      return this.handle(tableId, { kind, player: player.id, preset, conventions });
    });
  }

  @SubscribeMessage('table:cancel')
  cancel(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:cancel', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'cancel', player: player.id }),
    );
  }

  @SubscribeMessage('table:sit')
  sit(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:sit', socket, body, ({ tableId, seat }, player) =>
      this.handle(tableId, { kind: 'sit', player: player.id, seat }),
    );
  }

  @SubscribeMessage('table:stand')
  stand(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:stand', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'stand', player: player.id }),
    );
  }

  @SubscribeMessage('table:seat-computer')
  seatComputer(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:seat-computer', socket, body, (request, player) => {
      const { tableId, seat, level } = request;
      return this.handle(tableId, { kind: 'seat-computer', player: player.id, seat, level });
    });
  }

  @SubscribeMessage('table:clear-seat')
  clearSeat(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:clear-seat', socket, body, ({ tableId, seat }, player) =>
      this.handle(tableId, { kind: 'clear-seat', player: player.id, seat }),
    );
  }

  @SubscribeMessage('table:contribute')
  contribute(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('table:contribute', socket, body, async (request, player) => {
      const { tableId, gameId, contribution } = request;
      const asked = { kind: 'contribute', player: player.id, gameId, contribution } as const;
      const seq = await this.tables.handle(tableId, asked);
      return { seq, counts: contributionOf(await this.tables.read(tableId), player.id) };
    });
  }

  @SubscribeMessage('table:fairness')
  fairness(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('table:fairness', socket, body, async ({ tableId }, player) => {
      const table = await this.tables.read(tableId);
      // What is over has its record, which tells everything.
      if (table.phase !== 'playing') throw new Refusal('not-now');
      const fairness = fairnessSoFar(table, viewerOf(table, player?.id));
      return { gameId: table.gameId, fairness };
    });
  }

  @SubscribeMessage('table:leave')
  leave(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:leave', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'leave', player: player.id }),
    );
  }

  @SubscribeMessage('table:rematch')
  rematch(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:rematch', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'rematch', player: player.id }),
    );
  }

  /**
   * Moves are most of the traffic, and Nest's way to a handler costs about as much as the move itself:
   * this one event is bound without it, through the same door (docs/performance.md).
   */
  handleConnection(socket: ClubSocket): void {
    socket.on('table:act', (body, answer) => void this.act(socket, body).then(answer));
  }

  act(socket: ClubSocket, body: unknown) {
    return this.door.seated('table:act', socket, body, ({ tableId, after, action }, player) =>
      this.handle(tableId, { kind: 'act', player: player.id, after, action }),
    );
  }

  private async handle(tableId: string, request: Parameters<Tables['handle']>[1]) {
    return { seq: await this.book.handle(tableId, request) };
  }

  /** The page that has just been opened is a sign of life; nobody waits for what comes of it. */
  private arrive(tableId: string, player: string): void {
    this.book.handle(tableId, { kind: 'arrive', player }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.door.report(error, 'table:look');
    });
  }
}

function contributionOf(table: Table, player: string): string | null {
  const seat = viewerOf(table, player);
  if (table.phase !== 'playing' || seat === 'spectator') return null;
  return table.fair?.contributions[seat] ?? null;
}

/** The player's seat has not shown a sign of life since the game began. */
function waitsFor(table: Table, player: string): boolean {
  const seat = viewerOf(table, player);
  return table.phase === 'playing' && seat !== 'spectator' && !table.arrived.includes(seat);
}
