import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './command.mjs';
import { find } from './programs.mjs';

test('gives back the code and everything that was said', async () => {
  const program = "console.log('out'); console.error('err'); process.exit(3)";
  const { code, output } = await run([process.execPath, '-e', program]);
  expect(code).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

test('a program that is not there has failed', async () => {
  expect((await run(['no-such-program-anywhere'])).code).toBe(127);
});

test('a signal ends whatever runs, grandchildren included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-command-'));
  const server = createServer().listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    // The grandchild holds a connection for as long as it lives.
    const grandchild = `require('net').connect(${server.address().port}, '127.0.0.1')`;
    const child = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}])`;
    const module = new URL('./command.mjs', import.meta.url).href;
    writeFileSync(
      join(folder, 'parent.mjs'),
      `import { endOnSignals, run } from ${JSON.stringify(module)};
       endOnSignals();
       await run([process.execPath, '-e', ${JSON.stringify(child)}]);`,
    );
    const parent = spawn(process.execPath, [join(folder, 'parent.mjs')]);
    const [connection] = await once(server, 'connection');
    const grandchildEnded = new Promise((resolve) => {
      connection
        .on('error', () => {})
        .on('close', resolve)
        .resume();
    });
    parent.kill('SIGTERM');
    const [code] = await once(parent, 'exit');
    expect(code).toBe(143);
    await grandchildEnded;
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('finds a program on the path, where it usually is, or where the person says', () => {
  const node = { variable: 'SOME_NODE', names: ['node'] };
  expect(find(node, { PATH: `/nowhere:${join(process.execPath, '..')}` })).toBe(process.execPath);
  expect(find({ ...node, folders: [join(process.execPath, '..')] }, {})).toBe(process.execPath);
  expect(find(node, { SOME_NODE: process.execPath })).toBe(process.execPath);
  expect(find(node, { SOME_NODE: '/nowhere/node', PATH: process.env.PATH })).toBeUndefined();
});
