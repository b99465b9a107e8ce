import {
  isBid,
  levels,
  strains,
  type Action,
  type Bid,
  type Contract,
} from '@trellis/games/preferans/rules';

/** The ladder as it is drawn: a row a level, and between them what has no suit. Lowest first. */
export function ladderRows(withoutTalon: boolean): readonly (readonly Bid[])[] {
  return levels.flatMap((level): (readonly Bid[])[] => {
    const row = strains.map((strain): Contract => `${level}${strain}`);
    if (level === 8) return [row, ['M']];
    return level === 9 && withoutTalon ? [row, ['MB', '9B']] : [row];
  });
}

/** The contracts of a grid, only the rows that have one that may be named. */
export function contractRows(named: readonly string[]): readonly (readonly Contract[])[] {
  return levels
    .map((level) => strains.map((strain): Contract => `${level}${strain}`))
    .filter((row) => row.some((contract) => named.includes(contract)));
}

/**
 * Bids that cost much when a finger slips are asked twice: misère, and a jump over more than the five
 * lowest bids that are legal.
 */
export function isAskedTwice(bid: Bid, legal: readonly Bid[]): boolean {
  if (bid === 'M' || bid === 'MB' || bid === '9B') return true;
  return legal.indexOf(bid) >= 5;
}

/** The bid of this action when it is one to be asked twice. */
export function costlyBid(action: Action, legal: readonly Action[]): Bid | undefined {
  if (action.kind !== 'call' || !isBid(action.word)) return undefined;
  const bids = legal.flatMap((each) => (each.kind === 'call' ? [each.word] : [])).filter(isBid);
  return isAskedTwice(action.word, bids) ? action.word : undefined;
}
