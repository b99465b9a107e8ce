import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ClubSnapshot, Fact } from '@trellis/facade';
import type { FromSite, ToSite } from '@trellis/site/channel';

export interface SiteProcessOptions {
  /** Of the server's own memory, at the moment of asking. */
  readonly snapshot: () => ClubSnapshot;
  /** Environment of the site beside what every process needs; it gets no secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  /** Where the site finds its own files. */
  readonly folder?: string;
  /** Another program than the site, for tests. */
  readonly entry?: string;
  readonly firstRetryMs?: number;
}

const longestRetryMs = 30_000;
/** Whoever ran this long did not fail at the start. */
const soundMs = 60_000;
const startMs = 30_000;
const stopMs = 2_000;
/** Facts wait this long for company; a page that needs them waits as long. */
const parcelMs = 40;

/**
 * The site's process: started with the club as it is, fed with facts, started again when it dies,
 * ended with this one. The club plays on meanwhile.
 */
export class SiteProcess {
  private child: ChildProcess | undefined;
  private listening: number | undefined;
  private facts = 0;
  private unsent: Fact[] = [];
  private parcel: NodeJS.Timeout | undefined;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;
  private stopped = true;
  private firstLaunch: Promise<void> = Promise.resolve();

  constructor(private readonly options: SiteProcessOptions) {}

  /** Where it listens on the loopback; undefined while it is away. */
  get port(): number | undefined {
    return this.listening;
  }

  /** The number of the last fact that was sent: what a page rendered from now on must know of. */
  get factNumber(): number {
    return this.facts;
  }

  /** Resolves when it listens, or when its first start has failed; it is tried again then. */
  async start(): Promise<void> {
    this.stopped = false;
    this.firstLaunch = this.launch();
    await this.firstLaunch;
  }

  /** Resolves when the first start is over, well or not: until then it is worth waiting for a page. */
  get started(): Promise<void> {
    return this.firstLaunch;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearTimeout(this.parcel);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMs);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(timer);
  }

  /** Facts travel together, a few times a second: each message costs this process more than its facts. */
  send(fact: Fact): void {
    this.facts += 1;
    this.unsent.push(fact);
    this.parcel ??= setTimeout(() => this.flush(), parcelMs);
  }

  /** Gives the site the whole club again, after this process has loaded it anew. */
  sendSnapshot(): void {
    this.flush();
    this.facts += 1;
    this.tell({ kind: 'snapshot', snapshot: this.options.snapshot(), number: this.facts });
  }

  private flush(): void {
    clearTimeout(this.parcel);
    this.parcel = undefined;
    if (this.unsent.length > 0)
      this.tell({ kind: 'facts', facts: newest(this.unsent), number: this.facts });
    this.unsent = [];
  }

  private launch(): Promise<void> {
    const startedAt = performance.now();
    const child = fork(
      this.options.entry ?? fileURLToPath(import.meta.resolve('@trellis/site/entry')),
      {
        serialization: 'advanced',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        execArgv: [],
        cwd: this.options.folder,
        env: {
          ...inherited(),
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
          ...this.options.env,
        },
      },
    );
    this.child = child;
    // What Next says to pass the time is for nobody; what it complains of is for the operator.
    child.stdout?.resume();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim()) this.options.log(line);
    });
    // What waits to be sent stands in the snapshot already.
    this.unsent = [];
    this.tell({ kind: 'snapshot', snapshot: this.options.snapshot(), number: this.facts });
    return new Promise((resolve) => {
      const slow = setTimeout(() => child.kill('SIGKILL'), startMs);
      child.on('message', (message: FromSite) => {
        clearTimeout(slow);
        this.listening = message.port;
        resolve();
      });
      child.on('error', (error) => this.options.log(error.message));
      child.once('exit', (code, signal) => {
        clearTimeout(slow);
        this.listening = undefined;
        resolve();
        if (this.stopped) return;
        this.failures = performance.now() - startedAt > soundMs ? 0 : this.failures + 1;
        this.launchLater(`the site ended (${signal ?? code})`);
      });
    });
  }

  private launchLater(why: string): void {
    const first = this.options.firstRetryMs ?? 250;
    const wait = Math.min(longestRetryMs, first * 2 ** Math.max(0, this.failures - 1));
    this.options.log(`${why}, starting it again in ${wait} ms`);
    this.retry = setTimeout(() => void this.launch(), wait);
  }

  private tell(message: ToSite): void {
    // A child that is about to die cannot be told; the next one gets a snapshot.
    if (this.child?.connected) this.child.send(message, () => undefined);
  }
}

/** Of several states of a table only the newest says anything. */
function newest(facts: readonly Fact[]): readonly Fact[] {
  const last = new Map(facts.map((fact, index) => [tableOf(fact), index]));
  return facts.filter(
    (fact, index) => tableOf(fact) === undefined || last.get(tableOf(fact)) === index,
  );
}

function tableOf(fact: Fact): string | undefined {
  return fact.kind === 'table-changed' ? fact.table.id : undefined;
}

/** What any Node process may need from ours, by name: secrets stay here. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'TZ', 'LANG', 'SystemRoot'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}
