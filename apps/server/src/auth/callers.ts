import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import type { Scope } from '@trellis/players';
import { mustReach, type KnownToken, type TokenBook } from '../tokens/token-book.js';
import type { Bans } from './bans.js';
import type { Session, Sessions } from './sessions.js';

/** Who makes a request: a person by his cookie, or a program by its token. */
export type Caller =
  | { readonly player: PlayerId; readonly session: Session }
  | { readonly player: PlayerId; readonly token: KnownToken };

interface Asking {
  readonly headers: IncomingHttpHeaders;
}

/** Who asks over HTTP. */
export class Callers {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: TokenBook,
    private readonly bans: Pick<Bans, 'of' | 'mustBeIn'>,
  ) {}

  /**
   * Undefined for a visitor. Who shows a token is taken by it alone: refuses one that is not good. Refuses (`banned`) whom the
   * club keeps out.
   */
  of({ headers }: Asking): Caller | undefined {
    const { authorization } = headers;
    if (authorization !== undefined)
      return this.ofSecret(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
    const session = this.sessions.read(headers.cookie);
    return session && { player: session.player, session };
  }

  /** The same for what only players may: refuses visitors, and tokens without the scope. */
  must(request: Asking, scope: Scope): Caller {
    const caller = this.of(request);
    if (!caller) throw new Refusal('not-signed-in', 'Sign in first.');
    if ('token' in caller) mustReach(caller.token, scope);
    return caller;
  }

  /** The program whose token this is; refuses one that is not good. */
  ofSecret(secret: string): Caller {
    const token = this.tokens.read(secret);
    if (!token) throw new Refusal('bad-token', 'This token is not good: unknown, revoked or old.');
    this.bans.mustBeIn(token.owner);
    return { player: token.program, token };
  }

  /** Whether what was shown when a connection was made is still good. */
  stillHold({ session, token }: { session?: Session; token?: KnownToken }): boolean {
    const person = session?.player ?? token?.owner;
    if (person !== undefined && this.bans.of(person)) return false;
    if (session && !this.sessions.holds(session)) return false;
    return !token || this.tokens.holds(token);
  }
}
