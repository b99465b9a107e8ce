import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.js';

const found = spawnSync('redis-server', ['--version']).status === 0;
if (!found && process.env['REQUIRE_ALL'] === '1')
  throw new Error('redis-server is missing: apt-get install redis-server');

export interface RedisOptions {
  /** A Ctrl-C in the terminal does not reach it: whoever started it ends it. */
  readonly ownGroup?: boolean;
}

/** A real Redis on a port of its own, which tests may kill, freeze and empty. */
export class TemporaryRedis {
  /** Where the program is missing, tests are skipped, and the runner's summary says so. */
  static readonly found = found;

  private readonly endWithUs = () => this.server.kill('SIGKILL');

  private constructor(
    readonly port: number,
    private server: ChildProcess,
    private readonly options: RedisOptions,
  ) {
    process.once('exit', this.endWithUs);
  }

  static async start(options: RedisOptions = {}): Promise<TemporaryRedis> {
    const port = await freePort();
    const redis = new TemporaryRedis(port, spawned(port, options), options);
    await redis.answers();
    return redis;
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.server;
    if (exitCode !== null || signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }

  /** For good. */
  async stop(): Promise<void> {
    process.removeListener('exit', this.endWithUs);
    await this.kill();
  }

  async restart(): Promise<void> {
    this.server = spawned(this.port, this.options);
    await this.answers();
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.server.kill(signal);
  }

  flush(): void {
    this.ask('FLUSHALL');
  }

  /** One command, and its answer as redis-cli prints it. */
  ask(...command: readonly string[]): string {
    const asked = spawnSync('redis-cli', ['-p', String(this.port), ...command], {
      encoding: 'utf8',
    });
    return asked.stdout.trim();
  }

  private async answers(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const socket = connect(this.port, '127.0.0.1');
      const open = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'error').then(() => false),
      ]).catch(() => false);
      socket.destroy();
      if (open) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('redis-server did not start.');
  }
}

function spawned(port: number, { ownGroup = false }: RedisOptions): ChildProcess {
  const settings = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1'];
  return spawn('redis-server', ['--port', String(port), ...settings], {
    stdio: 'ignore',
    detached: ownGroup,
  });
}
