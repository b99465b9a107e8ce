import type { Socket } from 'node:net';
import { Front } from './front.js';

/** `open`: everything passes. `cut`: connections end, new ones at once. `silent`: nothing passes and nobody is told, as when packets are lost. */
type State = 'open' | 'cut' | 'silent';

/** The wire between one process and a server that it uses, in our hands. What was held back passes when it is open again. */
export class TcpWire {
  private readonly links = new Set<Link>();
  private state: State = 'open';
  private front!: Front;

  private constructor() {}

  /** Listens on a port of its own in front of this address; `host`: where. */
  static async before(address: string, host?: string): Promise<TcpWire> {
    const wire = new TcpWire();
    wire.front = await Front.before(address, (near, far) => wire.join(near, far), host);
    return wire;
  }

  /** The address through this wire. */
  get url(): string {
    return this.front.url;
  }

  cut(): void {
    this.state = 'cut';
    for (const link of this.links) link.end();
  }

  silence(): void {
    this.state = 'silent';
    for (const link of this.links) link.hold();
  }

  heal(): void {
    this.state = 'open';
    for (const link of this.links) link.release();
  }

  async close(): Promise<void> {
    for (const link of this.links) link.end();
    await this.front.close();
  }

  private join(near: Socket, far: () => Socket): void {
    if (this.state === 'cut') return void near.destroy();
    const link = new Link(near, far(), () => this.links.delete(link));
    this.links.add(link);
    if (this.state === 'silent') link.hold();
    else link.release();
  }
}

/** One connection through the wire. */
class Link {
  private held = true;
  private broken = false;

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    private readonly gone: () => void,
  ) {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true);
      from.on('data', (chunk: Buffer) => to.write(chunk));
      from.on('error', () => this.breaks());
      from.on('close', () => this.breaks());
    }
  }

  hold(): void {
    this.held = true;
    this.near.pause();
    this.far.pause();
  }

  release(): void {
    this.held = false;
    if (this.broken) return this.end();
    this.near.resume();
    this.far.resume();
  }

  end(): void {
    this.near.destroy();
    this.far.destroy();
    this.gone();
  }

  /** One end is gone. While packets are lost the other one does not learn of it. */
  private breaks(): void {
    this.broken = true;
    if (!this.held) this.end();
  }
}
