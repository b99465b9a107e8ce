import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import drawn from './draw-thread.js';
import { drawing } from './drawing.js';
import { fontOptions } from './fonts.js';
import { palette } from './palette.js';
import { drawable, escaped, fitted, lettersOf, widthOf, wrapped, type Style } from './pen.js';
import { pictureSize, type Picture } from './picture.js';

const style: Style = { family: 'Literata', weight: 600 };
const own = (text: string) => ({ text, otherwise: 'A player' });

function picture(text: string): Picture {
  return {
    club: 'Trellis',
    about: text,
    title: own(text),
    lines: [
      { name: own(text), value: '1 084', aside: '1534 (+12)', first: true },
      { name: own(text), value: text },
      { name: own('Bob'), value: '-62' },
    ],
    foot: text,
    art: { kind: 'initial', of: own(text) },
  };
}

/** Names as people have them, and as people who try things do. */
const texts = [
  'Ann',
  'Константин Константинопольский-Задунайский-Преображенский',
  'W'.repeat(60),
  'محمد بن سلمان بن عبد العزيز آل سعود',
  'שלום עליכם',
  '漢字 only',
  '漢字漢字',
  '👩‍👩‍👧‍👦🎉',
  'A\u0301\u0301\u0301\u0301 e\u0308',
  `<script>alert("&'")</script>]]>`,
  '\u0000\u0008\ud800 end',
  '\u202eevil\u202c',
  ' ',
];

describe('what fits', () => {
  test.each(texts)('%j stays within its row', (text) => {
    const shown = drawable(text);
    const row = fitted(shown, style, 300, { most: 60, least: 24 });
    expect(widthOf(row.text, style, row.size)).toBeLessThanOrEqual(300);
    const block = wrapped(shown, style, 400, { sizes: [60, 40], rows: 2 });
    expect(block.rows.length).toBeLessThanOrEqual(2);
    for (const each of block.rows)
      expect(widthOf(each, style, block.size)).toBeLessThanOrEqual(400);
  });

  test('any text of any length does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { text: shown, size } = fitted(drawable(text), style, 250, { most: 50, least: 20 });
        expect(widthOf(shown, style, size)).toBeLessThanOrEqual(250);
      }),
      { numRuns: 60 },
    );
  });

  test('is as large as may be, and whole where it fits', () => {
    expect(fitted('Ann', style, 600, { most: 60, least: 24 })).toEqual({ text: 'Ann', size: 60 });
    const long = fitted('Ann Archer of the club', style, 300, { most: 60, least: 10 });
    expect(long.text).toBe('Ann Archer of the club');
    expect(widthOf(long.text, style, long.size + 1)).toBeGreaterThan(300);
  });

  test('is broken between words, and inside of one only when it is too long for a row', () => {
    const { rows } = wrapped('one two three four', style, 130, { sizes: [40], rows: 9 });
    expect(rows.join(' ')).toBe('one two three four');
    // Rather smaller letters than a broken word.
    expect(wrapped('Крестики-нолики', style, 300, { sizes: [60, 30], rows: 3 })).toEqual({
      ...{ rows: ['Крестики-нолики'], size: 30 },
    });
    const broken = wrapped('M'.repeat(30), style, 400, { sizes: [40], rows: 9 });
    expect(broken.rows.join('')).toBe('M'.repeat(30));
    expect(broken.rows.length).toBeGreaterThan(1);
  });

  test('what is cut says so, and loses no part of a word where that can be helped', () => {
    const text = 'Should one pass with eight tricks and no ace at all';
    const { rows } = wrapped(text, style, 330, { sizes: [40], rows: 2 });
    expect(rows[1]).toMatch(/ \S+…$/);
    expect(text.split(' ')).toContain(rows[1]!.split(' ').at(-1)!.slice(0, -1));
  });
});

describe('what can be drawn', () => {
  test('letters of the club’s languages and accents, not emoji', () => {
    const alphabets = 'ABCxyzÁáÉéÍíÑñÓóÚúÜü¿¡ЁёАБВЪЫЬЭЮЯабвъыьэюя0123456789–—“”«»№…';
    expect(drawable(alphabets)).toBe(alphabets);
    expect(drawable('Ann 🎉 Archer')).toBe('Ann Archer');
    expect(drawable('漢字')).toBe('');
  });

  test('every letter that is kept has a drawing: no empty box', () => {
    const boxes = `<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Golos Text" font-size="100">漢</text></svg>`;
    const box = new Resvg(boxes, { font: fontOptions }).getBBox()!;
    for (const letter of lettersOf(drawable('Ann Éва محمد שלום')).filter((each) => each.trim()))
      expect(widthOf(letter, style, 100), letter).not.toBe(box.width);
  });

  test('a name without one is told by our own word', () => {
    expect(drawing(picture('漢字漢字'), '')).toContain('A player');
    expect(drawing(picture('🎉'), '')).toContain('A player');
    expect(drawing(picture('Wei 漢字'), '')).not.toContain('A player');
  });
});

describe('what people write', () => {
  test('is text, never a part of the drawing', () => {
    expect(escaped(`<b a="1">&'`)).toBe('&lt;b a=&quot;1&quot;&gt;&amp;&#39;');
    expect(escaped('a\u0000b\ud800c')).toBe('abc');
    const svg = drawing(picture('</text><rect id="evil"/><image href="file:///etc/passwd"/>'), '');
    expect(svg).not.toMatch(/<rect id|<image/);
  });

  test.each(texts)('%j makes a PNG of the size that is told', (text) => {
    const png = Buffer.from(drawn(picture(text)));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      pictureSize.width,
      pictureSize.height,
    ]);
    // Some messengers leave out what is larger than 300 KB.
    expect(png.length).toBeLessThan(300_000);
  });

  test('nothing of the words leaves the picture', () => {
    for (const text of texts) {
      const words = drawing(picture(text), '')
        .match(/<text .*?<\/text>/g)!
        .join('');
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${words}</svg>`;
      const box = new Resvg(svg, { font: fontOptions }).getBBox()!;
      expect(box.x, text).toBeGreaterThanOrEqual(60);
      expect(box.y, text).toBeGreaterThanOrEqual(40);
      expect(box.x + box.width, text).toBeLessThanOrEqual(pictureSize.width - 60);
      expect(box.y + box.height, text).toBeLessThanOrEqual(pictureSize.height - 30);
    }
  });
});

test('the colours are the club’s', () => {
  const css = readFileSync(new URL('../app/theme.css', import.meta.url), 'utf8');
  const light = css.slice(0, css.indexOf('@media'));
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1];
  expect(palette).toEqual({
    felt: colour('felt'),
    feltDeep: colour('felt-deep'),
    onFelt: colour('on-felt'),
    onFelt2: colour('on-felt-2'),
    brass: colour('brass'),
  });
});
