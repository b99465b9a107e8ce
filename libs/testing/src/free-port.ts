import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

// Below the ports from which connections go out (32768 and above on Linux): otherwise a stranger's connection could take
// the port between this answer and its use, or while a killed process is away.
const lowest = 20_000;
const highest = 32_000;
const sliceSize = 200;
const slices = (highest - lowest) / sliceSize;

/** What is left of the slice that is ours. */
let slice: Promise<number[]> | undefined;

/** A port that nobody listens on at this moment, and that neither this process nor another one that runs tests was given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const mine = (slice ??= takeSlice());
    const port = (await mine).pop();
    if (port !== undefined && (await isFree(port))) return port;
    if (port === undefined && slice === mine) slice = undefined;
  }
}

/**
 * Ports of which no other process gives any away, so that each is still free when it is used, however many run at once.
 * Whose they are says a listener on the first one, until this process ends.
 */
async function takeSlice(): Promise<number[]> {
  for (;;) {
    const first = lowest + sliceSize * Math.floor(Math.random() * slices);
    const sign = await listening('127.0.0.1', first);
    sign?.unref();
    if (sign) return Array.from({ length: sliceSize - 1 }, (_, index) => first + 1 + index);
  }
}

/** On every address: a listener on the loopback alone would be overlooked by one that asks only for `::`, and the reverse. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) {
    const server = await listening(host, port);
    if (!server) return false;
    server.close();
    await once(server, 'close');
  }
  return true;
}

/** Undefined where somebody listens already. */
async function listening(host: string, port: number): Promise<Server | undefined> {
  const server = createServer().listen(port, host);
  return once(server, 'listening').then(
    () => server,
    () => undefined,
  );
}
