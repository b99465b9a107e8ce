import { ClubProcess } from '../harness/club-process.js';
import { percentile } from './load.js';
import { cpuTime, residentKiB } from './process-cpu.js';
import { RawSocket } from './raw-socket.js';

/**
 * `npm run bench:grid -- [walkers] [seconds]`: so many walkers in one world on one process, each stepping every 100 to 400 ms as a page
 * with `?auto_move=300` does, told by frames. How long it takes from a step to the moment at which others see it. Prints JSON.
 */
const walkers = Number(process.argv[2] ?? 1000);
const seconds = Number(process.argv[3] ?? 10);
const warmUp = 3;
/** Walkers that read every frame; the others only receive them, as reading costs this process, not the club. */
const observers = 3;

const directions = ['up', 'down', 'left', 'right'] as const;
const namespace = '/grid-game';

interface Step {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

const counts = { moves: 0, frames: 0, bytes: 0 };
let latencies: number[] = [];
/** Steps of each walker that have not been seen by each observer. */
const unseen: Map<number, Step[]>[] = [];

class Walker {
  private number = 0;
  private x = 0;
  private y = 0;
  private timer: NodeJS.Timeout | undefined;
  private socket!: RawSocket;

  private constructor(private readonly seen: Map<number, Step[]> | undefined) {}

  static async connect(url: string, observes: boolean): Promise<Walker> {
    const seen = observes ? new Map<number, Step[]>() : undefined;
    if (seen) unseen.push(seen);
    const walker = new Walker(seen);
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer) => walker.hear(data, resolve);
      RawSocket.open(url, { namespace, auth: { protocol: 2 }, hear }).then(
        (socket) => (walker.socket = socket),
        reject,
      );
    });
    return walker;
  }

  walk(): void {
    this.timer = setTimeout(
      () => {
        this.step();
        this.walk();
      },
      100 + Math.random() * 300,
    );
  }

  close(): void {
    clearTimeout(this.timer);
    this.socket.close();
  }

  private step(): void {
    const direction = directions[Math.floor(Math.random() * directions.length)]!;
    if (direction === 'up') this.y = Math.max(1, this.y - 1);
    if (direction === 'down') this.y = Math.min(10, this.y + 1);
    if (direction === 'left') this.x = Math.max(1, this.x - 1);
    if (direction === 'right') this.x = Math.min(20, this.x + 1);
    const step = { x: this.x, y: this.y, at: performance.now() };
    for (const seen of unseen) {
      const steps = seen.get(this.number);
      if (steps) steps.push(step);
      else seen.set(this.number, [step]);
    }
    counts.moves++;
    this.socket.emit('movement', { direction });
  }

  private hear(data: Buffer, arrived: () => void): void {
    counts.bytes += data.length;
    counts.frames++;
    if (this.number > 0 && !this.seen) return;
    const said = RawSocket.said(data, namespace);
    if (!said) return;
    const [event, payload] = said;
    if (event === 'grid:world') {
      this.begin(payload);
      arrived();
    } else if (event === 'grid:frame') this.see(payload);
  }

  private begin(world: { you: number; walkers: [number, string, number, number][] }): void {
    this.number = world.you;
    const own = world.walkers.find(([number]) => number === world.you)!;
    [, , this.x, this.y] = own;
  }

  private see({ moved = [] }: { moved?: number[] }): void {
    const now = performance.now();
    for (let i = 0; i < moved.length; i += 3) {
      const [number, x, y] = moved.slice(i, i + 3);
      const steps = this.seen?.get(number!);
      // Several steps in one tick are told as the last of them.
      const last = steps?.findLastIndex((step) => step.x === x && step.y === y) ?? -1;
      for (const { at } of steps?.splice(0, last + 1) ?? []) latencies.push(now - at);
    }
  }
}

const sleep = (s: number) => new Promise((resolve) => setTimeout(resolve, s * 1000));
const round = (value: number, digits = 1) => Number(value.toFixed(digits));

const club = await ClubProcess.start({ env: { TRELLIS_STORAGE: 'memory', LOG_LEVEL: 'error' } });
try {
  const before = residentKiB(club.pid);
  const all: Walker[] = [];
  for (let i = 0; i < walkers; i++) all.push(await Walker.connect(club.url, i < observers));
  for (const walker of all) walker.walk();
  await sleep(warmUp);
  Object.assign(counts, { moves: 0, frames: 0, bytes: 0 });
  latencies = [];
  const [cpu, own, begun] = [cpuTime(club.pid), process.cpuUsage(), performance.now()];
  await sleep(seconds);
  const elapsed = (performance.now() - begun) / 1000;
  const used = cpuTime(club.pid);
  const ownCpu = process.cpuUsage(own);
  const report = {
    ...{ walkers, seconds },
    movesPerSecond: round(counts.moves / elapsed),
    moveToSeenMs: {
      p50: round(percentile(latencies, 0.5)),
      p99: round(percentile(latencies, 0.99)),
      seen: latencies.length,
    },
    clubCores: round((used.all - cpu.all) / 1e6 / elapsed, 2),
    clubMainThread: round((used.main - cpu.main) / 1e6 / elapsed, 2),
    benchCores: round((ownCpu.user + ownCpu.system) / 1e6 / elapsed, 2),
    framesPerSecond: round(counts.frames / elapsed),
    kibPerSecondAndWalker: round(counts.bytes / 1024 / elapsed / walkers),
    memoryPerWalkerKiB: round((residentKiB(club.pid) - before) / walkers),
  };
  console.log(JSON.stringify(report, null, 2));
  for (const walker of all) walker.close();
} finally {
  await club.remove();
}
process.exit(0);
