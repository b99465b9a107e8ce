import { Refusal } from '@trellis/games/kit';
import { writtenText } from '@trellis/facade';

/** In UTF-16 units: at most 60 KB as UTF-8. */
export const longestPost = 20_000;
const longestTitle = 120;
export const longestSearch = 200;

/** The markdown of a post as it is kept. Refuses as `writtenText` does, and with `post-too-long`. */
export function cleanPost(markdown: string): string {
  const clean = writtenText(markdown);
  if (clean.length > longestPost)
    throw new Refusal('post-too-long', `A post has at most ${longestPost} characters.`);
  return clean;
}

/** One line. Refuses as `writtenText` does, with `no-title` and with `title-too-long`. */
export function cleanTitle(title: string): string {
  if (title.trim() === '') throw new Refusal('no-title', 'A thread needs a title.');
  const clean = writtenText(title).replace(/\s+/gu, ' ');
  if (clean.length > longestTitle)
    throw new Refusal('title-too-long', `A title has at most ${longestTitle} characters.`);
  return clean;
}

/** The beginning of a text, cut between words. */
export function excerptOf(text: string, longest = 240): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
