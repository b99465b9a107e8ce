import { palette } from './palette.js';
import { textAt } from './pen.js';

const spade =
  'M0-13C4-6 13-1 13 7c0 5-4 8-8 8-2 0-3-1-4-2 0 4 1 6 3 8h-8c2-2 3-4 3-8-1 1-2 2-4 2-4 0-8-3-8-8C-13-1-4-6 0-13Z';
const cards = [
  { rank: 'J', turn: -17, x: -54 },
  { rank: 'Q', turn: 0, x: 0 },
  { rank: 'K', turn: 17, x: 54 },
];
/** Of the cards, which look the same in light and in dark. */
const ink = { face: '#fffdf5', gold: '#c79a3f', letter: '#17493a', corner: '#1d2a24' };

/** King, queen and jack around the origin, 410 wide, as `CardFan` draws them on the first page. */
export function fan(): string {
  const lattice = `<pattern id="lattice" width="15" height="15" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0H15M0 0V15" stroke="${ink.gold}" stroke-width="1.2" opacity="0.75"/></pattern>`;
  return `<defs>${lattice}</defs>${cards.map(card).join('')}`;
}

function card({ rank, turn, x }: (typeof cards)[number]): string {
  const letter = (size: number, y: number, fill: string) =>
    textAt(rank, 0, y, {
      ...{ family: 'Literata', weight: 600, size, fill, anchor: 'middle' },
    });
  const corner = `<g transform="translate(-59 -86)">${letter(21, 0, ink.corner)}<path transform="translate(0 13) scale(0.62)" d="${spade}" fill="${ink.corner}"/></g>`;
  return `<g transform="translate(${x} ${Math.abs(x) / 5}) rotate(${turn} 0 160)">
<rect x="-72" y="-108" width="144" height="216" rx="13" fill="${ink.face}" stroke="${palette.feltDeep}" stroke-opacity="0.5" stroke-width="1.5"/>
<rect x="-46" y="-82" width="92" height="164" rx="6" fill="url(#lattice)" stroke="${ink.gold}" stroke-width="1.4"/>
<circle r="34" fill="${ink.face}" stroke="${ink.gold}" stroke-width="1.4"/>${letter(44, 15, ink.letter)}
${corner}<g transform="rotate(180)">${corner}</g></g>`;
}
