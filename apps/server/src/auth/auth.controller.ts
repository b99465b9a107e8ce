import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { cardOf } from '@trellis/players';
import { DemoSignIn } from '@trellis/wire';
import type { Request, Response } from 'express';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { Log } from '../http/log.js';
import { RateLimits } from '../http/rate-limits.js';
import { Accounts } from './accounts.js';
import { Bans } from './bans.js';
import { demoIdentity } from './names.js';
import { mediaType, ownOrigins } from './origin.js';
import { localPath, returnFrom } from './return-to.js';
import { Sessions } from './sessions.js';
import { SignIn, SignInFailure } from './sign-in.js';

/**
 * Signing in and out. Browsers are sent on (to the provider, back to where they came from, or to `/sign-in?error=…`);
 * programs send JSON and get JSON.
 */
@Controller('auth')
export class AuthController {
  private readonly origins: ReadonlySet<string>;

  constructor(
    private readonly configuration: Configuration,
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly bans: Bans,
    private readonly rateLimits: RateLimits,
    private readonly log: Log,
  ) {
    this.origins = ownOrigins(configuration);
  }

  /** "Sign in", on whichever page. */
  @Get()
  enter(@Req() request: Request, @Res() response: Response): void {
    const returnTo = returnFrom(request.headers.referer, this.origins);
    response.redirect(
      303,
      `/sign-in${returnTo === '/' ? '' : `?${new URLSearchParams({ returnTo })}`}`,
    );
  }

  @Post('demo')
  @HttpCode(200)
  async demo(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.configuration.demoSignIn)
      throw new Refusal('not-found', 'Demo sign-in is off in this club.');
    if (isForm(request)) {
      await this.demoByForm(request, response);
      return;
    }
    await this.sparing(request);
    const { name } = DemoSignIn.parse(request.body);
    const { player, cookie } = await this.accounts.enter(
      demoIdentity(name),
      request.headers.cookie,
    );
    response.append('Set-Cookie', cookie);
    // With the cookie he reads why.
    this.bans.mustBeIn(player.id);
    response.json({ ok: true, player: cardOf(player) });
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.append('Set-Cookie', this.sessions.forget());
    await this.accounts.leave(this.sessions.proven(request.headers.cookie));
    done(request, response);
  }

  @Post('sign-out-everywhere')
  @HttpCode(200)
  async signOutEverywhere(@Req() request: Request, @Res() response: Response): Promise<void> {
    const session = this.sessions.proven(request.headers.cookie);
    if (!session) throw new Refusal('not-signed-in', 'Sign in first.');
    response.append('Set-Cookie', this.sessions.forget());
    await this.accounts.leaveEverywhere(session);
    done(request, response);
  }

  @Get(':provider')
  async begin(
    @Param('provider') provider: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.mustOffer(provider);
    await this.sendOn(response, async () => {
      await this.sparing(request);
      const wanted = request.query['returnTo'] ?? returnFrom(request.headers.referer, this.origins);
      const { location, cookie } = await this.signIn.begin(provider, wanted);
      response.append('Set-Cookie', cookie);
      return location;
    });
  }

  @Get(':provider/callback')
  async callback(
    @Param('provider') provider: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.mustOffer(provider);
    await this.sendOn(response, async () => {
      await this.sparing(request);
      const { search } = new URL(request.originalUrl, this.configuration.publicUrl);
      const query = new URLSearchParams(search);
      const { cookie: cookies } = request.headers;
      response.append('Set-Cookie', this.signIn.forget());
      const { identity, returnTo } = await this.signIn.finish(provider, query, cookies);
      const { cookie, player } = await this.accounts.enter(identity, cookies);
      response.append('Set-Cookie', cookie);
      this.bans.mustBeIn(player.id);
      return returnTo;
    });
  }

  private async demoByForm(request: Request, response: Response): Promise<void> {
    const { name, returnTo } = DemoSignIn.partial().safeParse(request.body).data ?? {};
    await this.sendOn(response, async () => {
      await this.sparing(request);
      const { cookie, player } = await this.accounts.enter(
        demoIdentity(name ?? ''),
        request.headers.cookie,
      );
      response.append('Set-Cookie', cookie);
      this.bans.mustBeIn(player.id);
      return returnTo === undefined
        ? returnFrom(request.headers.referer, this.origins)
        : localPath(returnTo);
    });
  }

  /** Sends the browser to where `way` says, or to the page that explains why not. */
  private async sendOn(response: Response, way: () => Promise<string>): Promise<void> {
    try {
      response.redirect(303, await way());
    } catch (error) {
      const [code, returnTo] = this.explained(error);
      const query = new URLSearchParams({ error: code });
      if (returnTo !== '/') query.set('returnTo', returnTo);
      response.redirect(303, `/sign-in?${query}`);
    }
  }

  private explained(error: unknown): [code: string, returnTo: string] {
    if (error instanceof Refusal) return [error.code, '/'];
    if (!(error instanceof SignInFailure)) throw error;
    const { fault, cause, returnTo } = error;
    if (cause) this.log.warn({ error: cause, fault }, 'A provider failed');
    return [fault, returnTo];
  }

  private mustOffer(provider: string): void {
    if (!this.signIn.offers(provider)) throw new Refusal('not-found', 'There is nothing here.');
  }

  private sparing(request: Request): Promise<void> {
    const address = clientAddress(request, this.configuration.trustProxy);
    return this.rateLimits.take('sign-in', { address });
  }
}

function isForm(request: Request): boolean {
  return mediaType(request.headers) === 'application/x-www-form-urlencoded';
}

function done(request: Request, response: Response): void {
  if (isForm(request)) response.redirect(303, '/');
  else response.json({ ok: true });
}
