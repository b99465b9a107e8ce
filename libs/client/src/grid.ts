import { io, type Socket } from 'socket.io-client';
import type { GridSaid, GridSent } from './contract.js';

export interface GridOptions {
  /** A personal token; without it one walks as a visitor. */
  readonly token?: string;
  /** 2: the world whole, then a frame every 50 ms. Else plain events. */
  readonly protocol?: 2;
}

export interface Grid {
  say<Event extends keyof GridSent>(event: Event, body: GridSent[Event]): void;
  /** Returns how to stop. */
  on<Event extends keyof GridSaid>(
    event: Event,
    listener: (said: GridSaid[Event]) => void,
  ): () => void;
  close(): void;
}

/** Walks the grid: listen first, then it connects. It comes back by itself, as another walker. */
export function connectGrid(url: string, options: GridOptions = {}): Grid {
  const socket: Socket = io(`${url}/grid-game`, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    auth: { ...options },
  });
  return {
    say: (event, body) => void socket.emit(event, body),
    on: (event, listener) => {
      const heard = listener as (...said: unknown[]) => void;
      socket.on(event as string, heard);
      return () => socket.off(event as string, heard);
    },
    close: () => void socket.disconnect(),
  };
}
