// What the folders promise (docs/style.md) bites: each planted violation is found, and honest code passes.
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './build.mjs';
import { makeProjectGraph } from './workspace/static-checks.mjs';

let eslint;
beforeAll(async () => {
  await makeProjectGraph(root);
  eslint = new ESLint({ cwd: root });
});

async function rulesBrokenBy(text, path) {
  const [{ messages }] = await eslint.lintText(text, { filePath: join(root, path) });
  return messages.map(({ ruleId }) => ruleId);
}

const boundaries = '@nx/enforce-module-boundaries';
const kitFolder = 'libs/games/kit';
const rulesFolder = 'libs/games/tic-tac-toe/rules';
const boardFolder = 'libs/games/tic-tac-toe/board';

describe('a planted import is found', () => {
  test.each([
    ['core from Nest', 'libs/tables/src', '@nestjs/common'],
    ['core from Prisma', 'libs/chat/src', '@prisma/client'],
    ['core from another core', 'libs/tables/src', '@trellis/players'],
    ['core from storage', 'libs/ratings/src', '@trellis/storage'],
    ['the facade from core', 'libs/facade/src', '@trellis/tables'],
    ['the wire from core', 'libs/wire/src', '@trellis/chat'],
    ['storage from Nest', 'libs/storage/src', '@nestjs/common'],
    ['a board from sockets', boardFolder, 'socket.io-client'],
    ['a board from the wire', boardFolder, '@trellis/wire'],
    ['rules from a package', rulesFolder, 'zod'],
    ['rules from React', rulesFolder, 'react'],
    ['rules from the facade', rulesFolder, '@trellis/facade'],
    ['rules from the catalog', rulesFolder, '@trellis/games/catalog/rules'],
    ['the kit from a game', kitFolder, '@trellis/games/tic-tac-toe/rules'],
    ['the kit from a package', kitFolder, 'zod'],
    ['another project by its path', 'libs/tables/src', '../../players/src/player.js'],
    ['an app from a library', 'libs/tables/src', '@trellis/server/main'],
  ])('%s', async (_what, folder, from) => {
    const text = `import * as planted from '${from}';\nexport const used = planted;\n`;
    expect(await rulesBrokenBy(text, `${folder}/planted.ts`)).toContain(boundaries);
  });

  test.each([
    ['rules from the machine', rulesFolder, 'node:fs'],
    ['core from the machine', 'libs/tables/src', 'node:fs'],
    ['rules from another game', rulesFolder, '@trellis/games/other-game/rules'],
    ['rules from another game, by its path', rulesFolder, '../../other-game/rules/index.js'],
    ['a board from another game', boardFolder, '@trellis/games/other-game/rules'],
    ['a board from another game, by its path', boardFolder, '../../other-game/board/index'],
  ])('%s', async (_what, folder, from) => {
    const text = `import * as planted from '${from}';\nexport const used = planted;\n`;
    expect(await rulesBrokenBy(text, `${folder}/planted.ts`)).toContain('no-restricted-imports');
  });
});

test.each([
  ['the clock', 'Date.now()', 'no-restricted-globals'],
  ['chance', 'Math.random()', 'no-restricted-properties'],
  ['a timer', 'setTimeout(() => {}, 1)', 'no-restricted-globals'],
])('rules and the kit have no %s', async (_what, expression, rule) => {
  const text = `export const planted = () => ${expression};\n`;
  expect(await rulesBrokenBy(text, `${rulesFolder}/planted.ts`)).toContain(rule);
  expect(await rulesBrokenBy(text, `${kitFolder}/planted.ts`)).toContain(rule);
});

test.each([
  ['rules', rulesFolder, '@trellis/games/kit'],
  ['a board', boardFolder, '@trellis/games/kit'],
  ['a board', boardFolder, '@trellis/games/tic-tac-toe/rules'],
  ['a board', boardFolder, 'react'],
  ['core', 'libs/tables/src', '@trellis/facade'],
  ['core', 'libs/tables/src', '@trellis/games/kit'],
  ['storage', 'libs/storage/src', '@trellis/tables'],
  ['the server', 'apps/server/src', '@nestjs/common'],
])('%s may import what it needs (%s: %s)', async (_what, folder, from) => {
  const text = `import * as planted from '${from}';\nexport const used = planted;\n`;
  expect(await rulesBrokenBy(text, `${folder}/planted.ts`)).toEqual([]);
});

/** Every project that has to run anywhere: on the server, in a browser, in a worker. */
const portable = [
  'libs/games/tsconfig.rules.json',
  ...readdirSync(join(root, 'libs'))
    .filter((name) =>
      isTagged(join(root, 'libs', name, 'package.json'), ['core', 'facade', 'wire']),
    )
    .map((name) => `libs/${name}/tsconfig.json`),
];

function isTagged(file, tags) {
  return JSON.parse(readFileSync(file, 'utf8')).nx.tags.some((tag) => tags.includes(tag));
}

test('the portable projects are those we think of', () => {
  expect(portable).toEqual(
    expect.arrayContaining(
      ['facade', 'tables', 'wire'].map((name) => `libs/${name}/tsconfig.json`),
    ),
  );
});

test.each(portable)('%s knows neither Node nor the DOM', (config) => {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    join(root, config),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(String(diagnostic.messageText));
      },
    },
  );
  expect(errorsOf('export const planted = [1].at(0);', options)).toEqual([]);
  for (const name of ['process', 'Buffer', 'window', 'document', 'fetch', 'setTimeout']) {
    expect(errorsOf(`export const planted = ${name};`, options)).not.toEqual([]);
  }
});

/** What the compiler says of one file that is nowhere on the disk. */
function errorsOf(text, { composite: _composite, tsBuildInfoFile: _file, ...options }) {
  const path = join(root, 'libs/planted.ts');
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true)
      : (libraries[name] ??= read.call(host, name, ...rest));
  const program = ts.createProgram([path], { ...options, rootDir: undefined, noEmit: true }, host);
  return program.getSemanticDiagnostics(program.getSourceFile(path)).map(({ code }) => code);
}

const libraries = {};
