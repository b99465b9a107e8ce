import type { GridFrame, GridToClient, GridWorld } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';
import { publicUrl } from './test-club.js';
import { Waiting } from './waiting.js';

type Event = keyof GridToClient;
type Said = { [Name in Event]: [Name, Parameters<GridToClient[Name]>[0]] }[Event];

/** A connection to the grid that keeps all it hears, in order. */
export class GridWalker {
  readonly heard: Said[] = [];
  private readonly waiting = new Waiting();

  /** His own id, as the others hear it. */
  userId = '';

  private constructor(readonly socket: Socket) {
    socket.onAny((event: Event, said: unknown) => {
      this.heard.push([event, said] as Said);
      this.waiting.wake();
    });
  }

  static async connect(
    url: string,
    { auth, headers = {} }: { auth?: object; headers?: Record<string, string> } = {},
  ): Promise<GridWalker> {
    const socket = io(`${url}/grid-game`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth,
      extraHeaders: { origin: publicUrl, ...headers },
    });
    const walker = new GridWalker(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    walker.userId = socket.id!;
    return walker;
  }

  says(event: 'movement' | 'join' | 'leave', body?: unknown): void {
    this.socket.emit(event, body);
  }

  /** What was said by one event, oldest first. */
  all<Name extends Event>(event: Name): Parameters<GridToClient[Name]>[0][] {
    return this.heard.flatMap(([name, said]) => (name === event ? [said as never] : []));
  }

  world(): GridWorld | undefined {
    return this.all('grid:world').at(-1);
  }

  frames(): GridFrame[] {
    return this.all('grid:frame');
  }

  /** The positions of one walker, as told by plain events. */
  positions(userId: string): unknown[] {
    return this.all('user_position').flatMap((each) =>
      each.userId === userId ? ['pos' in each ? each.pos : 'gone'] : [],
    );
  }

  until(holds: () => boolean): Promise<void> {
    return this.waiting.until(holds, () => `Last: ${JSON.stringify(this.heard.slice(-10))}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}
