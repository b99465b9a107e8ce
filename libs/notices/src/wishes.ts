import { noticeChannels, noticeKinds, type NoticeChannel, type NoticeKind } from './notice.js';

/** From and to which minute of the day; over midnight when `from` is later than `to`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** By which channels somebody wants to be told of what. */
export type NoticeMatrix = Readonly<Record<NoticeKind, readonly NoticeChannel[]>>;

export interface NoticeWishes {
  readonly matrix: NoticeMatrix;
  readonly quiet: QuietHours | null;
  /** The IANA name of the zone that the quiet hours are told in. */
  readonly timeZone: string;
}

/** A reply can wait: by system and push come only those things for which somebody waits. */
export const usualWishes: NoticeWishes = {
  matrix: {
    'table-full': noticeChannels,
    'your-turn': noticeChannels,
    invitation: noticeChannels,
    letter: noticeChannels,
    reply: ['page'],
  },
  quiet: null,
  timeZone: 'UTC',
};

/** Whether he wants to be told of that by this channel at that moment. Quiet hours keep the page as it is: who looks at it is awake. */
export function wants(
  { matrix, quiet, timeZone }: NoticeWishes,
  kind: NoticeKind,
  channel: NoticeChannel,
  at: number,
): boolean {
  if (!matrix[kind].includes(channel)) return false;
  return channel === 'page' || quiet === null || !isWithin(quiet, timeZone, at);
}

/** Whether the clocks of that zone stand between the two. The last minute is not in it. */
export function isWithin({ from, to }: QuietHours, timeZone: string, at: number): boolean {
  const minute = minuteOfDay(timeZone, at);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

export function isTimeZone(name: string): boolean {
  try {
    minuteOfDay(name, 0);
    return true;
  } catch {
    return false;
  }
}

/** A matrix that was kept before there was one of the kinds has what is usual of it. */
export function wholeMatrix(kept: Partial<NoticeMatrix>): NoticeMatrix {
  const entries = noticeKinds.map((kind) => [kind, kept[kind] ?? usualWishes.matrix[kind]]);
  return Object.fromEntries(entries) as NoticeMatrix;
}

function minuteOfDay(timeZone: string, at: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
  return hour * 60 + minute;
}
