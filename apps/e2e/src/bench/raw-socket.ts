import { WebSocket } from 'ws';

export interface RawSocketOptions {
  /** With its slash; default: the club's own. */
  readonly namespace?: string;
  /** What it shows when it comes in. */
  readonly auth?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Every message after the opening, its bytes as they came. */
  readonly hear: (data: Buffer) => void;
}

/** A WebSocket that speaks just enough Socket.IO: what is measured is the club, not a client library. */
export class RawSocket {
  private readonly prefix: string;

  private constructor(
    private readonly socket: WebSocket,
    namespace: string,
  ) {
    this.prefix = namespace && `${namespace},`;
  }

  /** Resolves when the club has let it in. */
  static async open(url: string, options: RawSocketOptions): Promise<RawSocket> {
    const { namespace = '', auth, headers, hear } = options;
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      { perMessageDeflate: false, headers },
    );
    const raw = new RawSocket(socket, namespace);
    const entered = `40${raw.prefix}`;
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('The club closed the connection.')));
      socket.on('message', (data: Buffer) => {
        // Engine.IO's opening and pings, then Socket.IO's.
        if (data[0] === 0x30) socket.send(`${entered}${auth ? JSON.stringify(auth) : ''}`);
        else if (data[0] === 0x32) socket.send('3');
        else if (data.toString('utf8', 0, entered.length) === entered) resolve();
        else hear(data);
      });
    });
    return raw;
  }

  /** What an event said, or undefined for any other message. */
  static said(data: Buffer, namespace = ''): [event: string, payload: never] | undefined {
    const prefix = `42${namespace && `${namespace},`}`;
    const text = data.toString();
    if (!text.startsWith(prefix)) return undefined;
    return JSON.parse(text.slice(prefix.length)) as [string, never];
  }

  /** Asks for no answer. */
  emit(event: string, payload: object): void {
    this.socket.send(`42${this.prefix}${JSON.stringify([event, payload])}`);
  }

  /** The answer is heard like any other message. */
  ask(event: string, payload: object): void {
    this.socket.send(`42${this.prefix}0${JSON.stringify([event, payload])}`);
  }

  close(): void {
    this.socket.terminate();
  }
}
