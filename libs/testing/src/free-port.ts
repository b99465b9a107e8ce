import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports from which connections go out (32768 and above on Linux): otherwise a stranger's connection could take
// the port between this answer and its use, or while a killed process is away.
const lowest = 20_000;
const highest = 32_000;

const given = new Set<number>();

/** A port that nobody listens on at this moment, and that this process was not given before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** On every address: a listener on the loopback alone would be overlooked by one that asks only for `::`, and the reverse. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['::', '0.0.0.0', '127.0.0.1']) if (!(await listens(host, port))) return false;
  return true;
}

async function listens(host: string, port: number): Promise<boolean> {
  const server = createServer().listen(port, host);
  const listening = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (listening) {
    server.close();
    await once(server, 'close');
  }
  return listening;
}
