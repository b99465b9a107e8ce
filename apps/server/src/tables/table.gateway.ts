import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
} from '@nestjs/websockets';
import { Refusal } from '@trellis/games/kit';
import type { PlayerCard } from '@trellis/facade';
import { Tables } from '@trellis/tables';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Door } from '../sockets/door.js';
import { holderAt } from '../sockets/holder.js';
import { SocketAudience } from './socket-audience.js';
import { TableBook } from './table-book.js';
import { TableCalls } from './table-calls.js';

/** The requests to tables that nobody repeats all the time; the moves are at the end. */
@WebSocketGateway()
export class TableGateway implements OnGatewayConnection {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Tables) private readonly tables: Tables,
    @Inject(TableBook) private readonly book: TableBook,
    @Inject(TableCalls) private readonly calls: TableCalls,
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
      const { view, awaited } = await this.audience.look(socket, tableId);
      const player = holderAt(socket.data, tableId);
      if (player && awaited) this.arrive(tableId, player.id);
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
    return this.door.anybody('table:past', socket, body, ({ tableId, from }) =>
      this.calls.past(tableId, from),
    );
  }

  @SubscribeMessage('table:play-here')
  playHere(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:play-here', socket, body, ({ tableId, since }, player) => {
      const device = this.audience.playHere(socket, tableId, player.id, since);
      return { device: device.id, since: device.since };
    });
  }

  @SubscribeMessage('table:automatic')
  automatic(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:automatic', socket, body, ({ tableId, on }, player) =>
      this.calls.automatic(tableId, player.id, on),
    );
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
    return this.door.seated('table:contribute', socket, body, (request, player) => {
      const { tableId, gameId, contribution } = request;
      return this.calls.contribute(tableId, player.id, { gameId, contribution });
    });
  }

  @SubscribeMessage('table:fairness')
  fairness(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('table:fairness', socket, body, ({ tableId }) =>
      this.calls.fairness(tableId, holderAt(socket.data, tableId)?.id),
    );
  }

  @SubscribeMessage('table:leave')
  leave(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:leave', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'leave', ...this.from(socket, tableId, player) }),
    );
  }

  @SubscribeMessage('table:rematch')
  rematch(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:rematch', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'rematch', player: player.id }),
    );
  }

  @SubscribeMessage('table:return')
  comeBack(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.seated('table:return', socket, body, ({ tableId }, player) =>
      this.handle(tableId, { kind: 'return', ...this.from(socket, tableId, player) }),
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
      this.handle(tableId, { kind: 'act', ...this.from(socket, tableId, player), after, action }),
    );
  }

  /** Who asks, and from which of his devices. */
  private from(socket: ClubSocket, tableId: string, { id: player }: PlayerCard) {
    const device = this.audience.deviceOf(socket, tableId);
    return device ? { player, device: { id: device.id, since: device.since } } : { player };
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
