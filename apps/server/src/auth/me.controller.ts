import type { IncomingHttpHeaders } from 'node:http';
import { Body, Controller, Get, Patch, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { Pauses } from '@trellis/justice';
import { cardOf, type Player } from '@trellis/players';
import { ChangeMe, type Me } from '@trellis/wire';
import type { Request } from 'express';
import { Configuration } from '../configuration/configuration.js';
import { Visitors } from '../house/visitors.js';
import { VisitorTables } from '../house/visitor-tables.js';
import { RateLimits } from '../http/rate-limits.js';
import { clientAddress } from '../http/client-address.js';
import { mustReach } from '../tokens/token-book.js';
import { Accounts } from './accounts.js';
import { Bans } from './bans.js';
import { Callers } from './callers.js';
import { SeatedAt } from './ports.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** What a browser asks about its own player; pages are the same for everybody. */
@Controller('api/me')
export class MeController {
  constructor(
    private readonly configuration: Configuration,
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly bans: Bans,
    private readonly pauses: Pauses,
    private readonly callers: Callers,
    private readonly seatedAt: SeatedAt,
    private readonly rateLimits: RateLimits,
    private readonly visitors: Visitors,
    private readonly visitorTables: VisitorTables,
  ) {}

  @Get()
  async me(@Req() request: Request): Promise<Me> {
    const banned = this.banOf(request.headers);
    if (banned) return { ...this.answer(undefined), banned };
    const caller = this.callers.of(request);
    if (caller && 'token' in caller) mustReach(caller.token, 'read');
    const player = await this.accounts.playerOf(caller);
    return this.answer(player, player ? [] : this.asVisitor(request.headers.cookie));
  }

  @Patch()
  async change(@Req() request: Request, @Body() body: unknown): Promise<Me> {
    const session = this.sessions.read(request.headers.cookie);
    if (!session) throw new Refusal('not-signed-in', 'Sign in first.');
    const address = clientAddress(request, this.configuration.trustProxy);
    await this.rateLimits.take('look', { account: session.player, address });
    const { hidesLastName, hidesPresence } = ChangeMe.parse(body);
    let player = await this.accounts.playerOf(session);
    if (hidesLastName !== undefined)
      player = await this.accounts.hideLastName(session, hidesLastName);
    if (hidesPresence !== undefined)
      player = await this.accounts.hidePresence(session, hidesPresence);
    return this.answer(player);
  }

  /** Who is kept out reads here why, and until when. */
  private banOf({ authorization, cookie }: IncomingHttpHeaders): Me['banned'] {
    const session = authorization === undefined ? this.sessions.proven(cookie) : undefined;
    return session && this.bans.of(session.player);
  }

  /** What he may not do for a time, and warnings: every page says so. */
  private pausesOf(player: string): Pick<Me, 'pauses'> {
    const pauses = this.pauses.of(player);
    return pauses.length > 0 ? { pauses } : {};
  }

  /** The games that this browser plays against the house without an account. */
  private asVisitor(cookie: string | undefined): Me['seatedAt'] {
    const visitor = this.visitors.read(cookie);
    return visitor ? this.visitorTables.seatedAt(visitor.id) : [];
  }

  private answer(player: Player | undefined, asVisitor: Me['seatedAt'] = []): Me {
    return {
      player: player
        ? {
            ...cardOf(player),
            firstName: player.firstName,
            lastName: player.lastName,
            hidesLastName: player.hidesLastName,
            hidesPresence: player.hidesPresence,
            ...(this.configuration.editors?.includes(player.id) && { editor: true as const }),
            ...(player.arbiter && { arbiter: true as const }),
          }
        : null,
      seatedAt: player ? this.seatedAt.of(player.id) : asVisitor,
      ...(player && this.pausesOf(player.id)),
      signIn: {
        google: this.signIn.offers('google'),
        oidc: this.signIn.offers('oidc'),
        demo: this.configuration.demoSignIn,
      },
    };
  }
}
