import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { freePort } from './free-port.js';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface TemporaryPostgres {
  readonly url: string;
  /** The server's main process; its backends are its children. */
  readonly pid: number;
  /** Immediate shutdown: connections break in the middle of whatever they do, as when the machine loses power. */
  halt(): Promise<void>;
  /** Starts it again on the same port and data. Resolves when it accepts connections. */
  startAgain(): Promise<void>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** What to say where a test or a benchmark is skipped. */
export const howToGetPostgres =
  'No Postgres server was found. To run this: apt-get install postgresql (it need not be started).';

/**
 * A real Postgres server of one's own, on a free port of loopback and in a temporary folder.
 * `durable: false` saves the time of writing through to the disk; `ownGroup`: a Ctrl-C in the terminal does not reach it. Undefined when no server program is installed; then with REQUIRE_ALL=1 it throws.
 */
export async function temporaryPostgres({ durable = true, ownGroup = false } = {}): Promise<
  TemporaryPostgres | undefined
> {
  const programs = findPrograms();
  if (!programs) {
    if (process.env.REQUIRE_ALL === '1') throw new Error(howToGetPostgres);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'trellis-postgres-'));
  const account = accountFor(folder);
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...account, cwd: folder, stdio: 'pipe' },
  );
  const port = await freePort();
  const settings = {
    fsync: durable ? 'on' : 'off',
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
  };
  const start = async () => {
    const started = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        data,
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { ...account, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], detached: ownGroup },
    );
    await readyToAccept(started);
    return started;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  };
  const endWithUs = () => server.kill('SIGQUIT');
  let server = await start();
  process.once('exit', endWithUs);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    get pid() {
      return server.pid ?? 0;
    },
    halt: () => end('SIGQUIT'),
    async startAgain() {
      server = await start();
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
}

/** Postgres refuses to run as root; then it runs as the account that its package made. */
function accountFor(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
  );
  if (uid === undefined || gid === undefined) throw new Error('There is no account postgres.');
  chownSync(folder, uid, gid);
  if (statSync(folder).uid !== uid) throw new Error(`${folder} cannot be given to postgres.`);
  return { uid, gid };
}

/** The server says so itself, on stderr. */
function readyToAccept(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Postgres did not start: ${said}`)));
  });
}
