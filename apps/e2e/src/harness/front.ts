import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Told of each client, and of the connection to the server that it wants; nothing passes by itself. */
export type Join = (near: Socket, far: () => Socket) => void;

/** Stands in front of a server: clients that are given its address come to us. */
export class Front {
  private readonly server: Server;

  private constructor(
    private readonly target: URL,
    join: Join,
  ) {
    const far = () => connect(Number(target.port), target.hostname);
    this.server = createServer({ pauseOnConnect: true }, (near) => join(near, far));
  }

  /** Listens on a port of its own, at this address of the machine. */
  static async before(address: string, join: Join, host = '127.0.0.1'): Promise<Front> {
    const front = new Front(new URL(address), join);
    await new Promise<void>((resolve) => front.server.listen(0, host, resolve));
    return front;
  }

  /** The server's address through here. */
  get url(): string {
    const url = new URL(this.target);
    const { address, port } = this.server.address() as AddressInfo;
    url.host = `${address}:${port}`;
    return url.href;
  }

  /** Resolves when the last connection has ended. */
  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}
