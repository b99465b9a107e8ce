// The very file that stands in front of the club, over two small servers that say who they are.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@trellis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './build.mjs';
import { find, programs } from './workspace/programs.mjs';

const nginx = find(programs.find(({ name }) => name === 'nginx'));

describe.skipIf(!nginx)('nginx in front of two processes', () => {
  let folder, nodes, process, port;
  let said = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trellis-nginx-'));
    // Started by root, nginx works as somebody else.
    chmodSync(folder, 0o755);
    nodes = await Promise.all(['first', 'second'].map(startNode));
    port = await freePort();
    copyFileSync(join(root, 'nginx/trellis.conf'), join(folder, 'trellis.conf'));
    writeFileSync(
      join(folder, 'listen.conf'),
      `listen 127.0.0.1:${port};\naccess_log access.log trellis;\n`,
    );
    writeFileSync(
      join(folder, 'nodes.conf'),
      nodes.map((node) => `server 127.0.0.1:${node.address().port} max_fails=1;\n`).join(''),
    );
    const options = ['-p', folder, '-c', 'trellis.conf', '-e', 'stderr'];
    const checked = spawnSync(nginx, ['-t', ...options], { encoding: 'utf8' });
    expect(checked.stderr).toContain('test is successful');
    process = spawn(nginx, options, { stdio: ['ignore', 'ignore', 'pipe'] });
    process.stderr.on('data', (text) => (said += text));
    await reachable(port);
  });

  afterAll(async () => {
    if (process) {
      process.kill('SIGTERM');
      await once(process, 'exit');
    }
    for (const node of nodes ?? []) {
      node.closeAllConnections();
      node.close();
    }
    if (folder) rmSync(folder, { recursive: true });
  });

  const get = async (path, headers = {}) => JSON.parse((await ask(port, { path, headers })).text);

  test('the people of a table meet in one process, and tables spread over both', async () => {
    const meetingPlaces = new Set();
    for (let table = 0; table < 20; table += 1) {
      const path = `/socket.io/?EIO=4&table=t${table}`;
      const answers = await Promise.all([get(path), get(path), get(path)]);
      expect(new Set(answers.map(({ node }) => node)).size).toBe(1);
      meetingPlaces.add(answers[0].node);
    }
    expect(meetingPlaces).toEqual(new Set(['first', 'second']));
  });

  test('who names no table stays with one process', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/socket.io/?EIO=4')));
    expect(new Set(answers.map(({ node }) => node)).size).toBe(1);
  });

  test('a visitor comes to his table where he asked for it', async () => {
    const { node } = await get('/api/house/play');
    for (let table = 0; table < 10; table += 1)
      expect(await get(`/socket.io/?EIO=4&table=visitor-${table}`)).toMatchObject({ node });
  });

  test('what a visitor claims about himself does not come through', async () => {
    const { headers } = await get('/', {
      'X-Forwarded-For': '203.0.113.7',
      'X-Forwarded-Host': 'evil.example',
      'X-Middleware-Subrequest': 'middleware:middleware',
      Forwarded: 'for=203.0.113.7',
    });
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['host']).toBe(`127.0.0.1:${port}`);
    expect(headers).not.toHaveProperty('x-forwarded-host');
    expect(headers).not.toHaveProperty('forwarded');
    expect(headers).not.toHaveProperty('x-middleware-subrequest');
  });

  test('a WebSocket passes, in both directions', async () => {
    const asked = request({
      ...{ port, host: '127.0.0.1', path: '/socket.io/?table=t1' },
      headers: { Connection: 'Upgrade', Upgrade: 'websocket' },
    });
    asked.end();
    const [answer, socket] = await once(asked, 'upgrade');
    expect(answer.statusCode).toBe(101);
    socket.write('hello');
    const [echoed] = await once(socket, 'data');
    expect(String(echoed)).toBe('hello');
    socket.destroy();
  });

  test('a large body is refused before it reaches the club', async () => {
    const body = 'x'.repeat(65 * 1024);
    expect((await ask(port, { path: '/api', method: 'POST', body })).status).toBe(413);
  });

  test('nobody’s address is written down, not even when something goes wrong', async () => {
    const seen = await get('/seen');
    expect(seen.headers['x-forwarded-for']).toBe('127.0.0.1');
    // The log is written when the answer has gone.
    await expect.poll(() => readFileSync(join(folder, 'access.log'), 'utf8')).toContain('/seen');
    const lines = readFileSync(join(folder, 'access.log'), 'utf8').trim().split('\n');
    expect(lines.some((line) => JSON.parse(line).status === 413)).toBe(true);
    for (const line of lines)
      expect(Object.keys(JSON.parse(line))).toEqual([
        ...['at', 'requestId', 'method', 'path', 'status', 'seconds', 'node'],
      ]);
    expect(said).not.toContain('client');
  });

  test('when a process is gone the other one answers', async () => {
    const paths = Array.from({ length: 10 }, (_, table) => `/socket.io/?table=u${table}`);
    const [first] = nodes;
    first.closeAllConnections();
    first.close();
    await once(first, 'close');
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(new Set(answers.map(({ node }) => node))).toEqual(new Set(['second']));
  });
});

async function startNode(name) {
  const server = createServer((asked, answer) => {
    answer.end(JSON.stringify({ node: name, headers: asked.headers }));
  });
  server.on('upgrade', (_asked, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
    socket.pipe(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

async function ask(port, { path, method = 'GET', headers = {}, body = '' }) {
  const asked = request({ port, host: '127.0.0.1', path, method, headers });
  asked.end(body);
  const [answer] = await once(asked, 'response');
  let text = '';
  for await (const part of answer) text += part;
  return { status: answer.statusCode, text };
}

/** Asks until somebody listens; the test's own time limit ends it. */
async function reachable(port) {
  for (;;) {
    try {
      return await ask(port, { path: '/' });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
