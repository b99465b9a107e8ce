import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ReadChat, SayByHttp, type ChatAnswer, type SaidAnswer } from '@trellis/wire';
import type { Request, Response } from 'express';
import { Callers } from '../auth/callers.js';
import { Configuration } from '../configuration/configuration.js';
import { clientAddress } from '../http/client-address.js';
import { RateLimits } from '../http/rate-limits.js';
import { Chat } from './chat.js';

/** A request waits that long for something new (ms); proxies cut off at a minute or so. */
export const longestWait = 25_000;

/** The talk of the halls over plain HTTP, for programs without sockets. */
@Controller('api/chat')
export class ChatController {
  constructor(
    @Inject(Chat) private readonly chat: Chat,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(RateLimits) private readonly rateLimits: RateLimits,
    @Inject(Configuration) private readonly configuration: Configuration,
  ) {}

  @Get(':room')
  async read(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Param('room') room: string,
  ): Promise<ChatAnswer> {
    const { since } = ReadChat.parse(request.query);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return this.chat.hear(room, since, {
      player: this.callers.of(request)?.player,
      address: this.addressOf(request),
      ms: longestWait,
      gone: gone.signal,
    });
  }

  @Post(':room')
  @HttpCode(200)
  async say(
    @Req() request: Request,
    @Param('room') room: string,
    @Body() body: unknown,
  ): Promise<SaidAnswer> {
    const { player } = this.callers.must(request, 'chat');
    await this.rateLimits.take('chat', { account: player, address: this.addressOf(request) });
    const said = SayByHttp.parse(body);
    return { seq: await this.chat.sayInHall(player, { room, ...said }) };
  }

  private addressOf(request: Request): string {
    return clientAddress(request, this.configuration.trustProxy);
  }
}
