import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Bus, ClubStore } from '@trellis/facade';
import { ChatLines } from '@trellis/chat';
import { ForumStore } from '@trellis/forum';
import { People } from '@trellis/people';
import { Players } from '@trellis/players';
import type { Storage } from '@trellis/storage';
import { Chance, Clock, Directory, Journal, Results, Thinker } from '@trellis/tables';
import { Configuration } from './configuration/configuration.js';
import { DatabaseProbe } from './health/health.js';
import { Log } from './http/log.js';
import { RedisConnection } from './redis/redis-connection.js';

/** What stands behind every port. `main.ts` picks them; nothing else knows which they are. */
export interface Adapters {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly directory: Directory;
  readonly storage: Pick<
    Storage,
    'journal' | 'results' | 'players' | 'chatLines' | 'forum' | 'people' | 'clubStore' | 'ping'
  >;
  /** Only where REDIS_URL says so. */
  readonly redis?: RedisConnection;
}

/** Hands the adapters to every module. */
@Global()
@Module({})
export class AdaptersModule {
  static of(adapters: Adapters): DynamicModule {
    const providers = [
      { provide: Configuration, useValue: adapters.configuration },
      { provide: Log, useValue: adapters.log },
      { provide: Bus, useValue: adapters.bus },
      { provide: Clock, useValue: adapters.clock },
      { provide: Chance, useValue: adapters.chance },
      { provide: Thinker, useValue: adapters.thinker },
      { provide: Directory, useValue: adapters.directory },
      { provide: Journal, useValue: adapters.storage.journal },
      { provide: Results, useValue: adapters.storage.results },
      { provide: Players, useValue: adapters.storage.players },
      { provide: ChatLines, useValue: adapters.storage.chatLines },
      { provide: ForumStore, useValue: adapters.storage.forum },
      { provide: People, useValue: adapters.storage.people },
      { provide: ClubStore, useValue: adapters.storage.clubStore },
      { provide: DatabaseProbe, useValue: adapters.storage },
      { provide: RedisConnection, useValue: adapters.redis },
    ];
    return { module: AdaptersModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
