import type { IncomingMessage } from 'node:http';
import type { ClubServer } from './club-socket.js';

/** What may wait for one client: some hundred views of a table, far more than a slow network makes anybody miss. */
export const mostUnsentBytes = 1024 * 1024;

/** The part of Engine.IO's connection that tells what it holds back; its own types hide the queue and the WebSocket. */
export interface Connection {
  readonly request: IncomingMessage;
  /** What waits for the transport. */
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  /** Of a WebSocket, what was given to it and not yet to the network. */
  readonly transport: {
    readonly socket?: { readonly bufferedAmount: number; terminate(): void };
  };
  close(discard: boolean): void;
}

export function connectionsOf(io: ClubServer | undefined): readonly Connection[] {
  const engine = io?.engine as unknown as { clients: Readonly<Record<string, Connection>> };
  return io ? Object.values(engine.clients) : [];
}

/** In bytes, near enough: characters that take two are rare in frames. */
export function unsentBytes({ writeBuffer, transport }: Connection): number {
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer)
    if (typeof data === 'string' || data instanceof Uint8Array) bytes += data.length;
  return bytes;
}

/** At once: a farewell would wait in the same queue. */
export function drop(connection: Connection): void {
  connection.transport.socket?.terminate();
  connection.close(true);
}
