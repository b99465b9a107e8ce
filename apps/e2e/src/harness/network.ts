import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Where a process of the cluster runs: on this machine's loopback, or at the end of a cable of its own. */
export interface Place {
  readonly host: string;
  /** The command before whatever runs there. */
  readonly inside: readonly string[];
}

export const loopback: Place = { host: '127.0.0.1', inside: [] };

/** Addresses that exist for measuring networks and lead nowhere (RFC 2544). */
const range = '198.18';
const ours = 1;
const firstPlace = 10;

/**
 * A switch with a cable to this machine and one to each place, made of network namespaces: who sits at a place reaches others
 * through his cable only, and a cable that is pulled out loses packets without a word to either end. All of it is gone with us.
 */
export class Network {
  /** Why none can be laid here; undefined: one can. */
  static readonly impossible = whyNot();

  private readonly holders: ChildProcess[] = [];
  private readonly cable = `trellis${process.pid % 1e6}`;

  private constructor(private readonly subnet: string) {}

  /** With so many places. Rejects where namespaces are not allowed. */
  static async lay(places: number): Promise<Network> {
    if (Network.impossible) throw new Error(Network.impossible);
    const network = new Network(`${range}.${freeThird()}`);
    try {
      await network.build(places);
      return network;
    } catch (error) {
      network.remove();
      throw error;
    }
  }

  /** This machine, as it is called at every place. */
  get host(): string {
    return `${this.subnet}.${ours}`;
  }

  place(index: number): Place {
    const [, ...holders] = this.holders;
    return { host: this.hostOf(index), inside: inside(holders[index]!) };
  }

  pullOut(index: number): void {
    this.atSwitch('link', 'set', port(index), 'down');
  }

  plugIn(index: number): void {
    this.atSwitch('link', 'set', port(index), 'up');
  }

  remove(): void {
    for (const holder of this.holders) holder.kill('SIGKILL');
  }

  private async build(places: number): Promise<void> {
    for (let index = 0; index <= places; index++) this.holders.push(await namespace());
    this.atSwitch('link', 'add', 'hub', 'type', 'bridge');
    this.atSwitch('link', 'set', 'hub', 'up');
    const { cable } = this;
    const pid = String(this.holders[0]!.pid);
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'outside', 'netns', pid);
    ip('link', 'set', cable, 'address', hardware(ours));
    ip('address', 'add', `${this.host}/24`, 'dev', cable);
    ip('link', 'set', cable, 'up');
    this.atSwitch('link', 'set', 'outside', 'master', 'hub', 'up');
    for (let index = 0; index < places; index++) this.connect(index);
  }

  private connect(index: number): void {
    const { inside: there } = this.place(index);
    const pid = String(this.holders[index + 1]!.pid);
    const end = ['peer', 'name', 'cable', 'netns', pid];
    this.atSwitch('link', 'add', port(index), 'type', 'veth', ...end);
    this.atSwitch('link', 'set', port(index), 'master', 'hub', 'up');
    run(...there, 'ip', 'link', 'set', 'lo', 'up');
    run(...there, 'ip', 'link', 'set', 'cable', 'address', hardware(firstPlace + index));
    run(...there, 'ip', 'address', 'add', `${this.hostOf(index)}/24`, 'dev', 'cable');
    run(...there, 'ip', 'link', 'set', 'cable', 'up');
    // Both know each other's hardware: otherwise "no route to host" would soon tell them what lost packets do not.
    const known = ['nud', 'permanent', 'dev'];
    run(...there, 'ip', 'neigh', 'replace', this.host, 'lladdr', hardware(ours), ...known, 'cable');
    const theirs = hardware(firstPlace + index);
    ip('neigh', 'replace', this.hostOf(index), 'lladdr', theirs, ...known, this.cable);
  }

  private hostOf(index: number): string {
    return `${this.subnet}.${firstPlace + index}`;
  }

  private atSwitch(...command: readonly string[]): void {
    run(...inside(this.holders[0]!), 'ip', ...command);
  }
}

function port(index: number): string {
  return `port${index}`;
}

function hardware(last: number): string {
  return `02:00:00:00:00:${last.toString(16).padStart(2, '0')}`;
}

/** A network namespace that ends with its holder, and the holder with us. */
async function namespace(): Promise<ChildProcess> {
  const holder = spawn('unshare', ['--net', 'sh', '-c', 'echo there && exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const failed = Promise.race([once(holder, 'exit'), once(holder, 'error')]).then(() => {
    throw new Error('A network namespace could not be made.');
  });
  await Promise.race([once(holder.stdout!, 'data'), failed]);
  failed.catch(() => undefined); // its end is ours from here on
  return holder;
}

function inside({ pid }: ChildProcess): readonly string[] {
  return ['nsenter', `--net=/proc/${pid}/ns/net`];
}

function ip(...command: readonly string[]): void {
  run('ip', ...command);
}

function run(...command: readonly string[]): void {
  const [program = '', ...args] = command;
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
}

/** The third number of a subnet that this machine does not use. */
function freeThird(): number {
  const used = spawnSync('ip', ['-4', 'address'], { encoding: 'utf8' }).stdout;
  const first = Math.floor(Math.random() * 256);
  for (let next = 0; next < 256; next++) {
    const third = (first + next) % 256;
    if (!used.includes(`${range}.${third}.`)) return third;
  }
  throw new Error(`All of ${range}.0.0/16 is in use.`);
}

function whyNot(): string | undefined {
  if (process.getuid?.() !== 0) return 'Only root may lay cables between network namespaces.';
  const bridge = ['--net', 'ip', 'link', 'add', 'hub', 'type', 'bridge'];
  const { status } = spawnSync('unshare', bridge, { stdio: 'ignore' });
  return status === 0 ? undefined : 'This machine allows no network namespaces, or has no bridges.';
}
