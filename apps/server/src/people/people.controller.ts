import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import {
  ChangeBond,
  SeenLetters,
  SendLetter,
  type AcquaintancesAnswer,
  type CorrespondencesAnswer,
  type Done,
  type LettersAnswer,
  type LetterAnswer,
  type UnreadAnswer,
} from '@trellis/wire';
import type { Request } from 'express';
import { Members } from '../auth/members.js';
import { Forum } from '../forum/forum.js';
import { Acquaintances } from './acquaintances.js';

const done: Done = { ok: true };

/** One's own people: nobody reads here what is not his. */
@Controller('api/people')
export class PeopleController {
  constructor(
    @Inject(Acquaintances) private readonly people: Acquaintances,
    @Inject(Forum) private readonly forum: Forum,
    @Inject(Members) private readonly members: Members,
  ) {}

  @Get()
  async acquaintances(@Req() request: Request): Promise<AcquaintancesAnswer> {
    return this.people.of(await this.members.of(request, 'look'));
  }

  @Get('letters')
  async correspondences(@Req() request: Request): Promise<CorrespondencesAnswer> {
    const player = await this.members.of(request, 'look');
    return { correspondences: await this.people.correspondences(player) };
  }

  @Get('unread')
  async unread(@Req() request: Request): Promise<UnreadAnswer> {
    const player = await this.members.of(request, 'look');
    const [unread, threads] = await Promise.all([
      this.people.unread(player),
      this.forum.unreadThreads(player),
    ]);
    return { unread, threads };
  }

  @Put(':id/bond')
  async bind(
    @Req() request: Request,
    @Param('id') other: string,
    @Body() body: unknown,
  ): Promise<Done> {
    const player = await this.members.of(request, 'hall');
    await this.people.bind(player, mustBeId(other), ChangeBond.parse(body).bond);
    return done;
  }

  @Get(':id/letters')
  async letters(
    @Req() request: Request,
    @Param('id') other: string,
    @Query('before') before: unknown,
  ): Promise<LettersAnswer> {
    const player = await this.members.of(request, 'look');
    const moment = before === undefined ? 8.64e15 - 1 : Number(before);
    if (!(moment >= 0 && moment < 8.64e15)) throw new Refusal('bad-request', 'Wrong: before.');
    return this.people.letters(player, mustBeId(other), moment);
  }

  @Post(':id/letters')
  async send(
    @Req() request: Request,
    @Param('id') to: string,
    @Body() body: unknown,
  ): Promise<LetterAnswer> {
    const player = await this.members.of(request, 'chat');
    return { letter: await this.people.send(player, mustBeId(to), SendLetter.parse(body)) };
  }

  @Put(':id/letters/seen')
  async read(
    @Req() request: Request,
    @Param('id') other: string,
    @Body() body: unknown,
  ): Promise<Done> {
    const player = await this.members.of(request, 'look');
    await this.people.read(player, mustBeId(other), SeenLetters.parse(body).through);
    return done;
  }
}

/** What is no id is not looked up. */
function mustBeId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Refusal('no-such-player', 'There is no such player.');
  return id;
}
