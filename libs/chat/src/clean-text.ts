import { Refusal } from '@trellis/games/kit';
import { longestText } from './line.js';

const marksPerLetter = 8;
const tooManyMarks = new RegExp(`(\\p{M}{${marksPerLetter}})\\p{M}+`, 'gu');
const controlCharacter = /[^\P{Cc}\n]/u;
/** Something one can see: neither a space, nor a control or formatting character, nor a mark alone. */
const visible = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text as it is kept, answered and shown. Refuses with `bad-characters` what is not text, with
 * `empty-line` what shows nothing, with `line-too-long` more than `longestText` characters as people count them.
 */
export function cleanText(text: string): string {
  const unified = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  if (controlCharacter.test(unified) || !unified.isWellFormed()) {
    throw new Refusal('bad-characters', 'The line has characters that are not text.');
  }
  const clean = unified
    .normalize('NFC')
    .replace(tooManyMarks, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!visible.test(clean)) throw new Refusal('empty-line', 'The line says nothing.');
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
