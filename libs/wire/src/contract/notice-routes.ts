import { z } from 'zod';
import * as notices from '../notices.js';
import { exactly } from './exactly.js';
import type { Route } from './routes.js';

// What one is told of. Devices are browsers, so no token reaches it.

const ofMembers = { who: 'session' as const };
const Ok = z.object({ ok: z.literal(true) });

export const NoticeTold = exactly<notices.NoticeTold>()(
  z.object({
    id: z.string(),
    notice: z.object({
      kind: notices.NoticeKind,
      path: z.string(),
      topic: z.string(),
      name: z.string().optional(),
      number: z.number().int().optional(),
      title: z.string().optional(),
    }),
    unseen: z.boolean(),
  }),
);

export const noticeRoutes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/api/notices', ...ofMembers },
    summary: 'What one wants to be told of, by which channels, and the devices that take push.',
    answer: exactly<notices.NoticesAnswer>()(
      z.object({
        wishes: notices.WishNotices,
        usual: z.boolean(),
        pushKey: z.string().nullable(),
        devices: z.array(z.object({ id: z.string(), since: z.number() })),
      }),
    ),
    refusals: ['storage-away'],
  },
  {
    ...{ method: 'put', path: '/api/notices', ...ofMembers, body: notices.WishNotices, answer: Ok },
    summary: 'Chooses what one wants to be told of, by which channels, and when not.',
    refusals: ['bad-request', 'storage-away'],
  },
  {
    ...{ method: 'post', path: '/api/notices/devices', ...ofMembers, body: notices.KeepDevice },
    summary: 'From now on this browser takes push, until it signs out.',
    more: 'Of many devices the oldest makes room.',
    answer: exactly<notices.DeviceAnswer>()(z.object({ id: z.string() })),
    refusals: ['not-found', 'bad-endpoint', 'storage-away'],
  },
  {
    ...{ method: 'delete', path: '/api/notices/devices/{id}', ...ofMembers, answer: Ok },
    summary: 'This device takes no push any more.',
    refusals: ['storage-away'],
  },
];
