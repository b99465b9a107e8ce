import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { encode, unencoded, type Encoded } from './encoded.js';

interface StaticFile {
  readonly path: string;
  readonly type: string;
  readonly cacheControl: string;
  /** Where the build may have left it, compressed better than one can while somebody waits. */
  readonly packed?: string;
  encoded?: Promise<Encoded>;
}

export interface StaticAnswer {
  readonly encoded: Encoded;
  readonly type: string;
  readonly cacheControl: string;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};
const compressed = new Set(['.woff2', '.woff', '.png', '.mp3']);

/** The files that a build made, by address. Only what was there at the start is served, each read once. */
export class StaticFiles {
  private readonly files = new Map<string, StaticFile>();

  /**
   * Serves the files below `folder` under `prefix`, which ends with a slash. What is there with `.br` behind its name in `packed`
   * is not compressed again.
   */
  async add(prefix: string, folder: string, cacheControl: string, packed?: string): Promise<void> {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of found.filter((each) => each.isFile())) {
      const path = join(file.parentPath, file.name);
      const place = relative(folder, path);
      const address = prefix + place.split(sep).map(encodeURI).join('/');
      const type = types[extname(file.name)] ?? 'application/octet-stream';
      this.files.set(address, {
        ...{ path, type, cacheControl },
        ...(packed !== undefined && { packed: `${join(packed, place)}.br` }),
      });
    }
  }

  /** One file at an address of its own, as plain text. */
  addText(address: string, path: string, cacheControl: string): void {
    this.files.set(address, { path, type: types['.txt']!, cacheControl });
  }

  find(address: string): Promise<StaticAnswer> | undefined {
    const file = this.files.get(address);
    if (!file) return undefined;
    file.encoded ??= read(file);
    return file.encoded.then((encoded) => ({
      encoded,
      type: file.type,
      cacheControl: file.cacheControl,
    }));
  }
}

async function read({ path, packed }: StaticFile): Promise<Encoded> {
  const body = await readFile(path);
  if (compressed.has(extname(path))) return unencoded(body);
  const br = packed === undefined ? undefined : await readFile(packed).catch(() => undefined);
  return encode(body, 9, br);
}
