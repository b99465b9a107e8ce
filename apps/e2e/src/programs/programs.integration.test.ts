import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';

const python = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].find(
  (path) => path && spawnSync(path, ['-c', 'import socketio, aiohttp, websocket']).status === 0,
);
if (!python && process.env['REQUIRE_ALL'] === '1')
  throw new Error(
    'Python lacks modules: apt-get install python3-socketio python3-aiohttp python3-websocket',
  );

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const bots = `${root}examples/typescript/dist`;
const strangers = `${root}examples/python`;

let club: ClubProcess;
beforeAll(async () => {
  club = await ClubProcess.start({
    env: { TRELLIS_STORAGE: 'memory', DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' },
  });
});
afterAll(() => club.remove());

/** A token of somebody new. */
async function aToken(name: string): Promise<string> {
  const { cookie } = await demoSignIn(club.url, name);
  const answer = await fetch(`${club.url}/api/tokens`, {
    method: 'POST',
    headers: { cookie, origin: club.url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test', scopes: ['play'], days: 1 }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** What a program printed, when it has ended well. */
function runs(program: string, args: readonly string[], token = ''): Promise<string> {
  const child = spawn(program, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TRELLIS_TOKEN: token },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}

test('two tic-tac-toe bots of the client meet and play to a draw', async () => {
  const tokens = [await aToken('Ann Archer'), await aToken('Bob Baker')];
  const said = await Promise.all(
    tokens.map((token) =>
      runs(process.execPath, [`${bots}/tic-tac-toe-bot.js`, club.url, '1'], token),
    ),
  );
  // Both know how not to lose.
  expect(said).toEqual(['Game 1: place 1 of 2\n', 'Game 1: place 1 of 2\n']);
});

test('three Preferans bots play a pool of four to its end', async () => {
  const host = await ClubClient.connect(club.url, 'Hanna Host');
  const { tableId } = await host.must('table:set', { game: 'preferans' });
  await host.look(tableId);
  await host.must('table:conventions', { tableId, conventions: { poolTarget: 4 } });
  const bot = async (name: string) =>
    runs(process.execPath, [`${bots}/preferans-bot.js`, club.url, tableId], await aToken(name));
  const first = bot('Uma One');
  // A table at which nobody sits is free again.
  await host.until(tableId, ({ seats }) => seats.filter(({ player }) => player).length === 2);
  await host.must('table:stand', { tableId });
  host.close();
  for (const said of await Promise.all([first, bot('Tea Two'), bot('Tia Three')]))
    expect(said).toMatch(/^Place [123], -?\d+(\.\d+)? whists\.\n$/);
});

// Without the modules these are skipped, and the runner's summary says so.
describe.skipIf(!python)('strangers in Python', () => {
  test('a bot plays tic-tac-toe with a token against a bot of the client', async () => {
    const [token, other] = [await aToken('Pia Python'), await aToken('Noa Node')];
    const said = await Promise.all([
      runs(python!, [`${strangers}/tic_tac_toe_bot.py`, club.url], token),
      runs(process.execPath, [`${bots}/tic-tac-toe-bot.js`, club.url, '1'], other),
    ]);
    expect(said).toEqual(['Place 1 of 2\n', 'Game 1: place 1 of 2\n']);
  });

  test('a walker walks the grid by plain events', async () => {
    const said = await runs(python!, [`${strangers}/grid_walker.py`, club.url, '15']);
    const [, symbol, way] =
      /^I am ([A-Z]) on a board of \[20, 10\]\n1 here; my way: (.*)\n$/.exec(said) ?? [];
    expect(symbol).toMatch(/[BCDFGHJKLMNPQRSTVWXYZ]/);
    const cells = JSON.parse(way!) as [number, number][];
    expect(cells).toHaveLength(16);
    for (const [i, [x, y]] of cells.slice(1).entries()) {
      const [fromX, fromY] = cells[i]!;
      expect(Math.abs(x - fromX) + Math.abs(y - fromY)).toBeLessThanOrEqual(1);
    }
  });
});
