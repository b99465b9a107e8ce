import { once } from 'node:events';
import { createServer } from 'node:net';

/** Rejects with `EADDRINUSE` when somebody listens there: known before the database is opened and tables are woken. */
export async function mustBeFree(port: number): Promise<void> {
  const server = createServer();
  server.listen(port);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
