import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { PersonalData, type Player } from '@trellis/players';
import { DeleteMe } from '@trellis/wire';
import type { Request, Response } from 'express';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { RateLimits, type LimitKind } from '../http/rate-limits.js';
import { Accounts } from './accounts.js';
import { Decisions } from './decisions.js';
import { personalFile } from './personal-file.js';
import { SeatedAt } from './ports.js';
import { Sessions } from './sessions.js';

/**
 * A person’s rights over what the club keeps of him: to have it, and to have it deleted. In a browser only: a token that leaked
 * does neither. Who is banned has these rights too.
 */
@Controller('api/me')
export class PrivacyController {
  constructor(
    private readonly configuration: Configuration,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly personalData: PersonalData,
    private readonly decisions: Decisions,
    private readonly seatedAt: SeatedAt,
    private readonly rateLimits: RateLimits,
  ) {}

  @Get('export')
  async export(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { id } = await this.person(request, 'export');
    const pieces = personalFile({
      person: id,
      madeAt: new Date(),
      explained: `${this.configuration.publicUrl}/privacy`,
      seatedAt: this.seatedAt.of(id),
      parts: this.personalData.of(id),
    });
    // While nothing is sent it can still be said that the storage is away.
    const first = await this.accounts.stored(pieces.next());
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="trellis-my-data.json"',
    });
    if (request.method === 'HEAD') return void response.end();
    await pipeline(Readable.from(from(first, pieces)), response).catch((error: unknown) => {
      if (!isAbandoned(error)) throw error;
    });
  }

  @Post('deletion')
  @HttpCode(200)
  async delete(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Body() body: unknown,
  ): Promise<{ ok: true }> {
    const person = await this.person(request, 'write');
    const { name } = DeleteMe.parse(body);
    if (plain(name) !== plain(`${person.firstName} ${person.lastName}`))
      throw new Refusal('other-name', 'That is not the name of this account.');
    await this.accounts.stored(this.decisions.delete(person.id));
    response.append('Set-Cookie', this.sessions.forget());
    return { ok: true };
  }

  private async person(request: Request, kind: LimitKind): Promise<Player> {
    const session = this.sessions.proven(request.headers.cookie);
    if (!session) throw new Refusal('not-signed-in', 'Sign in first, in a browser.');
    const address = clientAddress(request, this.configuration.trustProxy);
    await this.rateLimits.take(kind, { account: session.player, address });
    const person = await this.accounts.playerOf(session);
    if (!person) throw new Refusal('not-signed-in', 'Sign in first, in a browser.');
    return person;
  }
}

/** Typed by hand: neither spaces nor capitals make it another name. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Whoever asked did not wait for the end. */
function isAbandoned(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(code);
}

async function* from<T>(first: IteratorResult<T>, rest: AsyncIterable<T>): AsyncIterable<T> {
  if (!first.done) yield first.value;
  yield* rest;
}
