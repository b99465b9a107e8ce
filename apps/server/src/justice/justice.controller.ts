import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import {
  GiveFeedback,
  MakeAppeal,
  MakeReport,
  type FeedbackAnswer,
  type GivenFeedbackAnswer,
  type OwnJusticeAnswer,
  type ReportAnswer,
  type SanctionAnswer,
} from '@trellis/wire';
import type { Request } from 'express';
import { Members } from '../auth/members.js';
import { Opinions } from './opinions.js';
import { Reports } from './reports.js';

/** Feedback, one's own reports, and what was decided of oneself. */
@Controller('api/justice')
export class JusticeController {
  constructor(
    @Inject(Reports) private readonly reports: Reports,
    @Inject(Opinions) private readonly opinions: Opinions,
    @Inject(Members) private readonly members: Members,
  ) {}

  @Get()
  async own(@Req() request: Request): Promise<OwnJusticeAnswer> {
    return this.reports.of(await this.members.evenBanned(request, 'look'));
  }

  @Post('reports')
  async report(@Req() request: Request, @Body() body: unknown): Promise<ReportAnswer> {
    const player = await this.members.of(request, 'write');
    return { report: await this.reports.report(player, MakeReport.parse(body)) };
  }

  @Post('sanctions/:id/appeal')
  async appeal(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<SanctionAnswer> {
    const player = await this.members.evenBanned(request, 'write');
    const { text } = MakeAppeal.parse(body);
    return { sanction: await this.reports.appeal(player, mustBeId(id), text) };
  }

  @Get('games/:id/feedback')
  async given(@Req() request: Request, @Param('id') id: string): Promise<GivenFeedbackAnswer> {
    return this.opinions.given(await this.members.of(request, 'look'), mustBeId(id));
  }

  @Post('games/:id/feedback')
  async give(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<GivenFeedbackAnswer> {
    const player = await this.members.of(request, 'write');
    return this.opinions.give(player, mustBeId(id), GiveFeedback.parse(body));
  }

  @Get('players/:id/feedback')
  async sums(@Req() request: Request, @Param('id') id: string): Promise<FeedbackAnswer> {
    await this.members.of(request, 'look');
    return this.opinions.of(mustBeId(id));
  }
}

/** What is no id is not looked up. */
export function mustBeId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Refusal('not-found', 'There is nothing here.');
  return id;
}
