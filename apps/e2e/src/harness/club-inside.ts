import 'reflect-metadata';
import { alone } from '@trellis/server/nodes/cluster';
import { presetNamed } from '@trellis/server/facts/facts.module';
import { createLog } from '@trellis/server/http/log';
import { CryptoChance } from '@trellis/server/machine/crypto-chance';
import { HouseThinker } from '@trellis/server/machine/house-thinker';
import { SystemClock } from '@trellis/server/machine/system-clock';
import { RunningClub } from '@trellis/server/running-club';
import { Site } from '@trellis/server/site/site';
import { memoryStorage, type Storage } from '@trellis/storage';
import { Tables, type Clock, type Games } from '@trellis/tables';
import { demoSignIn, type Session } from './club-client.js';
import { freePort } from '@trellis/testing';

export interface InsideOptions {
  /** Rules with something in front of them: a deck of the machine's choice, a planted bug. */
  readonly games?: Games;
  readonly clock?: Clock;
  readonly storage?: Storage;
  /** With the pages of the site; false where nobody reads them. */
  readonly pages?: boolean;
  readonly metrics?: boolean;
  /** How many proxies are believed: 1 lets each client of a machine come from an address of its own. */
  readonly trustProxy?: number;
}

/** A storage in memory, as the club makes one. */
function freshStorage(): Storage {
  return memoryStorage({ presetOf: presetNamed });
}

/**
 * The built club inside this process, so that a machine knows the truth of every table, reads every line of
 * the log, and may put its own rules, clock and storage in place.
 */
export class ClubInside {
  /** Every line of the log, at `debug`, and of the site. */
  readonly logged: string[] = [];
  private thinker: HouseThinker | undefined;

  private constructor(
    readonly url: string,
    readonly metricsUrl: string | undefined,
    readonly storage: Storage,
  ) {}

  private running: RunningClub | undefined;

  static async start(options: InsideOptions = {}): Promise<ClubInside> {
    const port = await freePort();
    const metricsPort = options.metrics ? await freePort() : undefined;
    const url = `http://localhost:${port}`;
    const metricsUrl = metricsPort && `http://127.0.0.1:${metricsPort}/metrics`;
    const club = new ClubInside(url, metricsUrl || undefined, options.storage ?? freshStorage());
    await club.open(port, metricsPort, options);
    return club;
  }

  get tables(): Tables {
    return this.part(Tables);
  }

  part<T>(token: abstract new (...args: never[]) => T): T {
    return this.running!.get(token);
  }

  /** What the log says went wrong. */
  get errors(): string[] {
    return this.logged.filter((line) => line.includes('"level":"error"'));
  }

  signIn(name: string): Promise<Session> {
    return demoSignIn(this.url, name);
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    await this.thinker?.close();
  }

  private async open(
    port: number,
    metricsPort: number | undefined,
    { games, clock = new SystemClock(), pages = false, trustProxy = 0 }: InsideOptions,
  ): Promise<void> {
    const chance = new CryptoChance();
    this.thinker = new HouseThinker(chance);
    const write = (line: string) => void this.logged.push(line);
    this.running = await RunningClub.start(
      {
        configuration: {
          production: false,
          port,
          publicUrl: this.url,
          trustProxy,
          dataDir: '/nowhere',
          storage: 'memory',
          sessionSecret: 'a secret of the machines, long enough',
          demoSignIn: true,
          houseTables: false,
          logLevel: 'debug',
          ...(metricsPort && { metricsPort }),
        },
        log: createLog('debug', { write }),
        ...alone((error) => write(`"level":"error" ${String(error)}`)),
        ...{ clock, chance, games, storage: this.storage, thinker: this.thinker },
      },
      { pages: pages ? (need) => new Site({ ...need, log: write }) : undefined },
    );
  }
}
