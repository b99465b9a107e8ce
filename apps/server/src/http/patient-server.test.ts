import type { Server } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { mostStreamsOfAddress, PatientServer } from './patient-server.js';

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** So many connections more, from this address; how many of them were let in. */
function letIn(server: Server, count: number, address: string): number {
  const sockets = Array.from({ length: count }, () =>
    Object.defineProperty(new Socket(), 'remoteAddress', { value: address }),
  );
  for (const socket of sockets) server.emit('connection', socket);
  open.push(...sockets);
  return sockets.filter(({ destroyed }) => !destroyed).length;
}

function serverOf(behindProxies: boolean): Server {
  const adapter = new PatientServer(undefined, behindProxies);
  adapter.initHttpServer();
  return adapter.getHttpServer() as Server;
}

test('one address has so many connections, this machine as many as it wants', () => {
  const server = serverOf(false);
  expect(letIn(server, mostStreamsOfAddress + 5, '203.0.113.7')).toBe(mostStreamsOfAddress);
  expect(letIn(server, 5, '203.0.113.8')).toBe(5);
  expect(letIn(server, mostStreamsOfAddress + 5, '127.0.0.1')).toBe(mostStreamsOfAddress + 5);
});

test('a proxy on another machine carries everybody, and so has no such limit', () => {
  expect(letIn(serverOf(true), mostStreamsOfAddress + 5, '172.18.0.2')).toBe(
    mostStreamsOfAddress + 5,
  );
});
