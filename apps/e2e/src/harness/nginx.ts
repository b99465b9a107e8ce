import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const configuration = fileURLToPath(new URL('../../../../nginx/trellis.conf', import.meta.url));

export const howToGetNginx = 'No nginx was found. To run this: apt-get install nginx.';

export interface NginxOptions {
  readonly port: number;
  /** The processes behind it: `127.0.0.1:3001`. */
  readonly nodes: readonly string[];
  /** A Ctrl-C in the terminal does not reach it: whoever started it ends it. */
  readonly ownGroup?: boolean;
}

/** A real nginx on loopback with the very file that stands in front of the club. */
export class Nginx {
  static readonly found = findProgram();

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {
    process.once('exit', this.endWithUs);
  }

  static async start({ port, nodes, ownGroup = false }: NginxOptions): Promise<Nginx> {
    if (!Nginx.found) throw new Error(howToGetNginx);
    const folder = mkdtempSync(join(tmpdir(), 'trellis-nginx-'));
    // Started by root, nginx works as somebody else.
    chmodSync(folder, 0o755);
    copyFileSync(configuration, join(folder, 'trellis.conf'));
    writeFileSync(
      join(folder, 'listen.conf'),
      `listen 127.0.0.1:${port};\naccess_log access.log trellis;\n`,
    );
    const servers = nodes.map((node) => `server ${node} max_fails=0;\n`);
    writeFileSync(join(folder, 'nodes.conf'), servers.join(''));
    const options = ['-p', folder, '-c', 'trellis.conf', '-e', 'stderr'];
    const checked = spawnSync(Nginx.found, ['-t', ...options], { encoding: 'utf8' });
    if (checked.status !== 0) throw new Error(`nginx refuses its file: ${checked.stderr}`);
    const server = spawn(Nginx.found, options, { stdio: 'ignore', detached: ownGroup });
    const nginx = new Nginx(port, folder, server);
    try {
      await nginx.listens();
      return nginx;
    } catch (error) {
      await nginx.stop();
      throw error;
    }
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Of the one that leads its workers. */
  get pid(): number {
    return this.server.pid ?? 0;
  }

  async stop(): Promise<void> {
    process.removeListener('exit', this.endWithUs);
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = once(this.server, 'exit');
      this.server.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly endWithUs = () => this.server.kill('SIGTERM');

  private async listens(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const socket = connect(this.port, '127.0.0.1');
      const open = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      socket.destroy();
      if (open) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('nginx did not start.');
  }
}

function findProgram(): string | undefined {
  const { NGINX, PATH = '' } = process.env;
  const folders = [...PATH.split(delimiter), '/usr/sbin'].filter(Boolean);
  const found = [NGINX, ...folders.map((folder) => join(folder, 'nginx'))];
  return found.find((path) => path !== undefined && existsSync(path));
}
