import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTree } from '@nx/devkit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import game from './generator.mjs';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

describe('a second game, made by the real command in a copy of the repository', () => {
  const name = 'chinese-checkers';
  let copy;
  let before;
  let after;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'trellis-game-'));
    const left = /(^|\/)(node_modules|dist|\.git|\.nx|\.next|data)$/;
    cpSync(repository, copy, {
      recursive: true,
      filter: (path) => !left.test(path.replace(/\/$/, '')),
    });
    symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
    before = contentOf(copy);
    node('nx/dist/bin/nx.js', 'generate', '@trellis/tools:game', name);
    after = contentOf(copy);
  }, 120_000);

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('only one folder and two lines are new', () => {
    const changed = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    const outside = changed.filter((path) => !path.startsWith(`libs/games/${name}/`));
    expect(outside.sort()).toEqual(['libs/games/catalog/boards.ts', 'libs/games/catalog/rules.ts']);
    expect(changed.length).toBeGreaterThan(outside.length);
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
    for (const [kind, folder] of [
      ['boards', 'board'],
      ['rules', 'rules'],
    ]) {
      const path = `libs/games/catalog/${kind}.ts`;
      const line = `export { chineseCheckers } from '@trellis/games/${name}/${folder}';\n`;
      expect(after.get(path)).toBe(before.get(path) + line);
    }
  });

  test('rules and board are correct in types, and in the catalog', { timeout: 120_000 }, () => {
    node('typescript/bin/tsc', '-b', 'libs/games/tsconfig.rules.json');
    node('typescript/bin/tsc', '-p', 'libs/games/tsconfig.boards.json');
    const script = `
      const { games, gameNamed } = await import('@trellis/games/catalog/games');
      console.log(gameNamed('${name}').name, games.length);`;
    const [found, count] = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(copy, 'libs/games'),
      encoding: 'utf8',
    }).split(' ');
    expect(found).toBe(name);
    expect(Number(count)).toBe(exportsIn(before.get('libs/games/catalog/rules.ts')) + 1);
  });

  test('its tests fail at the one place that says what to do', { timeout: 120_000 }, () => {
    const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
    const { status, stdout } = spawnSync(
      process.execPath,
      [vitest, 'run', `libs/games/${name}`, '--reporter=json'],
      { cwd: copy, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    const { numPassedTests, testResults } = JSON.parse(stdout);
    const failed = testResults
      .flatMap((file) => file.assertionResults)
      .filter((each) => each.status === 'failed');
    expect(failed.map(({ title }) => title)).toEqual(['C2: somebody can win']);
    expect(failed[0].failureMessages.join()).toContain(
      'Write rule C2 of chinese-checkers in RULES.md',
    );
    expect(numPassedTests).toBe(2);
  });

  function node(program, ...args) {
    execFileSync(process.execPath, [join(copy, 'node_modules', program), ...args], {
      cwd: copy,
      env: { ...process.env, NX_DAEMON: 'false' },
      stdio: 'pipe',
    });
  }
});

describe('a name', () => {
  test.each(['', 'Hearts', 'two words', '9-men', '-x', 'x-', 'a--b', '../x', 'a/b'])(
    '%j is refused',
    async (name) => {
      await expect(game(createTree(), { name })).rejects.toThrow(/cannot be a game's name/);
    },
  );

  test.each(['kit', 'catalog', 'tic-tac-toe'])('%s is taken', async (name) => {
    const tree = createTree();
    tree.write(`libs/games/${name}/README.md`, 'here');
    await expect(game(tree, { name })).rejects.toThrow(/already/);
    expect(tree.children(`libs/games/${name}`)).toEqual(['README.md']);
  });
});

/** Every file of a folder by its path, but for what git does not keep. */
function contentOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => !/\/(\.nx|dist|node_modules)\//.test(path));
  return new Map(files.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function exportsIn(text) {
  return text.match(/^export /gm).length;
}
