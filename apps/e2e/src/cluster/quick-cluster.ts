import { howToGetPostgres, TemporaryRedis, temporaryPostgres } from '@trellis/testing';
import type { TemporaryPostgres } from '@trellis/testing';
import { rememberEntries } from '../faults/kept.js';
import { freePort } from '@trellis/testing';
import { Nginx } from '../harness/nginx.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { TcpWire } from '../harness/tcp-wire.js';

/** One process of the cluster, and its wires to what it shares with the others. */
export interface Member {
  readonly club: QuickClubProcess;
  readonly metricsPort: number;
  readonly wires: { readonly redis: TcpWire; readonly postgres: TcpWire };
}

export interface QuickClusterOptions {
  readonly size: number;
  readonly bug?: PlantedBug;
  readonly env?: Readonly<Record<string, string>>;
}

/** Several real processes of one club without their pages, with Redis, Postgres and nginx, all on loopback. */
export class QuickCluster {
  private constructor(
    readonly postgres: TemporaryPostgres,
    readonly redis: TemporaryRedis,
    readonly nginx: Nginx,
    readonly members: readonly Member[],
  ) {}

  static async start(options: QuickClusterOptions): Promise<QuickCluster> {
    // Processes die here, the machine does not: nothing need be written through to the disk.
    const [postgres, redis] = await Promise.all([
      temporaryPostgres({ durable: false }),
      TemporaryRedis.start(),
    ]);
    if (!postgres) throw new Error(howToGetPostgres);
    const port = await freePort();
    const members = await Promise.all(
      Array.from({ length: options.size }, () => member(postgres.url, redis.url, port, options)),
    );
    const nodes = members.map(({ club }) => club.port);
    const nginx = await Nginx.start({ port, nodes });
    await rememberEntries(postgres.url);
    return new QuickCluster(postgres, redis, nginx, members);
  }

  /** Where people come in. */
  get url(): string {
    return this.nginx.url;
  }

  /** Which process owns a table by the directory; undefined when nobody that lives does. */
  ownerOf(tableId: string): Member | undefined {
    const node = this.redis.ask('HGET', 'trellis:owners', tableId);
    return this.members.find(({ club }) => club.node === node);
  }

  /** One figure of a process, labels and all: `tables_lost_total{by="journal"}`. 0 when it is not there. */
  async metric({ metricsPort }: Member, name: string): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    const line = (await answer.text())
      .split('\n')
      .find((each) => each.startsWith(`trellis_${name} `));
    return Number(line?.slice(line.lastIndexOf(' ')) ?? 0);
  }

  async remove(): Promise<void> {
    // Whatever was done to them: they end in order, or wait for nobody.
    this.redis.signal('SIGCONT');
    for (const { wires } of this.members) for (const wire of Object.values(wires)) wire.heal();
    await Promise.all(this.members.map(({ club }) => club.remove()));
    await this.nginx.stop();
    for (const { wires } of this.members)
      await Promise.all(Object.values(wires).map((wire) => wire.close()));
    await this.redis.stop();
    await this.postgres.stop();
  }
}

async function member(
  postgresUrl: string,
  redisUrl: string,
  publicPort: number,
  { bug, env }: QuickClusterOptions,
): Promise<Member> {
  const wires = {
    redis: await TcpWire.before(redisUrl),
    postgres: await TcpWire.before(postgresUrl),
  };
  const metricsPort = await freePort();
  const club = await QuickClubProcess.start({
    databaseUrl: wires.postgres.url,
    bug,
    env: {
      REDIS_URL: wires.redis.url,
      PUBLIC_URL: `http://localhost:${publicPort}`,
      TRUST_PROXY: '1',
      HOUSE_TABLES: 'off',
      METRICS_PORT: String(metricsPort),
      // What goes wrong while Redis or Postgres is away is logged, and is no news here.
      LOG_LEVEL: 'silent',
      ...env,
    },
  });
  return { club, metricsPort, wires };
}
