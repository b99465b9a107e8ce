import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import {
  ClubMemory,
  ClubStore,
  isOfHouse,
  isOfVisitors,
  withCompanyShown,
  type GameRecord,
} from '@trellis/facade';
import type { GameAnswer, PlayerAnswer, TableAnswer } from '@trellis/wire';
import type { Request } from 'express';
import { Callers } from '../auth/callers.js';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { HouseTables } from '../house/house-tables.js';
import { VisitorTables } from '../house/visitor-tables.js';
import { Log } from '../http/log.js';
import { RateLimits } from '../http/rate-limits.js';

/**
 * The club by its addresses. What memory holds costs nothing; what it does not hold is looked up for people
 * who are signed in, so that a visitor never causes a query.
 */
@Controller('api')
export class ClubController {
  constructor(
    @Inject(ClubMemory) private readonly memory: ClubMemory,
    @Inject(ClubStore) private readonly store: ClubStore,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(RateLimits) private readonly rateLimits: RateLimits,
    @Inject(VisitorTables) private readonly visitorTables: VisitorTables,
    @Inject(HouseTables) private readonly houseTables: HouseTables,
    @Inject(Configuration) private readonly configuration: Configuration,
    @Inject(Log) private readonly log: Log,
  ) {}

  @Get('tables/:id')
  table(@Param('id') id: string): TableAnswer {
    const table = this.memory.table(id);
    if (!table) throw new Refusal('no-such-table', 'No public table has this address.');
    return { table };
  }

  @Get('games/:id')
  async game(@Req() request: Request, @Param('id') id: string): Promise<GameAnswer> {
    if (isOfVisitors(id)) return { game: remembered(this.visitorTables.record(id)) };
    if (isOfHouse(id)) return { game: remembered(await this.houseTables.record(id)) };
    await this.mustBeSignedIn(request);
    const game = this.memory.game(id) ?? (await this.stored(id, () => this.store.game(id)));
    if (!game) throw new Refusal('not-found', 'No finished game has this address.');
    return { game };
  }

  @Get('players/:id')
  async player(@Req() request: Request, @Param('id') id: string): Promise<PlayerAnswer> {
    await this.mustBeSignedIn(request);
    const profile =
      this.memory.profile(id) ?? (await this.stored(id, () => this.store.profile(id)));
    if (!profile) throw new Refusal('no-such-player', 'No player has this address.');
    return { profile: withCompanyShown(profile) };
  }

  private async mustBeSignedIn(request: Request): Promise<void> {
    const { player } = this.callers.must(request, 'read');
    const address = clientAddress(request, this.configuration.trustProxy);
    await this.rateLimits.take('look', { account: player, address });
  }

  /** Undefined for what is no id at all: the storage is not asked. */
  private async stored<T>(id: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
    if (!/^[\w-]{1,64}$/.test(id)) return undefined;
    try {
      return await read();
    } catch (error) {
      this.log.error({ error }, 'The club cannot be read');
      throw new Refusal('storage-away', 'The club cannot look that up just now. Try again soon.');
    }
  }
}

/** In memory for a while for whoever has its address, without a query. */
function remembered(game: GameRecord | null | undefined): GameRecord {
  if (!game) throw new Refusal('not-found', 'This game is not remembered any more.');
  return game;
}
