import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { freePort } from './free-port.js';

test('ports are given once each, free, and below those from which connections go out', async () => {
  const ports: number[] = [];
  for (let index = 0; index < 50; index++) ports.push(await freePort());
  expect(new Set(ports).size).toBe(50);
  for (const port of ports) {
    expect(port).toBeLessThan(32_768);
    const server = createServer().listen(port);
    await once(server, 'listening');
    server.close();
  }
});

test('two processes are never given the same port, however many they ask for', async () => {
  vi.resetModules();
  const other = await import('./free-port.js');
  expect(other.freePort).not.toBe(freePort);
  const ports = [];
  for (let index = 0; index < 250; index++)
    ports.push(...(await Promise.all([freePort(), other.freePort(), other.freePort()])));
  expect(new Set(ports).size).toBe(3 * 250);
});
