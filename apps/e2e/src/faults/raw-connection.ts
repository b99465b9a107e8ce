import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A bare connection to the club, for what no decent client would do. It never throws; it only closes. */
export class RawConnection {
  /** When the other side closed it (ms after it was opened). */
  closedAfter: number | undefined;
  /** The first bytes that came back. */
  answer = '';
  private readonly opened = performance.now();

  private constructor(private readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('close', () => (this.closedAfter = performance.now() - this.opened));
    socket.on('data', (chunk: Buffer) => {
      if (this.answer.length < 200) this.answer += chunk.toString('latin1');
    });
  }

  static open(url: string): RawConnection {
    const { hostname, port } = new URL(url);
    return new RawConnection(connect(Number(port), hostname));
  }

  /** Asks for a WebSocket of Engine.IO, as from this address behind the club's proxy. */
  static openWebSocket(url: string, address: string): RawConnection {
    const connection = RawConnection.open(url);
    connection.write(
      [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${new URL(url).host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `X-Forwarded-For: ${address}`,
        '\r\n',
      ].join('\r\n'),
    );
    return connection;
  }

  get isWebSocket(): boolean {
    return this.answer.startsWith('HTTP/1.1 101');
  }

  write(text: string): void {
    if (this.socket.writable) this.socket.write(text);
  }

  /** A message of a WebSocket, of fewer than 126 bytes; a client's are masked. */
  send(text: string): void {
    const body = Buffer.from(text);
    const mask = randomBytes(4);
    const masked = body.map((byte, index) => byte ^ mask[index % 4]!);
    const head = Buffer.from([0x81, 0x80 | body.length]);
    if (this.socket.writable) this.socket.write(Buffer.concat([head, mask, masked]));
  }

  /** Reads no more: what the club sends stays with the club. */
  stopReading(): void {
    this.socket.pause();
  }

  end(): void {
    this.socket.destroy();
  }
}
