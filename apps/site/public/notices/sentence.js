/**
 * What a notice says, for pages (`notice-words.ts`) and for the service worker alike. No module, because not every browser runs a worker that is one.
 *
 * @param {Record<string, string>} words of one language
 * @param {import('@trellis/wire').Notice} notice
 */
globalThis.noticeSentence = function (words, notice) {
  const isPrivate = notice.path.startsWith('/tables/') && notice.number === undefined;
  const sentence = (isPrivate && words[`${notice.kind}.private`]) || words[notice.kind] || '';
  return sentence.replace(/\{(name|number|title)\}/g, (_, part) => notice[part] ?? '');
};
