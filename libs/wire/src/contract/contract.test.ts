import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { access, clientToServer } from '../index.js';
import { asyncApi } from './asyncapi.js';
import { answers } from './frames.js';
import { openApi } from './openapi.js';
import { typeScript } from './type-script.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const howTo = 'The contract has changed: npm run contract, and look at the difference.';

test.each([
  ['docs/api/openapi.json', () => JSON.stringify(openApi())],
  ['docs/api/asyncapi.json', () => JSON.stringify(asyncApi())],
  ['libs/client/src/contract.ts', typeScript],
])('%s says what the code does', async (name, made) => {
  const path = join(root, name);
  const wanted = await format(made(), { ...(await resolveConfig(path)), filepath: path });
  expect(readFileSync(path, 'utf8') === wanted, howTo).toBe(true);
});

test('every pointer of the documents leads somewhere', () => {
  for (const document of [openApi(), asyncApi()]) {
    const pointers = JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g);
    for (const [, pointer] of pointers) {
      const steps = pointer!.split('/').slice(1);
      const found = steps.reduce<unknown>(
        (at, step) =>
          (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        document,
      );
      expect(found, pointer).toBeDefined();
    }
  }
});

test('every request has a rule of access and an answer', () => {
  const events = Object.keys(clientToServer).sort();
  expect(Object.keys(access).sort()).toEqual(events);
  expect(Object.keys(answers).sort()).toEqual(events);
});
