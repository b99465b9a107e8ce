// Generates the Prisma client into libs/storage/src/generated, when the schema or Prisma has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schema = join(root, 'prisma', 'schema.prisma');
const generated = join(root, 'libs', 'storage', 'src', 'generated');
const stamp = join(generated, 'stamp');
const require = createRequire(join(root, 'libs', 'storage', 'package.json'));
const prismaPackage = require.resolve('prisma/package.json');

const wanted = createHash('sha256')
  .update(readFileSync(schema))
  .update(readFileSync(prismaPackage))
  .digest('hex');

if (!isUpToDate()) generate();

function isUpToDate() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function generate() {
  rmSync(generated, { recursive: true, force: true });
  const cli = join(dirname(prismaPackage), 'build', 'index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', schema],
    {
      cwd: root,
      encoding: 'utf8',
      // Generating needs no native engine, but Prisma downloads one unless it is told of a file that exists.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: prismaPackage,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    console.error('The Prisma client could not be generated.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
