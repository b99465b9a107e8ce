import type { Notice } from '@trellis/wire';

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

/** What a notice says. `public/service-worker.js` says the same of what comes by push. */
export function sentenceOf(words: NoticeWords, notice: Notice): string {
  const isPrivate = notice.path.startsWith('/tables/') && notice.number === undefined;
  const sentence = (isPrivate && words[`${notice.kind}.private`]) || words[notice.kind] || '';
  return sentence.replace(/\{(name|number|title)\}/g, (_, part: 'name') => notice[part] ?? '');
}
