import type { Notice } from '@trellis/wire';
import '../../public/notices/sentence.js';

/** The words of notices in one language: files of their own, so that no page carries them and the service worker has them too. */
export type NoticeWords = Readonly<Record<string, string>>;

let asked: Promise<NoticeWords> | undefined;

/** Those of the page's language. Rejects without a network; the next call asks again. */
export function noticeWords(): Promise<NoticeWords> {
  asked ??= fetch(`/notices/${document.documentElement.lang}.json`).then(
    (answer) => answer.json() as Promise<NoticeWords>,
  );
  asked.catch(() => (asked = undefined));
  return asked;
}

declare global {
  function noticeSentence(words: NoticeWords, notice: Notice): string;
}

/** What a notice says. */
export function sentenceOf(words: NoticeWords, notice: Notice): string {
  return noticeSentence(words, notice);
}
