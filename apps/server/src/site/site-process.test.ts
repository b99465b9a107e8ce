import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClubMemory, type Fact } from '@trellis/facade';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SiteProcess } from './site-process.js';

/** In place of the site: answers with its process id, and with what it was told. */
const standIn = `
import { createServer } from 'node:http';
const told = [];
process.on('message', ({ kind, facts = [], number }) =>
  told.push([kind, number, ...facts.map(({ table, at }) => table?.version ?? at)].join(' ')));
process.on('disconnect', () => process.exit(0));
const server = createServer((_, response) => response.end(JSON.stringify({ pid: process.pid, told, env: process.env })));
server.listen(0, '127.0.0.1', () => process.send({ kind: 'listening', port: server.address().port }));
`;

let folder: string;
let entry: string;
let site: SiteProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-process-'));
  entry = join(folder, 'entry.mjs');
  writeFileSync(entry, standIn);
  const memory = new ClubMemory(() => 'own');
  site = new SiteProcess({
    snapshot: () => memory.snapshot(),
    env: { PUBLIC_URL: 'http://club.example' },
    log: () => undefined,
    entry,
    firstRetryMs: 10,
  });
});

afterEach(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

interface Said {
  readonly pid: number;
  readonly told: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

async function ask(port = site.port): Promise<Said> {
  const [response] = await once(get({ port, host: '127.0.0.1', agent: false }), 'response');
  let text = '';
  for await (const part of response) text += String(part);
  return JSON.parse(text) as Said;
}

const fact: Fact = { kind: 'player-seen', player: 'ann', online: true, at: 1 };

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const table = (version: number) => ({ kind: 'table-changed', table: { id: 't', version } }) as Fact;

test('it starts with the club as it is and hears every fact, in parcels that are numbered', async () => {
  await site.start();
  site.send(fact);
  site.send(fact);
  await vi.waitFor(async () => expect((await ask()).told).toEqual(['snapshot 0', 'facts 2 1 1']));
  expect(site.factNumber).toBe(2);
});

test('of several states of a table in a parcel the newest is told', async () => {
  await site.start();
  for (const each of [table(3), fact, table(4), table(5)]) site.send(each);
  await vi.waitFor(
    async () => expect((await ask()).told).toEqual(['snapshot 0', 'facts 4 1 5']),
    10_000,
  );
});

test('it gets no secrets', async () => {
  process.env.SESSION_SECRET = 'secret';
  await site.start();
  delete process.env.SESSION_SECRET;
  const { env } = await ask();
  expect(env).toMatchObject({ PUBLIC_URL: 'http://club.example', NODE_ENV: 'production' });
  expect(env).not.toHaveProperty('SESSION_SECRET');
});

test('it is started again when it dies, with the club as it is then', async () => {
  await site.start();
  site.send(fact);
  const { pid } = await ask();
  process.kill(pid, 'SIGKILL');
  const next = await vi.waitFor(async () => {
    const said = await ask();
    expect(said.pid).not.toBe(pid);
    return said;
  }, 10_000);
  expect(next.told).toEqual(['snapshot 1']);
});

test('it ends when it is stopped, and is not started again', async () => {
  await site.start();
  const { pid } = await ask();
  await site.stop();
  expect(isAlive(pid)).toBe(false);
  expect(site.port).toBeUndefined();
});

test('it ends when its parent is killed', async () => {
  const parentFile = join(folder, 'parent.mjs');
  writeFileSync(
    parentFile,
    `import { fork } from 'node:child_process';
     const child = fork(${JSON.stringify(entry)});
     child.on('message', ({ port }) => process.send({ port }));`,
  );
  const parent: ChildProcess = fork(parentFile, { execArgv: [] });
  const [{ port }] = (await once(parent, 'message')) as [{ port: number }];
  const { pid } = await ask(port);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});
