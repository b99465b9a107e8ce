import { Module, type DynamicModule } from '@nestjs/common';
import { AdaptersModule, type Adapters } from './adapters.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ChatModule } from './chat/chat.module.js';
import { ClubController } from './facts/club.controller.js';
import { SitemapController } from './facts/sitemap.controller.js';
import { DocsController } from './docs/docs.controller.js';
import { FactsModule } from './facts/facts.module.js';
import { ForumModule } from './forum/forum.module.js';
import { HallModule } from './hall/hall.module.js';
import { HouseModule } from './house/house.module.js';
import { VisitorsModule } from './house/visitors.module.js';
import { OperationModule } from './health/operation.module.js';
import { JusticeModule } from './justice/justice.module.js';
import { NoticeSettingsModule } from './notices/notice-settings.module.js';
import { PeopleModule } from './people/people.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { ConnectionsModule } from './sockets/connections.module.js';
import { SocketsModule } from './sockets/sockets.module.js';
import { TablesModule } from './tables/tables.module.js';

/** The map of the process: one module a subject. */
@Module({})
export class ClubModule {
  static over(adapters: Adapters): DynamicModule {
    return {
      module: ClubModule,
      imports: [
        AdaptersModule.of(adapters),
        OperationModule,
        FactsModule,
        SocketsModule,
        AuthModule,
        PresenceModule,
        TablesModule,
        VisitorsModule,
        HouseModule,
        HallModule,
        ChatModule,
        ForumModule,
        PeopleModule,
        NoticeSettingsModule,
        JusticeModule,
        ConnectionsModule,
      ],
      controllers: [ClubController, DocsController, SitemapController],
    };
  }
}
