import { award } from './award.js';
import type { PreferansConventions } from './conventions/index.js';
import type { Outcome } from './outcome.js';
import type { Pen } from './score-sheet.js';

/** A made misère and each trick of a failed one are worth as much. */
const misereValue = 10;

/** Rule 11.F. */
export function writeMisere(
  pen: Pen,
  { declarer, tricks }: Extract<Outcome, { type: 'misere' }>,
  conventions: PreferansConventions,
): void {
  const taken = tricks[declarer]!;
  if (taken === 0) award(pen, declarer, '11.F', { value: misereValue }, conventions);
  const { mountainScale } = conventions;
  pen.writeMountain(declarer, '11.F', { tricks: taken, mountainScale, value: misereValue });
}
