import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '@trellis/testing';
import type { InnerPoint } from './crash-points.js';
import { loopback, type Place } from './network.js';
import type { PlantedBug } from './planted-bugs.js';
import type { Order, Report } from './quick-club.js';

/** The built one, also where this file runs unbuilt (in tests). */
const program = fileURLToPath(new URL('../../dist/harness/quick-club.js', import.meta.url));

export interface QuickClubOptions {
  /** Without it the embedded one in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir?: string;
  /** A command that runs the club, such as `nsenter …`. */
  readonly inside?: readonly string[];
  /** Default: any that is free. */
  readonly port?: number;
  readonly bug?: PlantedBug;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: on loopback. */
  readonly place?: Place;
}

/**
 * The club without its pages, in a process that is killed and started again in a few tenths of a second: the next
 * process always stands ready.
 */
export class QuickClubProcess {
  private child: ChildProcess | undefined;
  private next: ChildProcess | undefined;
  private output = '';
  private expected = false;
  private name = '';

  private constructor(
    readonly port: number,
    private readonly options: QuickClubOptions,
  ) {}

  static async start(options: QuickClubOptions): Promise<QuickClubProcess> {
    const club = new QuickClubProcess(options.port ?? (await freePort()), options);
    try {
      await club.start();
      return club;
    } catch (error) {
      await club.remove();
      throw error;
    }
  }

  get url(): string {
    const { place = loopback } = this.options;
    // A club that is told nothing else calls itself so, and takes requests of no other origin.
    return `http://${place === loopback ? 'localhost' : place.host}:${this.port}`;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error('The club is not running.');
    return this.child.pid;
  }

  get running(): boolean {
    return this.child !== undefined && isRunning(this.child);
  }

  /** What the other processes of its club call it, as of its last start. */
  get node(): string {
    return this.name;
  }

  /** Everything its processes have printed. */
  get printed(): string {
    return this.output;
  }

  /** Starts the club again on the same port and database. Returns when it is open. */
  async start(): Promise<void> {
    const child = this.next ?? this.prepare();
    this.child = child;
    this.expected = false;
    child.once('exit', (code, signal) => {
      if (!this.expected) this.output += `\nThe club ended by itself: ${signal ?? code}.\n`;
    });
    this.order(child, { begin: true, bug: this.options.bug });
    const report = await new Promise<Report>((resolve) => {
      child.once('message', (message) => resolve(message as Report));
      child.once('exit', () => resolve({ failed: 'It ended while starting.' }));
    });
    if ('failed' in report) throw new Error(`${report.failed}\n${this.output}`);
    this.name = report.node;
    this.next = this.prepare();
  }

  /** SIGKILL: no goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM, and waits for the process to end. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Stops it in its tracks, or lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.pid, signal);
  }

  /** From now on the club dies when it reaches this point. */
  dieAt(point: InnerPoint): void {
    if (this.child) this.order(this.child, { dieAt: point });
  }

  /** Resolves when the club has died at its point, or has been killed. */
  async died(): Promise<void> {
    this.expected = true;
    if (this.child && isRunning(this.child)) await once(this.child, 'exit');
  }

  async remove(): Promise<void> {
    if (this.running) this.signal('SIGCONT');
    await this.end('SIGTERM');
    this.next?.kill('SIGKILL');
  }

  private prepare(): ChildProcess {
    const { databaseUrl, dataDir, env, place = loopback } = this.options;
    const inside = this.options.inside ?? place.inside;
    const [command = process.execPath, ...args] = [
      ...inside,
      ...[process.execPath, ...process.execArgv, program],
    ];
    const child = spawn(command, args, {
      env: {
        PATH: process.env.PATH,
        PORT: String(this.port),
        ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        ...(dataDir && { DATA_DIR: dataDir }),
        SESSION_SECRET: 'the secret of a club that is killed often',
        DEMO_SIGN_IN: 'on',
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    return child;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.expected = true;
    if (!this.child || !isRunning(this.child)) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }

  private order(child: ChildProcess, order: Order): void {
    child.send(order, () => undefined);
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
