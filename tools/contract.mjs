// npm run contract: writes the published contract from the schemas that the server runs. A test fails when they differ.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { asyncApi, openApi, typeScript } from '../libs/wire/dist/contract/index.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = {
  'docs/api/openapi.json': JSON.stringify(openApi()),
  'docs/api/asyncapi.json': JSON.stringify(asyncApi()),
  'libs/client/src/contract.ts': typeScript(),
};

for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.log(`Wrote ${name}.`);
}
