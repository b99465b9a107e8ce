import { writtenText } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { longestText } from './line.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text as it is kept, answered and shown. Refuses with `bad-characters` what is not text, with
 * `empty-line` what shows nothing, with `line-too-long` more than `longestText` characters as people count them.
 */
export function cleanText(text: string): string {
  const clean = writtenText(text).replace(/\n{3,}/g, '\n\n');
  if (countsMoreThan(clean, longestText)) {
    throw new Refusal('line-too-long', `A line has at most ${longestText} characters.`, {
      longest: longestText,
    });
  }
  return clean;
}

function countsMoreThan(text: string, most: number): boolean {
  if (text.length <= most) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) if (++count > most) return true;
  return false;
}
