import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './folder-lock.js';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'trellis-lock-'));
  folder = join(parent, 'postgres');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('names the process and lets go', () => {
  const unlock = lockFolder(folder);
  expect(readFileSync(`${folder}.lock`, 'utf8')).toBe(`${process.pid}\n`);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  unlock();
  expect(existsSync(`${folder}.lock`)).toBe(false);
  lockFolder(folder)();
});

test('a living holder is named, a dead one is followed', async () => {
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(`${folder}.lock`, `${holder.pid}\n`);
  expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockFolder(folder)();
});

test('a lock whose writer died before he wrote is taken over', () => {
  writeFileSync(`${folder}.lock`, '');
  lockFolder(folder)();
});

test('in a container the dead holder may have had our own number', () => {
  writeFileSync(`${folder}.lock`, `${process.pid}\n`);
  lockFolder(folder)();
});
