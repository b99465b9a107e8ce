import { io } from 'socket.io-client';
import { demoSignIn } from '../harness/club-client.js';
import { pause } from './crowd.js';
import { RawConnection } from './raw-connection.js';

/** What an attack came to. */
export interface Damage {
  readonly opened: number;
  /** How many of them the club closed or refused by itself. */
  readonly closed: number;
}

export interface AttackOptions {
  readonly url: string;
  readonly size: number;
  readonly seconds: number;
  /** For those who watch. */
  readonly tables: readonly string[];
}

/** Each lasts so many seconds and then lets go of everything. */
export const attacks = {
  /** Requests whose head never ends, a byte at a time. */
  'slow heads': ({ url, size, seconds }) =>
    dripping(url, size, seconds, 'GET /api/health/live HTTP/1.1\r\nHost: club\r\nX-Drip: '),
  /** Requests whose body never ends. */
  'slow bodies': ({ url, size, seconds }) =>
    dripping(
      url,
      size,
      seconds,
      [
        `POST /auth/demo HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${url}`,
        'Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"name":"',
      ].join('\r\n'),
    ),
  /** Connections from many addresses; every second one never says who it is. */
  'connection flood': ({ url, size, seconds }) =>
    flood(url, size, seconds, (index) => `198.51.${Math.floor(index / 50) % 250}.7`),
  /** The same from one address. */
  'flood from one address': ({ url, size, seconds }) =>
    flood(url, size, seconds, () => '203.0.113.9'),
  /** One client who asks 5,000 times a second, and comes back when he is closed. */
  'event flood': ({ url, seconds }) => askTooMuch(url, seconds),
  /** Visitors who look at busy tables and read nothing. */
  'slow readers': ({ url, size, seconds, tables }) => readNothing(url, size, seconds, tables),
} satisfies Record<string, (options: AttackOptions) => Promise<Damage>>;

export type Attack = keyof typeof attacks;

async function dripping(url: string, size: number, seconds: number, head: string): Promise<Damage> {
  const all = Array.from({ length: size }, () => RawConnection.open(url));
  for (const each of all) each.write(head);
  for (let second = 0; second < seconds; second++) {
    await pause(1000);
    for (const each of all) if (each.closedAfter === undefined) each.write('x');
  }
  return letGo(all);
}

async function flood(
  url: string,
  size: number,
  seconds: number,
  addressOf: (index: number) => string,
): Promise<Damage> {
  const all: RawConnection[] = [];
  const end = Date.now() + seconds * 1000;
  for (let index = 0; index < size; index++) {
    all.push(RawConnection.openWebSocket(url, addressOf(index)));
    if (index % 50 === 49) await pause(20);
  }
  await pause(500);
  for (const [index, each] of all.entries()) if (index % 2 === 0) each.send('40');
  while (Date.now() < end) await pause(100);
  return letGo(all);
}

async function askTooMuch(url: string, seconds: number): Promise<Damage> {
  const { cookie } = await demoSignIn(url, 'Gus Flood');
  let [opened, closed] = [0, 0];
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { origin: url, cookie, 'x-forwarded-for': '203.0.113.10' },
  });
  socket.on('connect', () => opened++);
  socket.on('disconnect', () => closed++);
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (socket.connected)
      for (let i = 0; i < 50; i++)
        socket.emit('hall:enter', { game: 'tic-tac-toe' }, () => undefined);
    else if (!socket.active) socket.connect();
    await pause(10);
  }
  socket.disconnect();
  return { opened, closed };
}

async function readNothing(
  url: string,
  size: number,
  seconds: number,
  tables: readonly string[],
): Promise<Damage> {
  const all = Array.from({ length: size }, (_, index) =>
    RawConnection.openWebSocket(url, `198.51.200.${index % 250}`),
  );
  await pause(1000);
  for (const each of all) each.send('40');
  await pause(1000);
  for (const [index, each] of all.entries()) {
    for (const [id, tableId] of tables.entries())
      each.send(`42${id}["table:look",{"tableId":"${tableId}"}]`);
    if (index % 2 === 0) each.stopReading();
  }
  await pause((seconds - 2) * 1000);
  return letGo(all);
}

function letGo(all: readonly RawConnection[]): Damage {
  const closed = all.filter(({ closedAfter }) => closedAfter !== undefined).length;
  for (const each of all) each.end();
  return { opened: all.length, closed };
}
