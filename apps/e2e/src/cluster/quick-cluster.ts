import { spawnSync } from 'node:child_process';
import {
  freePort,
  howToGetPostgres,
  temporaryPostgres,
  TemporaryRedis,
  type TemporaryPostgres,
} from '@trellis/testing';
import { rememberEntries } from '../faults/kept.js';
import { loopback, Network, type Place } from '../harness/network.js';
import { Nginx } from '../harness/nginx.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { TcpWire } from '../harness/tcp-wire.js';
import { Opened } from './opened.js';

/** One process of the cluster, and its wires to what it shares with the others. */
export interface Member {
  readonly club: QuickClubProcess;
  readonly metricsPort: number;
  readonly wires: { readonly redis: TcpWire; readonly postgres: TcpWire };
  readonly place: Place;
}

export interface QuickClusterOptions {
  readonly size: number;
  readonly bug?: PlantedBug;
  readonly env?: Readonly<Record<string, string>>;
  /** Each process at the end of a cable of its own; default: all on loopback. */
  readonly cables?: boolean;
}

/** What all processes share. */
interface Common {
  readonly network: Network | undefined;
  readonly postgres: TemporaryPostgres;
  readonly redis: TemporaryRedis;
  /** Where people come in. */
  readonly port: number;
}

/** Several real processes of one club without their pages, with Redis, Postgres and nginx, on this machine. */
export class QuickCluster {
  private constructor(
    private readonly common: Common,
    readonly nginx: Nginx,
    readonly members: readonly Member[],
    private readonly opened: Opened,
  ) {}

  /** Rejects when something does not start; nothing is left open then. */
  static async start(options: QuickClusterOptions): Promise<QuickCluster> {
    const opened = new Opened();
    try {
      const common = await openCommon(opened, options);
      const indexes = Array.from({ length: options.size }, (_, index) => index);
      const members = await Opened.all(
        indexes.map((index) => join(opened, common, options, index)),
      );
      const nodes = members.map(({ place, club }) => `${place.host}:${club.port}`);
      const nginx = await Nginx.start({ port: common.port, nodes });
      opened.push(() => nginx.stop());
      await rememberEntries(common.postgres.url);
      return new QuickCluster(common, nginx, members, opened);
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  get postgres(): TemporaryPostgres {
    return this.common.postgres;
  }

  get redis(): TemporaryRedis {
    return this.common.redis;
  }

  /** Where people come in. */
  get url(): string {
    return this.nginx.url;
  }

  /** Whether each process has a cable that can be pulled out. */
  get hasCables(): boolean {
    return this.common.network !== undefined;
  }

  /** No packet reaches this process any more, and nobody is told. */
  pullOut(member: Member): void {
    this.common.network?.pullOut(this.members.indexOf(member));
  }

  plugIn(member: Member): void {
    this.common.network?.plugIn(this.members.indexOf(member));
  }

  /** Which process owns a table by the directory; undefined when nobody that lives does. */
  ownerOf(tableId: string): Member | undefined {
    const node = this.redis.ask('HGET', 'trellis:owners', tableId);
    return this.members.find(({ club }) => club.node === node);
  }

  /** How many tables this process has by the directory. */
  tablesOf(node: string): number {
    return this.redis
      .ask('HVALS', 'trellis:owners')
      .split('\n')
      .filter((each) => each === node).length;
  }

  /** One figure of a process, labels and all: `tables_lost_total{by="journal"}`. 0 when it is not there. */
  metric({ metricsPort, place }: Member, name: string): number {
    const line = textAt(place, `http://127.0.0.1:${metricsPort}/metrics`)
      .split('\n')
      .find((each) => each.startsWith(`trellis_${name} `));
    return Number(line?.slice(line.lastIndexOf(' ')) ?? 0);
  }

  async remove(): Promise<void> {
    // Whatever was done to them: they end in order, or wait for nobody.
    this.redis.signal('SIGCONT');
    for (const member of this.members) {
      this.plugIn(member);
      for (const wire of Object.values(member.wires)) wire.heal();
    }
    await Promise.all(this.members.map(({ club }) => club.remove()));
    await this.opened.close();
  }
}

async function openCommon(opened: Opened, { cables, size }: QuickClusterOptions): Promise<Common> {
  const network = cables ? await Network.lay(size) : undefined;
  opened.push(() => network?.remove());
  // Processes die here, the machine does not: nothing need be written through to the disk.
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  opened.push(() => postgres.stop());
  const redis = await TemporaryRedis.start();
  opened.push(() => redis.stop());
  return { network, postgres, redis, port: await freePort() };
}

async function join(
  opened: Opened,
  { network, postgres, redis, port }: Common,
  { bug, env }: QuickClusterOptions,
  index: number,
): Promise<Member> {
  const place = network?.place(index) ?? loopback;
  const wireBefore = async (url: string) => {
    const wire = await TcpWire.before(url, network?.host);
    opened.push(() => wire.close());
    return wire;
  };
  const wires = { redis: await wireBefore(redis.url), postgres: await wireBefore(postgres.url) };
  const metricsPort = await freePort();
  const club = await QuickClubProcess.start({
    ...{ bug, place },
    // Who wrote an entry is kept with it.
    databaseUrl: `${wires.postgres.url}?application_name=process-${index}`,
    env: {
      REDIS_URL: wires.redis.url,
      PUBLIC_URL: `http://localhost:${port}`,
      TRUST_PROXY: '1',
      HOUSE_TABLES: 'off',
      METRICS_PORT: String(metricsPort),
      // What goes wrong while Redis or Postgres is away is logged, and is no news here.
      LOG_LEVEL: 'silent',
      ...env,
    },
  });
  opened.push(() => club.remove());
  return { club, metricsPort, wires, place };
}

/** Metrics are served to who sits beside the process only. */
function textAt({ inside }: Place, url: string): string {
  const ask = `fetch(${JSON.stringify(url)}).then(async (answer) => console.log(await answer.text()))`;
  const [program = process.execPath, ...args] = [...inside, process.execPath, '-e', ask];
  return spawnSync(program, args, { encoding: 'utf8' }).stdout;
}
