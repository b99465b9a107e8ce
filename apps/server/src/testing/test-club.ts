import type { WorldNews } from '@trellis/grid';
import { memoryStorage, type Storage } from '@trellis/storage';
import type { Chance } from '@trellis/tables';
import type { PushConfiguration } from '../configuration/configuration.js';
import { presetNamed } from '../facts/facts.module.js';
import { createLog } from '../http/log.js';
import { HouseThinker } from '../machine/house-thinker.js';
import { CryptoChance } from '../machine/crypto-chance.js';
import { SystemClock } from '../machine/system-clock.js';
import { alone, amongOthers } from '../nodes/cluster.js';
import { RedisConnection } from '../redis/redis-connection.js';
import { RunningClub, type ClubOptions } from '../running-club.js';
import { Person } from './person.js';

export const publicUrl = 'http://club.example:3000';
export const sessionSecret = 'a secret of the tests, long enough';

export interface TestClubOptions extends Pick<ClubOptions, 'pages'> {
  readonly houseTables?: boolean;
  readonly push?: PushConfiguration;
  readonly chance?: Chance;
  readonly worldNews?: WorldNews;
  /** One of several processes, which share this Redis and the storage. */
  readonly redisUrl?: string;
  /** Told of every line of the log, at `debug`; default: only errors are written. */
  readonly log?: (line: string) => void;
}

/** A whole club over storage in memory, on a port of its own; without pages, unless they are asked for. */
export class TestClub {
  private readonly people: Person[] = [];

  private constructor(
    readonly running: RunningClub,
    readonly storage: Storage,
    /** What went to the log as an error. */
    readonly errors: string[],
    private readonly leave: () => Promise<void>,
  ) {}

  static async start(
    storage: Storage = memoryStorage({ presetOf: presetNamed }),
    clock = new SystemClock(),
    options: TestClubOptions = {},
  ): Promise<TestClub> {
    const {
      pages,
      chance = new CryptoChance(),
      worldNews,
      redisUrl,
      houseTables = false,
      push,
      log: tell,
    } = options;
    const errors: string[] = [];
    const write = (line: string) => {
      tell?.(line);
      if (line.includes('"level":"error"')) errors.push(line);
    };
    const log = createLog(tell ? 'debug' : 'error', { write });
    const report = (error: unknown) => errors.push(String(error));
    const redis = redisUrl ? await RedisConnection.to(redisUrl, log) : undefined;
    redis?.start();
    const { stop, ...cluster } = redis ? await amongOthers(redis, log, report) : alone(report);
    const running = await RunningClub.start(
      {
        configuration: {
          production: false,
          port: 0,
          publicUrl,
          // So that each person may have an address of his own.
          trustProxy: 1,
          dataDir: '/nowhere',
          storage: 'memory',
          sessionSecret,
          demoSignIn: true,
          houseTables,
          push,
          logLevel: 'error',
        },
        log,
        ...cluster,
        clock,
        chance,
        thinker: new HouseThinker(chance),
        storage,
        worldNews,
      },
      { pages },
    );
    return new TestClub(running, storage, errors, async () => {
      await stop();
      redis?.stop();
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.running.port}`;
  }

  /** Signs in and connects; without a name, a visitor. */
  async person(name?: string, address?: string): Promise<Person> {
    const cookie = name === undefined ? undefined : await this.signIn(name);
    return this.connect(cookie, address);
  }

  /** Another tab or device with the same cookie. */
  async connect(cookie?: string, address?: string): Promise<Person> {
    const person = await Person.connect(this.url, publicUrl, cookie, address);
    this.people.push(person);
    return person;
  }

  async signIn(name: string): Promise<string> {
    const answer = await this.fetch('/auth/demo', {
      method: 'POST',
      body: JSON.stringify({ name }),
    });
    if (!answer.ok) throw new Error(`Sign-in answered ${answer.status}: ${await answer.text()}`);
    return answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  }

  fetch(path: string, init: RequestInit & { cookie?: string } = {}): Promise<Response> {
    return fetch(this.url + path, {
      ...init,
      headers: {
        origin: publicUrl,
        'content-type': 'application/json',
        ...(init.cookie && { cookie: init.cookie }),
      },
    });
  }

  async stop(): Promise<void> {
    for (const person of this.people) person.close();
    await this.running.stop();
    await this.leave();
  }
}
