import { Refusal } from '@trellis/games/kit';

const marksPerLetter = 8;
const tooManyMarks = new RegExp(`(\\p{M}{${marksPerLetter}})\\p{M}+`, 'gu');
const controlCharacter = /[^\P{Cc}\n]/u;
/** Something one can see: neither a space, nor a control or formatting character, nor a mark alone. */
const visible = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\u2800]/u;

/**
 * What somebody wrote, as it may be kept and shown to others: one form of letters and of ends of lines, no heaps of
 * marks. Refuses with `bad-characters` what is not text and with `empty-line` what shows nothing.
 */
export function writtenText(text: string): string {
  const unified = text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  if (controlCharacter.test(unified) || !unified.isWellFormed()) {
    throw new Refusal('bad-characters', 'The text has characters that are not text.');
  }
  const clean = unified.normalize('NFC').replace(tooManyMarks, '$1').trim();
  if (!visible.test(clean)) throw new Refusal('empty-line', 'The text says nothing.');
  return clean;
}
