import type { NoticeTold } from '@trellis/wire';
import { noticeWords, sentenceOf, type NoticeWords } from './notice-words';
import { showAway } from './show-away';
import { isWanted } from './wanted';

/** What the page shows now: the newest notice that nobody has closed. */
export interface ShownNotice {
  readonly id: string;
  readonly sentence: string;
  readonly path: string;
  readonly words: NoticeWords;
}

/** A table tells by itself what happens there. */
const ofTables: ReadonlySet<string> = new Set(['table-full', 'your-turn']);

let shown: ShownNotice | undefined;
const watchers = new Set<() => void>();

export function show(notice: ShownNotice | undefined): void {
  shown = notice;
  for (const watcher of watchers) watcher();
}

export function watchShown(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const shownNow = (): ShownNotice | undefined => shown;

/** Something that the club tells is shown on a page that is looked at, or else by the system, or left. */
export async function takeNotice(
  { id, notice, unseen }: NoticeTold,
  looks: boolean,
  onNews: () => void,
): Promise<void> {
  const { kind, path, topic } = notice;
  const isHere = new URL(path, location.href).pathname === location.pathname;
  if (!unseen && !(isHere && looks)) onNews();
  if (looks === unseen || (isHere && (looks || ofTables.has(kind)))) return;
  if (looks && !(await isWanted(kind, 'page'))) return;
  const words = await noticeWords();
  const sentence = sentenceOf(words, notice);
  if (looks) show({ id, sentence, path, words });
  else await showAway(kind, { tag: topic, title: sentence, path });
}
