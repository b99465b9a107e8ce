import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import {
  AnswerAppeal,
  DecideReport,
  GiveReason,
  type CaseAnswer,
  type GameAnswer,
  type HistoryAnswer,
  type LogAnswer,
  type QueueAnswer,
  type SanctionAnswer,
} from '@trellis/wire';
import type { Request } from 'express';
import { Members } from '../auth/members.js';
import { Bench } from './bench.js';
import { mustBeId } from './justice.controller.js';

/** For arbiters alone: the bench asks who is one. */
@Controller('api/arbiter')
export class ArbiterController {
  constructor(
    @Inject(Bench) private readonly bench: Bench,
    @Inject(Members) private readonly members: Members,
  ) {}

  @Get('queue')
  async queue(@Req() request: Request): Promise<QueueAnswer> {
    return this.bench.queue(await this.members.of(request, 'look'));
  }

  @Get('reports/:id')
  async case(@Req() request: Request, @Param('id') id: string): Promise<CaseAnswer> {
    return this.bench.case(await this.members.of(request, 'look'), mustBeId(id));
  }

  @Post('reports/:id/decision')
  async decide(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<CaseAnswer> {
    const arbiter = await this.members.of(request, 'write');
    await this.bench.decide(arbiter, mustBeId(id), DecideReport.parse(body));
    return this.bench.case(arbiter, id);
  }

  @Post('sanctions/:id/lift')
  async lift(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SanctionAnswer> {
    const arbiter = await this.members.of(request, 'write');
    const { reason } = GiveReason.parse(body);
    return { sanction: await this.bench.lift(arbiter, mustBeId(id), reason) };
  }

  @Post('sanctions/:id/appeal')
  async answerAppeal(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SanctionAnswer> {
    const arbiter = await this.members.of(request, 'write');
    const answer = AnswerAppeal.parse(body);
    return { sanction: await this.bench.answerAppeal(arbiter, mustBeId(id), answer) };
  }

  @Post('games/:id/annulment')
  async annul(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<GameAnswer> {
    const arbiter = await this.members.of(request, 'write');
    const { reason } = GiveReason.parse(body);
    return { game: await this.bench.annul(arbiter, mustBeId(id), reason) };
  }

  @Get('players/:id')
  async history(@Req() request: Request, @Param('id') id: string): Promise<HistoryAnswer> {
    return this.bench.history(await this.members.of(request, 'look'), mustBeId(id));
  }

  @Get('log')
  async log(@Req() request: Request, @Query('before') before: unknown): Promise<LogAnswer> {
    const arbiter = await this.members.of(request, 'look');
    const number = before === undefined ? Number.MAX_SAFE_INTEGER : Number(before);
    if (!Number.isSafeInteger(number) || number < 0)
      throw new Refusal('bad-request', 'Wrong: before.');
    return this.bench.log(arbiter, number);
  }
}
