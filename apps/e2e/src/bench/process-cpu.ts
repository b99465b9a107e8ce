import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second of /proc, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

export interface CpuTime {
  /** Microseconds of the thread that handles moves, and of those that help it (I/O, garbage collection). */
  readonly club: number;
  /** Microseconds of worker threads: the embedded database. */
  readonly workers: number;
}

/** CPU time that a process has used so far, from /proc. Node names its worker threads "WorkerThread" or "node-worker…". */
export function cpuTime(pid: number): CpuTime {
  const threads = readdirSync(`/proc/${pid}/task`).map((tid) => readThread(pid, tid));
  const isWorker = ({ name }: Thread) => /worker/i.test(name) && !/libuv|V8|Delayed/i.test(name);
  const sum = (some: Thread[]) => some.reduce((total, { micros }) => total + micros, 0);
  return {
    club: sum(threads.filter((each) => !isWorker(each))),
    workers: sum(threads.filter(isWorker)),
  };
}

/** CPU time of a whole process tree under `pid`, µs: a Postgres server and its backends. */
export function treeCpuTime(pid: number): number {
  return [pid, ...descendants(pid)].reduce((total, each) => total + processMicros(each), 0);
}

/** Resident memory in KiB. */
export function residentKiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

interface Thread {
  readonly name: string;
  readonly micros: number;
}

function readThread(pid: number, tid: string): Thread {
  try {
    return parseStat(readFileSync(`/proc/${pid}/task/${tid}/stat`, 'utf8'));
  } catch {
    return { name: 'gone', micros: 0 }; // a thread may end between listing and reading
  }
}

function processMicros(pid: number): number {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8')).micros;
  } catch {
    return 0;
  }
}

function parseStat(text: string): Thread {
  const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { name, micros: ((Number(fields[11]) + Number(fields[12])) * 1e6) / ticksPerSecond };
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
    } catch {
      continue;
    }
  }
  const children = parents.get(pid) ?? [];
  return [...children, ...children.flatMap((child) => descendants(child))];
}
