import { Resvg } from '@resvg/resvg-js';
import { familyFor, fontOptions } from './fonts.js';

export interface Style {
  readonly family: 'Golos Text' | 'Literata';
  readonly weight: 500 | 600;
}

/** Text that has its size and, where it was too long, its end. */
export interface Fitted {
  readonly rows: readonly string[];
  readonly size: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Measured once at this size; widths grow with it. */
const measured = 100;
const ellipsis = '…';

/** What of a text our fonts can draw: emoji and letters of scripts that they do not have are left out. */
export function drawable(text: string): string {
  return lettersOf(text)
    .filter((each) => familyFor(each, 'Golos Text'))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How wide the text is at `size`, as it will be drawn. */
export function widthOf(text: string, style: Style, size: number): number {
  if (text === '') return 0;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${textAt(text, 0, measured, { ...style, size: measured, fill: '#000' })}</svg>`;
  const box = new Resvg(svg, { font: fontOptions }).getBBox();
  return ((box?.width ?? 0) * size) / measured;
}

/** One row, as large as fits; cut where even the smallest size is too wide. */
export function fitted(
  text: string,
  style: Style,
  width: number,
  { most, least }: { readonly most: number; readonly least: number },
): { readonly text: string; readonly size: number } {
  const atMeasured = widthOf(text, style, measured);
  const size = Math.floor(Math.min(most, (width * measured) / Math.max(1, atMeasured)));
  if (size >= least) return { text, size };
  return { text: cut(text, (part) => widthOf(part, style, least) <= width), size: least };
}

/** In as few rows and as large as may be; what is too much for `rows` of the smallest size is cut. */
export function wrapped(
  text: string,
  style: Style,
  width: number,
  { sizes, rows: most }: { readonly sizes: readonly number[]; readonly rows: number },
): Fitted {
  const widths = new Map<string, number>();
  const fits = (row: string, size: number) => {
    const known = widths.get(row) ?? widthOf(row, style, measured);
    widths.set(row, known);
    return (known * size) / measured <= width;
  };
  for (const size of sizes) {
    // A word is broken only where even the smallest letters are too wide.
    if (!text.split(' ').every((word) => fits(word, size))) continue;
    const rows = rowsOf(text, (row) => fits(row, size));
    if (rows.length <= most) return { rows, size };
  }
  const size = sizes.at(-1)!;
  const rows = rowsOf(text, (row) => fits(row, size));
  const kept = rows.slice(0, most);
  if (rows.length > most)
    kept[most - 1] = cut(`${kept[most - 1]} ${rows[most]}`, (part) => fits(part, size));
  return { rows: kept, size };
}

/** One `<text>`; `anchor` says which end of it stands at `x`. */
export function textAt(
  text: string,
  x: number,
  y: number,
  {
    family,
    weight,
    size,
    fill,
    anchor = 'start',
  }: Style & {
    readonly size: number;
    readonly fill: string;
    readonly anchor?: 'start' | 'middle' | 'end';
  },
): string {
  const spans = runsOf(text, family).map(
    (run) => `<tspan font-family="${run.family}">${escaped(run.text)}</tspan>`,
  );
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" xml:space="preserve">${spans.join('')}</text>`;
}

export function lettersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Parts of one font: left to itself the library takes one font for all that the first does not have. */
function runsOf(text: string, wished: string): { family: string; text: string }[] {
  const runs: { family: string; text: string }[] = [];
  for (const letter of lettersOf(text)) {
    const family = familyFor(letter, wished);
    if (!family) continue;
    const last = runs.at(-1);
    if (last?.family === family) last.text += letter;
    else runs.push({ family, text: letter });
  }
  return runs;
}

/** Words in rows; a word that is wider than a row is broken. */
function rowsOf(text: string, fits: (row: string) => boolean): string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, fits))) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row === '' || fits(longer)) row = longer;
    else {
      rows.push(row);
      row = word;
    }
  }
  return row === '' ? rows : [...rows, row];
}

function broken(word: string, fits: (row: string) => boolean): string[] {
  const parts: string[] = [];
  let rest = lettersOf(word);
  while (rest.length > 1 && !fits(rest.join(''))) {
    const count = longest(rest.length - 1, (length) => fits(rest.slice(0, length).join('')));
    parts.push(rest.slice(0, count).join(''));
    rest = rest.slice(count);
  }
  return [...parts, rest.join('')];
}

/** The beginning with an ellipsis, or all of it where that fits. */
function cut(text: string, fits: (part: string) => boolean): string {
  if (fits(text)) return text;
  const letters = lettersOf(text);
  const part = (length: number) => letters.slice(0, length).join('').trimEnd() + ellipsis;
  const count = longest(letters.length - 1, (length) => fits(part(length)));
  // Rather a word less than a part of one, if it is not much of the row.
  const space = letters.lastIndexOf(' ', count);
  return part(space > count / 2 ? space : count);
}

/** The greatest length of 1 … `most` for which it is true. */
function longest(most: number, isGood: (length: number) => boolean): number {
  let [low, high] = [1, Math.max(1, most)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isGood(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML has it; what XML cannot say (controls, halves of characters) is left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufffd]/g, '')
    .replace(/[&<>"']/g, (each) => entities[each]!);
}
