import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { cardOf, type Player, type Token } from '@trellis/players';
import { MakeToken, type MadeToken, type TokenRow, type TokensAnswer } from '@trellis/wire';
import type { Request } from 'express';
import { Accounts } from '../auth/accounts.js';
import { Sessions } from '../auth/sessions.js';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { RateLimits } from '../http/rate-limits.js';
import { Programs } from './programs.js';
import { TokenBook } from './token-book.js';

/** Personal tokens. Only a person with a session makes and revokes them: a leaked token breeds no others. */
@Controller('api/tokens')
export class TokensController {
  constructor(
    private readonly configuration: Configuration,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly programs: Programs,
    private readonly tokens: TokenBook,
    private readonly rateLimits: RateLimits,
  ) {}

  @Get()
  async all(@Req() request: Request): Promise<TokensAnswer> {
    const owner = await this.owner(request);
    const program = await this.accounts.stored(this.programs.find(owner));
    const rows = this.tokens.of(owner.id).map(rowOf);
    return { tokens: rows, program: program ? cardOf(program) : null };
  }

  @Post()
  @HttpCode(200)
  async make(@Req() request: Request, @Body() body: unknown): Promise<MadeToken> {
    const owner = await this.owner(request);
    const wanted = MakeToken.parse(body);
    const program = await this.accounts.stored(this.programs.make(owner));
    const made = await this.accounts.stored(this.tokens.make(owner.id, program.id, wanted));
    return { row: rowOf(made.token), token: made.secret };
  }

  @Delete(':id')
  async revoke(@Req() request: Request, @Param('id') id: string): Promise<{ ok: true }> {
    const owner = await this.owner(request);
    await this.accounts.stored(this.tokens.revoke(owner.id, id));
    return { ok: true };
  }

  private async owner(request: Request): Promise<Player> {
    const session = this.sessions.read(request.headers.cookie);
    if (!session) throw new Refusal('not-signed-in', 'Sign in first, in a browser.');
    const address = clientAddress(request, this.configuration.trustProxy);
    await this.rateLimits.take('look', { account: session.player, address });
    const owner = await this.accounts.playerOf(session);
    if (!owner) throw new Refusal('not-signed-in', 'Sign in first, in a browser.');
    return owner;
  }
}

function rowOf({ id, name, scopes, createdAt, expiresAt, lastUsed }: Token): TokenRow {
  return { id, name, scopes, createdAt, expiresAt, lastUsed };
}
