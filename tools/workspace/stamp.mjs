import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What a build writes; never a source of one. */
const written = new Set(['node_modules', 'dist', '.next', '.nx', 'generated', 'coverage', 'data']);
const writtenFiles = /(^next-env\.d\.ts|\.tsbuildinfo)$/;
const tests = /\.test\.tsx?$/;

/**
 * The content of files and folders as one hash: the same for the same content, whatever the times of
 * the files say. Tests and what builds write do not count. A path that is not there counts as such.
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      hash.update(relative(root, file).split(sep).join('/')).update('\0');
      hash.update(readFileSync(file)).update('\0');
    }
    hash.update(path).update('\0');
  }
  return hash.digest('hex');
}

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  const entries = readdirSync(path, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!written.has(entry.name)) yield* filesBelow(below);
    } else if (!tests.test(entry.name) && !writtenFiles.test(entry.name)) {
      yield below;
    }
  }
}

/** Remembers from which sources something was made; lives in node_modules, so a new install forgets it. */
export class Stamp {
  /** @param {string} root @param {string} name @param {{ sources: string[], results: string[] }} of */
  constructor(root, name, { sources, results }) {
    this.file = join(root, 'node_modules', '.cache', 'trellis', name);
    this.results = results.map((path) => join(root, path));
    this.hash = hashOf(root, sources);
  }

  /** False also when a result is gone. */
  isCurrent() {
    return (
      this.results.every((path) => existsSync(path)) &&
      existsSync(this.file) &&
      readFileSync(this.file, 'utf8') === this.hash
    );
  }

  /** The results now come from the sources as they were when this stamp was constructed. */
  write() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, this.hash);
  }
}
