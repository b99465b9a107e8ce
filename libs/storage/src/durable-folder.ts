import { fsyncSync } from 'node:fs';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of Emscripten's file system that we add to. */
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
}

/**
 * PGlite's folder on disk, with the one operation that it leaves out: fsync. PGlite is started with
 * fsync off, and its file system has none, so a commit would survive the death of the process but
 * not of the machine. Use together with `durableStartParams`.
 */
export class DurableFolder extends NodeFS {
  override async init(
    ...[database, options]: Parameters<NodeFS['init']>
  ): ReturnType<NodeFS['init']> {
    const mounted = await super.init(database, options);
    const addFsync = (module: { FS: { filesystems: { NODEFS: NodeFileSystem } } }) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        return 0;
      };
    };
    const preRun = mounted.emscriptenOpts.preRun ?? [];
    return {
      emscriptenOpts: {
        ...mounted.emscriptenOpts,
        preRun: [...(Array.isArray(preRun) ? preRun : [preRun]), addFsync],
      },
    };
  }
}

/** PGlite's own parameters without `-F` (fsync off). Its libc has fsync, but an empty fdatasync. */
export function durableStartParams(pglite: typeof PGlite): PGliteOptions['startParams'] {
  return [
    ...pglite.defaultStartParams.filter((param) => param !== '-F'),
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
  ];
}
