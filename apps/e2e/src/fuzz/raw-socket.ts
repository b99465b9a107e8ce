import { WebSocket } from 'ws';

export type Outcome = { readonly ok: boolean; readonly code?: string; readonly tableId?: string };

/** A client that may write anything at all on the line. */
export class RawSocket {
  closed = false;
  private readonly answers = new Map<number, Outcome>();
  private readonly socket: WebSocket;
  private connected = false;
  private asked = 0;
  private wake: (() => void) | undefined;

  private constructor(url: string, cookie: string | undefined) {
    this.socket = new WebSocket(
      `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      { headers: { origin: url, ...(cookie && { cookie }) } },
    );
    this.socket.on('message', (data) => this.hear(String(data)));
    for (const end of ['close', 'error'] as const)
      this.socket.on(end, () => {
        this.closed = true;
        this.wake?.();
      });
  }

  static async open(url: string, cookie?: string): Promise<RawSocket> {
    const raw = new RawSocket(url, cookie);
    await raw.until(() => raw.connected || raw.closed);
    if (raw.closed) throw new Error('The club let nobody in.');
    return raw;
  }

  /** Sends an event with an acknowledgement; the number under which its answer is found. */
  ask(json: string): number {
    const id = ++this.asked;
    this.write(`42${id}${json}`);
    return id;
  }

  write(frame: string | Buffer): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  answerTo(id: number): Outcome | undefined {
    return this.answers.get(id);
  }

  /** Until all of these are answered or the connection is closed; false when some of them never are. */
  async settled(ids: readonly number[], patience = 10_000): Promise<boolean> {
    const done = () => this.closed || ids.every((id) => this.answers.has(id));
    return this.until(done, patience);
  }

  /** Until everything that was written has been read: a request after it is answered, or the connection is closed. */
  read(): Promise<boolean> {
    return this.settled([this.ask('["hall:leave",{}]')]);
  }

  close(): void {
    this.socket.terminate();
  }

  private hear(text: string): void {
    if (text.startsWith('0')) this.socket.send('40');
    else if (text === '2') this.socket.send('3');
    else if (text.startsWith('40')) this.connected = true;
    else if (text.startsWith('43')) {
      const [, id = '', json = '[]'] = /^43(\d+)([\s\S]*)$/.exec(text) ?? [];
      this.answers.set(Number(id), (JSON.parse(json) as Outcome[])[0]!);
    }
    this.wake?.();
  }

  private until(holds: () => boolean, longest = 10_000): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), longest);
      this.wake = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.wake = undefined;
        resolve(true);
      };
    });
  }
}
