import { usualWishes, wants, type NoticeChannel, type NoticeKind } from '@trellis/notices';
import type { NoticesAnswer, NoticeWishes } from '@trellis/wire';
import { askClub } from '../personal/ask-club';
import { askMe } from '../personal/use-me';

/** What was chosen in another tab is known here so soon (ms). */
const longestKept = 60_000;

let kept: { readonly at: number; readonly wishes: Promise<NoticeWishes> } | undefined;

/** Whether the reader wants to be told of this by that channel now. A visitor has chosen nothing. */
export async function isWanted(kind: NoticeKind, channel: NoticeChannel): Promise<boolean> {
  const now = Date.now();
  if (!kept || now - kept.at > longestKept) kept = { at: now, wishes: read() };
  return wants(await kept.wishes, kind, channel, now);
}

async function read(): Promise<NoticeWishes> {
  const usual = usualWishes as NoticeWishes;
  if (!(await askMe())?.player) return usual;
  const said = await askClub<NoticesAnswer>('GET', '/api/notices');
  return said.ok ? said.answer.wishes : usual;
}
