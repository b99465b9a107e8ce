/** What a player is told of wherever he is. `table-full`: where he sits the last seat is taken and the game begins. */
export const noticeKinds = ['table-full', 'your-turn', 'invitation', 'letter', 'reply'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** On an open page of the club; by the system, when no page is looked at; by push, also when none is open. */
export const noticeChannels = ['page', 'system', 'push'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** It says that there is something, never what: no card, and no word of a letter. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Where it is to be seen, as a path of the club. */
  readonly path: string;
  /** A newer notice about the same thing takes the place of the older one. */
  readonly topic: string;
  /** Who wrote or invites, as everybody sees his name. */
  readonly name?: string;
  /** Of a table in a hall. */
  readonly number?: number;
  /** Of a thread. */
  readonly title?: string;
}
