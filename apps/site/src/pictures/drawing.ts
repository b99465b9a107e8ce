import { fan } from './fan.js';
import { palette } from './palette.js';
import { drawable, fitted, lettersOf, textAt, widthOf, wrapped, type Style } from './pen.js';
import { pictureSize, type Picture, type PictureLine, type Wording } from './picture.js';

const { width, height } = pictureSize;
const edge = 72;
const plain: Style = { family: 'Golos Text', weight: 500 };
const strong: Style = { family: 'Golos Text', weight: 600 };
const display: Style = { family: 'Literata', weight: 600 };
/** Beside art the words have this much of the width; alone all of it. */
const besideArt = 640;
const artMiddle = { x: 952, y: 300 };

/** The picture in SVG. `mark` is the club's mark, an SVG of its own. */
export function drawing(picture: Picture, mark: string): string {
  const room = picture.art.kind === 'none' ? width - 2 * edge : besideArt;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${felt()}${art(picture)}${words(picture, room)}${foot(picture, mark)}</svg>`;
}

function felt(): string {
  const { felt, feltDeep, brass } = palette;
  return `<defs><linearGradient id="felt" x1="0" y1="0" x2="0.45" y2="1"><stop offset="0" stop-color="${felt}"/><stop offset="1" stop-color="${feltDeep}"/></linearGradient>
<radialGradient id="light" cx="0.78" cy="0.3" r="0.75"><stop offset="0" stop-color="#fff" stop-opacity="0.1"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#felt)"/><rect width="${width}" height="${height}" fill="url(#light)"/>
<rect y="${height - 8}" width="${width}" height="8" fill="${brass}"/>`;
}

function art({ art }: Picture): string {
  const { x, y } = artMiddle;
  switch (art.kind) {
    case 'none':
      return `<g transform="translate(1010 330) rotate(6) scale(1.75)" opacity="0.1">${fan()}</g>`;
    case 'fan':
      return `<g transform="translate(${x} ${y}) scale(1.06)">${fan()}</g>`;
    case 'board':
      return `<rect x="${x - 182}" y="${y - 182}" width="364" height="364" rx="30" fill="${palette.feltDeep}" fill-opacity="0.55" stroke="${palette.brass}" stroke-opacity="0.5" stroke-width="2"/><svg x="${x - 160}" y="${y - 160}" width="320" height="320" viewBox="0 0 300 300">${art.svg}</svg>`;
    case 'initial': {
      const [letter] = lettersOf(drawable(art.of.text) || art.of.otherwise);
      const initial = textAt(letter!.toUpperCase(), x, y + 62, {
        ...{ ...display, size: 176, fill: palette.onFelt, anchor: 'middle' },
      });
      return `<circle cx="${x}" cy="${y}" r="160" fill="${palette.feltDeep}" fill-opacity="0.6" stroke="${palette.brass}" stroke-width="5"/>${initial}`;
    }
  }
}

/** The words, one below the other, in the middle of what the foot leaves. */
function words({ about, title, text, lines }: Picture, room: number): string {
  const small = fitted(drawable(about), strong, room, { most: 30, least: 20 });
  const shown = wordingOf(title);
  const big = wrapped(
    shown,
    display,
    room,
    lines.length > 2
      ? { sizes: [64, 56, 48], rows: 1 }
      : { sizes: [76, 66, 58, 50, 44], rows: lines.length > 0 ? 2 : 3 },
  );
  const below = text
    ? wrapped(drawable(text), plain, room, { sizes: [34, 30, 27], rows: 4 })
    : { rows: [], size: 0 };
  const lineHeight = lines.length > 3 ? 56 : 64;
  const parts = {
    about: small.size + 22,
    title: big.rows.length * big.size * 1.16,
    text: below.rows.length > 0 ? 20 + below.rows.length * below.size * 1.36 : 0,
    lines: lines.length > 0 ? 22 + lines.length * lineHeight : 0,
  };
  const whole = Object.values(parts).reduce((sum, each) => sum + each, 0);
  let y = Math.max(56, (height - 96 - whole) / 2 + 8);
  const drawn = [
    textAt(small.text, edge, y + small.size, { ...strong, size: small.size, fill: palette.brass }),
  ];
  y += parts.about;
  for (const [index, row] of big.rows.entries())
    drawn.push(
      textAt(row, edge, y + big.size * (0.9 + index * 1.16), {
        ...{ ...display, size: big.size, fill: palette.onFelt },
      }),
    );
  y += parts.title;
  for (const [index, row] of below.rows.entries())
    drawn.push(
      textAt(row, edge, y + 20 + below.size * (1 + index * 1.36), {
        ...{ ...plain, size: below.size, fill: palette.onFelt2 },
      }),
    );
  y += parts.text + 22;
  for (const [index, each] of lines.entries())
    drawn.push(line(each, y + index * lineHeight, lineHeight, room));
  return drawn.join('');
}

/** A name on the left, what belongs to it on the right, a thin rule above. */
function line(
  { name, value, aside, first }: PictureLine,
  y: number,
  high: number,
  room: number,
): string {
  const fill = first ? palette.brass : palette.onFelt;
  const base = y + high * 0.66;
  const right = edge + room;
  const behind = aside === undefined ? '' : drawable(aside);
  const asideSize = 24;
  const asideWidth = behind ? widthOf(behind, plain, asideSize) + 18 : 0;
  const number = fitted(drawable(value), strong, room / 2, { most: 36, least: 20 });
  const taken = widthOf(number.text, strong, number.size) + asideWidth + 28;
  const who = fitted(wordingOf(name), first ? strong : plain, room - taken, {
    ...{ most: 34, least: 24 },
  });
  return [
    `<rect x="${edge}" y="${y}" width="${room}" height="1.5" fill="${palette.onFelt}" fill-opacity="0.2"/>`,
    textAt(who.text, edge, base, { ...(first ? strong : plain), size: who.size, fill }),
    textAt(number.text, right - asideWidth, base, {
      ...{ ...strong, size: number.size, fill, anchor: 'end' },
    }),
    behind &&
      textAt(behind, right, base, {
        ...{ ...plain, size: asideSize, fill: palette.onFelt2, anchor: 'end' },
      }),
  ].join('');
}

function foot({ club, foot }: Picture, mark: string): string {
  const y = height - 62;
  const after = edge + 58 + widthOf(club, display, 34) + 26;
  const said = fitted(drawable(foot), plain, width - edge - after, { most: 25, least: 18 });
  return [
    `<svg x="${edge}" y="${y - 34}" width="46" height="46" viewBox="0 0 48 48">${mark}</svg>`,
    textAt(club, edge + 58, y, { ...display, size: 34, fill: palette.onFelt }),
    said.text &&
      textAt(said.text, width - edge, y, {
        ...{ ...plain, size: said.size, fill: palette.onFelt2, anchor: 'end' },
      }),
  ].join('');
}

function wordingOf({ text, otherwise }: Wording): string {
  const shown = drawable(text);
  return /[\p{L}\p{N}]/u.test(shown) ? shown : otherwise;
}
