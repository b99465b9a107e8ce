import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Bus, ClubStore } from '@trellis/facade';
import { ChatLines } from '@trellis/chat';
import { ForumStore } from '@trellis/forum';
import { PaintResults, SoleWorldNews, WorldNews } from '@trellis/grid';
import { Aftermath, Justice } from '@trellis/justice';
import { NoticeStore } from '@trellis/notices';
import { People } from '@trellis/people';
import { PersonalData, Players, Tokens } from '@trellis/players';
import type { Storage } from '@trellis/storage';
import {
  Chance,
  Clock,
  Directory,
  Journal,
  Nodes,
  Results,
  Thinker,
  type Games,
} from '@trellis/tables';
import { houseGame } from '@trellis/games/catalog/house';
import { Configuration } from './configuration/configuration.js';
import { DatabaseProbe } from './health/health.js';
import { Log } from './http/log.js';
import { NodeMessages } from './nodes/node-messages.js';
import { RedisConnection } from './redis/redis-connection.js';

/** What stands behind every port. `club-process.ts` picks them; nothing else knows which they are. */
export interface Adapters {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly directory: Directory;
  readonly nodes: Nodes;
  readonly messages: NodeMessages;
  /** The catalogue's rules, unless a test stands something in front of them. */
  readonly games?: Games;
  readonly storage: Pick<
    Storage,
    | 'journal'
    | 'results'
    | 'players'
    | 'tokens'
    | 'personalData'
    | 'chatLines'
    | 'forum'
    | 'people'
    | 'notices'
    | 'justice'
    | 'aftermath'
    | 'paintResults'
    | 'clubStore'
    | 'ping'
    | 'load'
  >;
  /** Between the processes of the club that hold the grid together; left out where there is one. */
  readonly worldNews?: WorldNews;
  /** Only where REDIS_URL says so. */
  readonly redis?: RedisConnection;
}

/** The token under which `Games` are handed out: a function has no class to be its own. */
export const rulesFinder = Symbol('Games');

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
      { provide: Nodes, useValue: adapters.nodes },
      { provide: NodeMessages, useValue: adapters.messages },
      { provide: rulesFinder, useValue: adapters.games ?? houseGame },
      { provide: Journal, useValue: adapters.storage.journal },
      { provide: Results, useValue: adapters.storage.results },
      { provide: Players, useValue: adapters.storage.players },
      { provide: Tokens, useValue: adapters.storage.tokens },
      { provide: PersonalData, useValue: adapters.storage.personalData },
      { provide: PaintResults, useValue: adapters.storage.paintResults },
      { provide: WorldNews, useValue: adapters.worldNews ?? new SoleWorldNews() },
      { provide: ChatLines, useValue: adapters.storage.chatLines },
      { provide: ForumStore, useValue: adapters.storage.forum },
      { provide: People, useValue: adapters.storage.people },
      { provide: NoticeStore, useValue: adapters.storage.notices },
      { provide: Justice, useValue: adapters.storage.justice },
      { provide: Aftermath, useValue: adapters.storage.aftermath },
      { provide: ClubStore, useValue: adapters.storage.clubStore },
      { provide: DatabaseProbe, useValue: adapters.storage },
      { provide: RedisConnection, useValue: adapters.redis },
    ];
    return { module: AdaptersModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
