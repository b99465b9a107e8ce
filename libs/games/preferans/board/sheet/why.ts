import type { Lang, Seat } from '@trellis/games/kit';
import type { Entry } from '@trellis/games/preferans/rules';
import { messages } from '../messages/messages';
import type { WrittenDeal } from './written-deals';

/** One number of the sheet. */
export type SheetCell =
  | { readonly column: 'pool' | 'mountain'; readonly seat: Seat }
  | { readonly column: 'whists'; readonly seat: Seat; readonly on: Seat };

/** The deals that something was written of into this cell, with what was written. */
export function whyOf(cell: SheetCell, deals: readonly WrittenDeal[]): readonly WrittenDeal[] {
  return deals.flatMap((deal) => {
    const entries = deal.entries.filter((entry) => isIn(cell, entry));
    return entries.length > 0 ? [{ ...deal, entries }] : [];
  });
}

function isIn(cell: SheetCell, entry: Entry): boolean {
  if (cell.column !== entry.column || cell.seat !== entry.seat) return false;
  return cell.column !== 'whists' || (entry.column === 'whists' && cell.on === entry.on);
}

/** "whists for tricks" */
export function reasonOf(lang: Lang, { column, rule }: Entry): string {
  const say = messages[lang];
  return say.reasons[`${column} ${rule}`] ?? say.ruleNo(rule);
}

/** "tricks 3 × value of the game 4 = 12"; scales of one are left out. */
export function arithmeticOf(lang: Lang, { operands, amount }: Entry): string {
  const words = messages[lang].operands;
  const number = new Intl.NumberFormat(lang);
  const isScale = (name: string) => name === 'whistScale' || name === 'mountainScale';
  const factors = Object.entries(operands).filter(
    ([name, value]) => name !== 'dividedBy' && !(isScale(name) && value === 1),
  );
  const product = factors
    .map(([name, value]) => `${words[name] ?? name} ${number.format(value)}`)
    .join(' × ');
  const { dividedBy } = operands;
  const shared = dividedBy === undefined ? product : `${product} ÷ ${number.format(dividedBy)}`;
  const alone = factors.length === 1 && dividedBy === undefined;
  return alone ? product : `${shared} = ${number.format(amount)}`;
}
