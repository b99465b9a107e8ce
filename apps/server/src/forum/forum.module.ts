import { Module, type OnModuleDestroy } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { ForumStore } from '@trellis/forum';
import { Pauses } from '@trellis/justice';
import { Apart } from '@trellis/people';
import { Players } from '@trellis/players';
import { Clock } from '@trellis/tables';
import { AuthModule } from '../auth/auth.module.js';
import { Members } from '../auth/members.js';
import { Log } from '../http/log.js';
import { Notices } from '../notices/notices.js';
import { NoticesModule } from '../notices/notices.module.js';
import { FeedController } from './feed.controller.js';
import { ForumController } from './forum.controller.js';
import { Forum } from './forum.js';
import { Renderer } from './renderer.js';

/** The forum and the blog. */
@Module({
  imports: [AuthModule, NoticesModule],
  controllers: [ForumController, FeedController],
  providers: [
    { provide: Renderer, useFactory: () => new Renderer() },
    {
      provide: Forum,
      useFactory: (
        store: ForumStore,
        players: Players,
        members: Members,
        pauses: Pauses,
        renderer: Renderer,
        memory: ClubMemory,
        bus: Bus,
        apart: Apart,
        notices: Notices,
        clock: Clock,
        log: Log,
      ) =>
        new Forum({
          ...{ store, players, members, pauses, renderer, memory, bus, apart },
          tellOf: (players, notice) => notices.tell(players, notice),
          now: () => clock.now(),
          report: (error) => log.error({ error }, 'The forum could not be read or written'),
        }),
      inject: [
        ...[ForumStore, Players, Members, Pauses, Renderer],
        ...[ClubMemory, Bus, Apart, Notices, Clock, Log],
      ],
    },
  ],
  exports: [Forum],
})
export class ForumModule implements OnModuleDestroy {
  constructor(private readonly renderer: Renderer) {}

  async onModuleDestroy(): Promise<void> {
    await this.renderer.close();
  }
}
