import type { GridFrame, GridToClient, GridWorld } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';
import { publicUrl } from './test-club.js';

type Event = keyof GridToClient;
type Said = { [Name in Event]: [Name, Parameters<GridToClient[Name]>[0]] }[Event];

/** A connection to the grid that keeps all it hears, in order. */
export class GridWalker {
  readonly heard: Said[] = [];
  private readonly waiting = new Set<() => void>();

  /** His own id, as the others hear it. */
  userId = '';

  private constructor(readonly socket: Socket) {
    socket.onAny((event: Event, said: unknown) => {
      this.heard.push([event, said] as Said);
      for (const look of [...this.waiting]) look();
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

  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const give = () => {
        this.waiting.delete(look);
        reject(new Error(`It did not happen. Last: ${JSON.stringify(this.heard.slice(-10))}`));
      };
      const timer = setTimeout(give, 20_000);
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve();
      };
      this.waiting.add(look);
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}
