import { createHash } from 'node:crypto';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { NoticeStore, isTimeZone, usualWishes } from '@trellis/notices';
import {
  KeepDevice,
  WishNotices,
  type DeviceAnswer,
  type Done,
  type NoticeWishes,
  type NoticesAnswer,
} from '@trellis/wire';
import type { Request } from 'express';
import { Members } from '../auth/members.js';
import { Log } from '../http/log.js';
import { storedWith } from '../justice/stored.js';
import { Push } from './push.js';

const done: Done = { ok: true };

/** What one wants to be told of, and the devices that take push: one's own alone. */
@Controller('api/notices')
export class NoticesController {
  private readonly stored;

  constructor(
    @Inject(NoticeStore) private readonly store: NoticeStore,
    @Inject(Push) private readonly push: Push,
    @Inject(Members) private readonly members: Members,
    @Inject(Log) log: Log,
  ) {
    this.stored = storedWith((error) =>
      log.error({ error }, 'What somebody wants to be told of could not be read or written'),
    );
  }

  @Get()
  async notices(@Req() request: Request): Promise<NoticesAnswer> {
    const player = await this.members.of(request, 'look');
    const chosen = await this.stored(this.store.wishes(player));
    const devices = await this.stored(this.store.devices(player));
    const wishes = (chosen ?? usualWishes) as NoticeWishes;
    return {
      ...{ wishes, usual: chosen === undefined, pushKey: this.push.key },
      devices: devices.map(({ id, at }) => ({ id, since: at })),
    };
  }

  @Put()
  async wish(@Req() request: Request, @Body() body: unknown): Promise<Done> {
    const player = await this.members.of(request, 'hall');
    const wishes = WishNotices.parse(body);
    if (!isTimeZone(wishes.timeZone)) throw new Refusal('bad-request', 'Wrong: timeZone.');
    await this.stored(this.store.saveWishes(player, wishes));
    return done;
  }

  @Post('devices')
  @HttpCode(200)
  async keep(@Req() request: Request, @Body() body: unknown): Promise<DeviceAnswer> {
    const session = await this.members.sessionOf(request, 'hall');
    const { endpoint, keys, language } = KeepDevice.parse(body);
    if (this.push.key === null) throw new Refusal('not-found', 'This club sends no push.');
    if (!this.push.takes(endpoint))
      throw new Refusal('bad-endpoint', 'That is no address of a push service.');
    const id = createHash('sha256').update(endpoint).digest('hex').slice(0, 24);
    const { player, ...rest } = session;
    const device = { id, endpoint, keys, language, session: rest, at: Date.now() };
    await this.stored(this.store.keepDevice(player, device));
    return { id };
  }

  @Delete('devices/:id')
  async drop(@Req() request: Request, @Param('id') id: string): Promise<Done> {
    const player = await this.members.of(request, 'hall');
    if (/^[0-9a-f]{24}$/.test(id)) await this.stored(this.store.dropDevice(id, player));
    return done;
  }
}
