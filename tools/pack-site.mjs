// Compresses the site's scripts and styles as well as brotli can, once a build: doing so while somebody waits for them takes too long.
// Scripts also tell the browser that what is in them is called soon.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const built = join(dirname(dirname(fileURLToPath(import.meta.url))), 'apps/site/.next');
const from = join(built, 'static');
const to = join(built, 'packed');

/** By it Chromium compiles the functions of a script while it arrives, beside the main thread, and not on it when each is first called. */
const hint = '//# allFunctionsCalledOnLoad\n';

await rm(to, { recursive: true, force: true });
const files = await readdir(from, { recursive: true, withFileTypes: true });
await Promise.all(files.filter(({ name }) => /\.(js|css)$/.test(name)).map(pack));
// Written last: only a whole folder has it.
await mkdir(to, { recursive: true });
await writeFile(join(to, 'whole'), '');

/** @param {import('node:fs').Dirent} file */
async function pack({ parentPath, name }) {
  const path = join(parentPath, name);
  const body = name.endsWith('.js') ? await hinted(path) : await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const packed = join(to, `${relative(from, path)}.br`);
  await mkdir(dirname(packed), { recursive: true });
  await writeFile(packed, await promisify(brotliCompress)(body, { params }));
}

/** Once, however often it is packed. @param {string} path */
async function hinted(path) {
  const script = await readFile(path, 'utf8');
  if (script.startsWith(hint)) return Buffer.from(script);
  await writeFile(path, hint + script);
  return Buffer.from(hint + script);
}
