import { Module } from '@nestjs/common';
import { NoticeStore } from '@trellis/notices';
import { Clock } from '@trellis/tables';
import { Configuration } from '../configuration/configuration.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { AwaitedTurns } from './awaited-turns.js';
import { Notices } from './notices.js';
import { Push } from './push.js';

/** Telling people of something, wherever they are. It knows nobody but their sockets and devices: every subject may use it. */
@Module({
  providers: [
    {
      provide: Push,
      useFactory: (configuration: Configuration, store: NoticeStore, clock: Clock, log: Log) =>
        new Push({
          configuration: configuration.push,
          store,
          now: () => clock.now(),
          // What a service or its network does is not ours, and an address of a device is nobody's to read.
          report: (error) =>
            log.warn({ reason: reasonOf(error) }, 'A notice could not be sent by push'),
        }),
      inject: [Configuration, NoticeStore, Clock, Log],
    },
    {
      provide: Notices,
      useFactory: (sockets: Sockets, messages: NodeMessages, push: Push) =>
        new Notices({ sockets, messages, push: (player, notice) => push.send(player, notice) }),
      inject: [Sockets, NodeMessages, Push],
    },
    {
      provide: AwaitedTurns,
      useFactory: (notices: Notices, clock: Clock) =>
        new AwaitedTurns({
          tell: (players, notice) => notices.tell(players, notice),
          now: () => clock.now(),
        }),
      inject: [Notices, Clock],
    },
  ],
  exports: [AwaitedTurns, Notices, Push],
})
export class NoticesModule {}

function reasonOf(error: unknown): string {
  return error instanceof Error
    ? ((error as NodeJS.ErrnoException).code ?? error.message.slice(0, 100))
    : 'unknown';
}
