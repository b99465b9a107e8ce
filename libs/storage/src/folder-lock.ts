import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/** Another process holds the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: number) {
    super(
      `The database in ${folder} is in use by process ${holder}. Stop that one first, or choose another DATA_DIR.`,
    );
    this.name = 'FolderInUse';
  }
}

/** Paths held by this very process: after a restart in a container the same pid may come again. */
const held = new Set<string>();

/**
 * Holds a folder for this process by a file beside it, `<folder>.lock`, with the process's id: the
 * embedded database itself takes no lock, and two openers destroy it. A lock whose holder is dead
 * (kill -9 leaves it behind) is taken over. Returns how to let go.
 *
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder}.lock`;
  if (held.has(path)) throw new FolderInUse(folder, process.pid);
  if (!tryCreate(path)) {
    const holder = readHolder(path);
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new FolderInUse(folder, holder);
    }
    // Of two processes that take over at once only one can move the old file away.
    const stale = `${path}.${process.pid}`;
    renameSync(path, stale);
    rmSync(stale);
    if (!tryCreate(path)) throw new FolderInUse(folder, readHolder(path) ?? 0);
  }
  held.add(path);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

/** Writes into the lock that this process holds how its database is reached, for the operator's commands. */
export function tellPort(folder: string, port: number): void {
  const path = `${folder}.lock`;
  if (held.has(path)) writeFileSync(path, `${process.pid}\n${port}\n`);
}

/** The port of the living process that holds the folder; undefined when none does, or it is only starting. */
export function portOfHolder(folder: string): number | undefined {
  const path = `${folder}.lock`;
  if (!existsSync(path)) return undefined;
  const [holder, port] = readFileSync(path, 'utf8').split('\n').map(Number);
  return holder && port && isAlive(holder) ? port : undefined;
}

function tryCreate(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined for a file without a number: its writer died between making and writing it. */
function readHolder(path: string): number | undefined {
  const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
  return Number.isNaN(pid) ? undefined : pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
