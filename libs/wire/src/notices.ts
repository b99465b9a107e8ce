import { z } from 'zod';

/** What one is told of wherever one is, under `/api/notices`; all of it takes a signed-in player and is his alone. */

export const NoticeKind = z.enum(['table-full', 'your-turn', 'invitation', 'letter', 'reply']);
export const NoticeChannel = z.enum(['page', 'system', 'push']);
const Channels = z.array(NoticeChannel).max(NoticeChannel.options.length);
const MinuteOfDay = z
  .number()
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** `PUT /api/notices` */
export const WishNotices = z.strictObject({
  /** By which channels one wants to be told of what. */
  matrix: z.strictObject({
    'table-full': Channels,
    'your-turn': Channels,
    invitation: Channels,
    letter: Channels,
    reply: Channels,
  }),
  /** Nothing by system and push from one minute of the day to another, over midnight too. */
  quiet: z.strictObject({ from: MinuteOfDay, to: MinuteOfDay }).nullable(),
  /** The IANA name of the zone that they are told in. */
  timeZone: z.string().min(1).max(64),
});
export type NoticeWishes = z.infer<typeof WishNotices>;

/** `POST /api/notices/devices`: the push subscription of this browser, for as long as its session. */
export const KeepDevice = z.strictObject({
  endpoint: z.string().min(1).max(1000),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/),
  }),
  /** In which it shows notices. */
  language: z.enum(['en', 'ru', 'es']),
});

/** `GET /api/notices` */
export interface NoticesAnswer {
  readonly wishes: NoticeWishes;
  /** Nothing has been chosen yet: these are the usual ones. */
  readonly usual: boolean;
  /** The club's public key for push; null where the operator has not set one. */
  readonly pushKey: string | null;
  readonly devices: readonly {
    /** The first 24 hex digits of the SHA-256 of its endpoint. */
    readonly id: string;
    readonly since: number;
  }[];
}
export interface DeviceAnswer {
  readonly id: string;
}

/** That there is something, never what: no card, and no word of a letter. */
export interface Notice {
  readonly kind: z.infer<typeof NoticeKind>;
  /** Where it is to be seen. */
  readonly path: string;
  /** A newer notice about the same thing takes the place of the older one. */
  readonly topic: string;
  /** Who wrote or invites. */
  readonly name?: string;
  /** Of a table in a hall. */
  readonly number?: number;
  /** Of a thread. */
  readonly title?: string;
}
export interface NoticeTold {
  readonly id: string;
  readonly notice: Notice;
  /** No page has said that it is looked at: now the system may be asked. */
  readonly unseen: boolean;
}
