import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Bans } from '../auth/bans.js';
import { NoticesController } from './notices.controller.js';
import { NoticesGateway } from './notices.gateway.js';
import { NoticesModule } from './notices.module.js';
import { Push } from './push.js';

/** What each person wants to be told of, for the person. */
@Module({
  imports: [AuthModule, NoticesModule],
  controllers: [NoticesController],
  providers: [NoticesGateway],
})
export class NoticeSettingsModule {
  constructor(push: Push, bans: Bans) {
    push.onlyTo((player) => bans.of(player) === undefined);
  }
}
