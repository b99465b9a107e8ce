import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second of /proc, 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

export interface CpuTime {
  /** Microseconds of all threads. */
  readonly all: number;
  /** Microseconds of the thread that handles moves. The others: I/O, garbage collection, an embedded database. */
  readonly main: number;
}

/** CPU time that a process has used so far, from /proc. */
export function cpuTime(pid: number): CpuTime {
  const threads = readdirSync(`/proc/${pid}/task`).map((tid) => threadMicros(pid, tid));
  return {
    all: threads.reduce((total, micros) => total + micros, 0),
    main: threadMicros(pid, String(pid)),
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

function threadMicros(pid: number, tid: string): number {
  try {
    return microsIn(readFileSync(`/proc/${pid}/task/${tid}/stat`, 'utf8'));
  } catch {
    return 0; // a thread may end between listing and reading
  }
}

function processMicros(pid: number): number {
  try {
    return microsIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return 0;
  }
}

/** User and system time of a `stat` line; the name in it may hold anything, so count from its end. */
function microsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1e6) / ticksPerSecond;
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
