import type { View } from '@trellis/games/tic-tac-toe/rules';
import { cross, grid, nought } from './strokes';

/** Chalk on the club's felt, as in the dark theme: pictures have no reader whose seat they are seen from. */
const chalk = { ruled: '#8fa898', first: '#f0c15a', second: '#8fd0e8', strike: '#f8f2e0' };

/** The last position in SVG, 300 wide and high. */
export function endDrawing({ cells, line }: View): string {
  const marks = cells.map((seat, cell) => {
    if (seat === null) return '';
    const place = `translate(${(cell % 3) * 100} ${Math.floor(cell / 3) * 100})`;
    const faded = line && !line.includes(cell) ? ' opacity="0.5"' : '';
    const colour = seat === 0 ? chalk.first : chalk.second;
    return `<g transform="${place}" stroke="${colour}"${faded}>${paths(seat === 0 ? cross : [nought])}</g>`;
  });
  return [
    `<g fill="none" stroke-linecap="round"><g stroke="${chalk.ruled}" stroke-width="3.5">${paths(grid)}</g>`,
    `<g stroke-width="10">${marks.join('')}</g>${line ? strike(line[0], line[2]) : ''}</g>`,
  ].join('');
}

function paths(all: readonly string[]): string {
  return all.map((d) => `<path d="${d}"/>`).join('');
}

/** From the middle of one cell through that of another. */
function strike(from: number, to: number): string {
  const at = (cell: number) => `${(cell % 3) * 100 + 50} ${Math.floor(cell / 3) * 100 + 50}`;
  return `<path d="M${at(from)} L${at(to)}" stroke="${chalk.strike}" stroke-width="6" stroke-opacity="0.6"/>`;
}
