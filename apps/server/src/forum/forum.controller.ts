import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { threadsListed } from '@trellis/facade';
import {
  AskPreview,
  ChangeThread,
  EditPost,
  Follow,
  SaveDraft,
  StartThread,
  WritePost,
  type Done,
  type DraftsAnswer,
  type PostAnswer,
  type PostWritten,
  type Preview,
  type SearchAnswer,
  type SubscriptionsAnswer,
  type ThreadAnswer,
  type ThreadsAnswer,
  type ThreadStarted,
} from '@trellis/wire';
import type { Request } from 'express';
import { Members } from '../auth/members.js';
import { Forum } from './forum.js';

const done: Done = { ok: true };

/** Writing, and reading what memory does not hold: all of it takes a signed-in player. */
@Controller('api/forum')
export class ForumController {
  constructor(
    @Inject(Forum) private readonly forum: Forum,
    @Inject(Members) private readonly members: Members,
  ) {}

  @Get('threads')
  async threads(
    @Req() request: Request,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<ThreadsAnswer> {
    await this.members.of(request, 'search');
    const { place, section, before } = query;
    const moment = Number(before);
    if ((place !== 'forum' && place !== 'blog') || !(moment >= 0 && moment < 8.64e15))
      throw new Refusal('bad-request', 'Wrong: place, before.');
    const of = typeof section === 'string' && section ? section : undefined;
    return { threads: await this.forum.older(place, of, moment, threadsListed) };
  }

  @Post('threads')
  async start(@Req() request: Request, @Body() body: unknown): Promise<ThreadStarted> {
    const player = await this.members.of(request, 'write');
    return { id: await this.forum.start(player, StartThread.parse(body)) };
  }

  @Get('threads/:id')
  async thread(@Req() request: Request, @Param('id') id: string): Promise<ThreadAnswer> {
    await this.members.of(request, 'look');
    return { thread: await this.forum.thread(mustBeId(id)) };
  }

  @Patch('threads/:id')
  async change(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Done> {
    const player = await this.members.of(request, 'write');
    await this.forum.setClosed(player, mustBeId(id), ChangeThread.parse(body).closed);
    return done;
  }

  @Post('threads/:id/posts')
  async write(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PostWritten> {
    const player = await this.members.of(request, 'write');
    return { number: await this.forum.reply(player, mustBeId(id), WritePost.parse(body)) };
  }

  @Put('threads/:id/subscription')
  async follow(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Done> {
    const player = await this.members.of(request, 'look');
    await this.forum.follow(player, mustBeId(id), Follow.parse(body));
    return done;
  }

  @Get('posts/:id')
  async post(@Req() request: Request, @Param('id') id: string): Promise<PostAnswer> {
    await this.members.of(request, 'look');
    const { post, title, markdown, earlier } = await this.forum.sourceOf(mustBeId(id));
    return { post, title, markdown, earlier };
  }

  @Patch('posts/:id')
  async edit(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PostWritten> {
    const player = await this.members.of(request, 'write');
    return { number: await this.forum.edit(player, mustBeId(id), EditPost.parse(body)) };
  }

  @Delete('posts/:id')
  async remove(@Req() request: Request, @Param('id') id: string): Promise<Done> {
    const player = await this.members.of(request, 'write');
    await this.forum.remove(player, mustBeId(id));
    return done;
  }

  @Post('preview')
  @HttpCode(200)
  async preview(@Req() request: Request, @Body() body: unknown): Promise<Preview> {
    await this.members.of(request, 'write');
    return { html: await this.forum.preview(AskPreview.parse(body).markdown) };
  }

  @Get('search')
  async search(@Req() request: Request, @Query('q') words: unknown): Promise<SearchAnswer> {
    await this.members.of(request, 'search');
    const asked = typeof words === 'string' && words.isWellFormed() ? words : '';
    // The storage takes no NUL.
    return { found: await this.forum.search(asked.replaceAll('\0', ' ')) };
  }

  @Get('subscriptions')
  async subscriptions(@Req() request: Request): Promise<SubscriptionsAnswer> {
    const player = await this.members.of(request, 'look');
    return { subscriptions: await this.forum.subscriptions(player) };
  }

  @Get('drafts')
  async drafts(@Req() request: Request): Promise<DraftsAnswer> {
    const player = await this.members.of(request, 'look');
    return { drafts: await this.forum.drafts(player) };
  }

  @Put('drafts/:id')
  async saveDraft(
    @Req() request: Request,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Done> {
    const player = await this.members.of(request, 'write');
    await this.forum.saveDraft(player, mustBeId(id), SaveDraft.parse(body));
    return done;
  }

  @Delete('drafts/:id')
  async dropDraft(@Req() request: Request, @Param('id') id: string): Promise<Done> {
    const player = await this.members.of(request, 'write');
    await this.forum.dropDraft(player, mustBeId(id));
    return done;
  }
}

/** What is no id is not looked up. */
function mustBeId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Refusal('not-found', 'There is nothing here.');
  return id;
}
