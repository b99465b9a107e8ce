import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { TablesModule } from '../tables/tables.module.js';
import { HouseController } from './house.controller.js';
import { VisitorsModule } from './visitors.module.js';

/** Playing with the house. */
@Module({
  imports: [AuthModule, TablesModule, VisitorsModule],
  controllers: [HouseController],
})
export class HouseModule {}
