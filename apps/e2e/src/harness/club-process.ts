import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@trellis/testing';

const server = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

export interface ClubOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Default: a fresh folder that `remove` deletes. */
  readonly dataDir?: string;
  readonly port?: number;
  /** A command that runs the club, such as `nsenter …`. */
  readonly inside?: readonly string[];
  /** A Ctrl-C in the terminal does not reach it: whoever started it ends it. */
  readonly ownGroup?: boolean;
}

/** The built server as an operator runs it: a process of its own, with its embedded database in a folder. */
export class ClubProcess {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly inside: readonly string[],
    private readonly ownGroup: boolean,
  ) {}

  /** Starts a club and waits until it is ready. */
  static async start({
    env = {},
    dataDir,
    port,
    inside = [],
    ownGroup = false,
  }: ClubOptions = {}): Promise<ClubProcess> {
    const club = new ClubProcess(
      port ?? (await freePort()),
      dataDir ?? (await mkdtemp(join(tmpdir(), 'trellis-club-'))),
      env,
      inside,
      ownGroup,
    );
    await club.start();
    return club;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error('The club is not running.');
    return this.child.pid;
  }

  get running(): boolean {
    return this.child !== undefined && isRunning(this.child);
  }

  /** Everything the process has printed. */
  get printed(): string {
    return this.output;
  }

  /** Starts the process again, on the same port and data. Returns when it is ready; the answer is how long that took (ms). */
  async start(): Promise<number> {
    const begun = performance.now();
    const [program = process.execPath, ...args] = [...this.inside, process.execPath, server];
    const child = spawn(program, args, {
      // A hall without them, unless they are asked for: tests count its tables.
      env: {
        ...inherited(),
        HOUSE_TABLES: 'off',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: this.ownGroup,
    });
    this.child = child;
    const listen = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    await this.ready(child);
    return performance.now() - begun;
  }

  /** SIGKILL: no goodbye. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** SIGTERM, and waits for the process to end. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Ends the process, if it runs, and deletes its data. */
  async remove(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
    await rm(`${this.dataDir}.lock`, { force: true });
  }

  private async ready(child: ChildProcess): Promise<void> {
    const giveUp = Date.now() + 60_000;
    while (Date.now() < giveUp) {
      if (child.exitCode !== null)
        throw new Error(`The club ended while starting:\n${this.output}`);
      const answer = await fetch(`${this.url}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The club was not ready within a minute:\n${this.output}`);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !isRunning(child)) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await ended;
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** What a club inherits from the shell that tests it: enough to run, nothing that configures it. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_OPTIONS'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}
