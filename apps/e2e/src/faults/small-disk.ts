import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A disk of its own, of a few megabytes in memory, that can be filled to the last byte. It is mounted in a mount
 * namespace that nobody else sees, and gone with it.
 */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly holder: number,
    private readonly end: () => void,
  ) {}

  /** Rejects where mounts are not allowed (in most containers without privileges). */
  static async mount(megabytes: number): Promise<SmallDisk> {
    const folder = mkdtempSync(join(tmpdir(), 'trellis-disk-'));
    const script = 'mount -t tmpfs -o size="$1"m tmpfs "$2" && echo mounted && exec sleep infinity';
    const holder = spawn(
      'unshare',
      ['--mount', 'sh', '-c', script, 'sh', String(megabytes), folder],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    holder.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const failed = Promise.race([once(holder, 'exit'), once(holder, 'error')]).then(() => {
      throw new Error(`No disk could be mounted: ${said}`);
    });
    await Promise.race([once(holder.stdout, 'data'), failed]);
    failed.catch(() => undefined); // its end is ours from here on
    return new SmallDisk(folder, holder.pid!, () => {
      holder.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** The command before a program that shall see the disk. */
  get inside(): readonly string[] {
    return ['nsenter', '--mount', '--target', String(this.holder)];
  }

  /** The same folder for programs that do not see the disk. */
  get seenFromOutside(): string {
    return `/proc/${this.holder}/root${this.folder}`;
  }

  /** Takes all that is free. */
  fill(): void {
    const file = openSync(this.ballast, 'w');
    const page = Buffer.alloc(4096);
    try {
      for (;;) writeSync(file, page);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives it back. */
  free(): void {
    rmSync(this.ballast);
  }

  unmount(): void {
    this.end();
  }

  private get ballast(): string {
    return `${this.seenFromOutside}/ballast`;
  }
}
