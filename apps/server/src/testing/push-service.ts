import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
  type ECDH,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Pushed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Plays a push service: takes what is sent to it, and answers as it is told. */
export class PushService {
  readonly pushed: Pushed[] = [];
  /** What it answers from now on. */
  status = 201;
  /** It takes what comes, and never answers. */
  silent = false;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url = '', headers } = request;
        this.pushed.push({ path: url, headers, body: Buffer.concat(chunks) });
        if (!this.silent) response.writeHead(this.status).end();
      });
    });
  }

  static async start(): Promise<PushService> {
    const service = new PushService();
    service.server.listen(0, '127.0.0.1');
    await once(service.server, 'listening');
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** A browser that has subscribed: it alone can read what is sent to it (RFC 8291). */
export class PushedBrowser {
  private readonly pair: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  private readonly path = `/device/${randomBytes(8).toString('hex')}`;

  constructor(private readonly service: Pick<PushService, 'url' | 'pushed'>) {
    this.pair.generateKeys();
  }

  get subscription() {
    return {
      endpoint: this.service.url + this.path,
      keys: {
        p256dh: this.pair.getPublicKey().toString('base64url'),
        auth: this.auth.toString('base64url'),
      },
    };
  }

  /** What has reached it, decrypted; throws when anything is not for this browser, or not whole. */
  get notices(): Record<string, unknown>[] {
    return this.mine.map(({ body }) => JSON.parse(this.decrypted(body)) as Record<string, unknown>);
  }

  get mine(): Pushed[] {
    return this.service.pushed.filter(({ path }) => path === this.path);
  }

  /** RFC 8188, one record: salt, size of records, key of the sender, then what is sealed. */
  private decrypted(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const idLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const info = Buffer.concat([
      ...[Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), sender],
    ]);
    const secret = derive(this.pair.computeSecret(sender), this.auth, info, 32);
    const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString();
  }
}

/** What the club says of itself (VAPID, RFC 8292), if it is signed with this key. */
export function vapidClaims(headers: IncomingHttpHeaders, publicKey: string) {
  const { t = '', k } = Object.fromEntries(
    (headers.authorization ?? '')
      .replace(/^vapid /, '')
      .split(',')
      .map((part) => part.trim().split('=') as [string, string]),
  );
  const [head = '', claims = '', signature = ''] = t.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      ...{ kty: 'EC', crv: 'P-256' },
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!signed || k !== publicKey) throw new Error('It is not signed with this key.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
}

function derive(key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}
