import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { houseGame } from '@trellis/games/catalog/house';
import { Refusal } from '@trellis/games/kit';
import { Tables } from '@trellis/tables';
import { PlayTheHouse, type HouseAnswer } from '@trellis/wire';
import type { Request, Response } from 'express';
import { Sessions } from '../auth/sessions.js';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { RateLimits } from '../http/rate-limits.js';
import { chosenLanguage, preferredLanguage } from '../site/reader-language.js';
import { VisitorTables } from './visitor-tables.js';
import { Visitors } from './visitors.js';
import { playWithTheHouse, runningGame, usualLevel } from './with-the-house.js';

/** "Play with the house": one request, and the game has begun; with an account or without. */
@Controller('api/house')
export class HouseController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Visitors) private readonly visitors: Visitors,
    @Inject(VisitorTables) private readonly visitorTables: VisitorTables,
    @Inject(Tables) private readonly tables: Tables,
    @Inject(RateLimits) private readonly rateLimits: RateLimits,
    @Inject(Configuration) private readonly configuration: Configuration,
  ) {}

  @Post(':game')
  async play(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('game') game: string,
    @Body() body: unknown,
  ): Promise<HouseAnswer> {
    const { level } = PlayTheHouse.parse(body ?? {});
    const { cookie } = request.headers;
    const address = clientAddress(request, this.configuration.trustProxy);
    const session = this.sessions.read(cookie);
    const known = session ? undefined : this.visitors.read(cookie);
    await this.rateLimits.take('hall', { account: session?.player ?? known?.id, address });
    if (session) return { tableId: await this.asPlayer(session.player, game, level) };
    if (known) return { tableId: await this.visitorTables.play(known, game, { level, address }) };
    const language = chosenLanguage(cookie) ?? preferredLanguage(request.get('accept-language'));
    const { visitor, cookie: remember } = this.visitors.open(language);
    const tableId = await this.visitorTables.play(visitor, game, { level, address });
    response.append('Set-Cookie', remember);
    return { tableId };
  }

  private async asPlayer(player: string, game: string, level?: string): Promise<string> {
    const rules = houseGame(game);
    if (!rules) throw new Refusal('no-such-game');
    const running = runningGame(this.tables, player, game);
    return (
      running?.id ??
      (await playWithTheHouse(this.tables, player, rules, level ?? usualLevel(rules)))
    );
  }
}
