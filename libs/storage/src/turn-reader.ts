/** What a client of Postgres sends, cut into turns. */
export type Turn =
  /** The first message of a connection; it has no type. */
  | { readonly kind: 'startup'; readonly bytes: Buffer }
  /** "May we encrypt?" */
  | { readonly kind: 'encryption' }
  /** "Stop what I asked on that other connection." */
  | { readonly kind: 'cancel' }
  /** Everything up to a message after which the client waits: a query, or the Sync of a prepared one. */
  | { readonly kind: 'messages'; readonly bytes: Buffer }
  | { readonly kind: 'goodbye' };

const encryptionRequests = new Set([80877103, 80877104]);
const cancelRequest = 80877102;
const endOfTurn = new Set(['S', 'Q'].map((letter) => letter.charCodeAt(0)));
const terminate = 'X'.charCodeAt(0);

/**
 * Cuts the byte stream of one connection into turns. A prepared query is several messages (Parse,
 * Bind, Execute, Sync), which may arrive in pieces; the database must get them in one go.
 */
export class TurnReader {
  private pending: Buffer[] = [];
  private pendingLength = 0;
  /** How far the pending bytes have been cut into messages. */
  private scanned = 0;
  /** How many bytes the next message needs: joining a long one for each of its chunks would copy it again and again. */
  private needed = 0;
  private phase: 'opening' | 'open' | 'over' = 'opening';

  push(chunk: Buffer): Turn[] {
    this.pending.push(chunk);
    this.pendingLength += chunk.length;
    const turns: Turn[] = [];
    for (let turn = this.next(); turn; turn = this.next()) turns.push(turn);
    return turns;
  }

  private next(): Turn | undefined {
    switch (this.phase) {
      case 'opening':
        return this.nextOpening();
      case 'open':
        return this.nextMessages();
      case 'over':
        return undefined;
    }
  }

  private nextOpening(): Turn | undefined {
    if (this.pendingLength < 8) return undefined;
    const bytes = this.joined();
    const length = bytes.readInt32BE(0);
    if (bytes.length < length) return undefined;
    const code = bytes.readInt32BE(4);
    const message = this.take(length);
    if (encryptionRequests.has(code)) return { kind: 'encryption' };
    this.phase = code === cancelRequest ? 'over' : 'open';
    if (code === cancelRequest) return { kind: 'cancel' };
    return { kind: 'startup', bytes: message };
  }

  private nextMessages(): Turn | undefined {
    while (this.pendingLength >= Math.max(this.needed, this.scanned + 5)) {
      const bytes = this.joined();
      const type = bytes.readUInt8(this.scanned);
      const end = this.scanned + 1 + bytes.readInt32BE(this.scanned + 1);
      if (type === terminate) {
        this.phase = 'over';
        return { kind: 'goodbye' };
      }
      this.needed = end;
      if (this.pendingLength < end) return undefined;
      this.scanned = end;
      if (endOfTurn.has(type)) return { kind: 'messages', bytes: this.take(end) };
    }
    return undefined;
  }

  private joined(): Buffer {
    if (this.pending.length !== 1) this.pending = [Buffer.concat(this.pending)];
    return this.pending[0] ?? Buffer.alloc(0);
  }

  private take(length: number): Buffer {
    const bytes = this.joined();
    this.pending = [bytes.subarray(length)];
    this.pendingLength -= length;
    this.scanned = 0;
    this.needed = 0;
    return bytes.subarray(0, length);
  }
}
