import {
  settle,
  whistsByPair,
  type DealRecord,
  type Entry,
  type Replay,
  type ScoreSheet,
} from '@trellis/games/preferans/rules';

/** The score sheet deal by deal, each number with the rule it comes from, and the settlement. */
export function scoreSheetText({ deals, state }: Replay): string {
  const { sheet } = state.pool!;
  const settlement = state.end ?? settle(sheet, state.conventions);
  const reason = state.end ? reasons[state.end.reason] : 'not over yet';
  return [
    ...deals.flatMap(({ record, entries, state: after }) => [
      dealTitle(record, entries.length),
      ...entries.map((entry) => `    ${entryText(entry)}`),
      ...(entries.length > 0 ? [`  ${sheetText(after.pool!.sheet)}`] : []),
      '',
    ]),
    `Game: ${reason}`,
    `Sheet       ${sheetText(sheet)}`,
    `Exact       ${settlement.settlementExact.join('  ')}`,
    `Settlement  ${settlement.settlement.join('  ')}`,
  ].join('\n');
}

const reasons = {
  closed: 'the pool is closed',
  deals: 'the last deal was played',
  agreed: 'ended by agreement',
  time: 'a player ran out of time',
  left: 'a player left',
} as const;

function dealTitle(
  { no, dealer, auction, contract, tricks, void: isVoid }: DealRecord,
  entries: number,
): string {
  const words = auction.join(' ') || 'no bids';
  const played = tricks ? `, tricks ${tricks.join('-')}` : '';
  const nothing = isVoid ? ', void' : entries === 0 ? ', nothing written' : '';
  const what = contract === '-' ? 'conceded' : contract || 'raspasy';
  return `Deal ${no}, dealer ${dealer}: ${words}, ${isVoid && !contract ? 'unfinished' : what}${played}${nothing}`;
}

/** "whists 1>0 +12 = 3 tricks × 1 whistScale × 4 value  (rule 11.C)" */
function entryText({ amount, rule, operands, ...where }: Entry): string {
  const { dividedBy, ...factors } = operands;
  const product = Object.entries(factors)
    .map(([name, factor]) => `${factor} ${name}`)
    .join(' × ');
  const divided = dividedBy === undefined ? '' : ` ÷ ${dividedBy}`;
  const to = where.column === 'whists' ? `${where.seat}>${where.on}` : `${where.seat}`;
  const sign = amount > 0 ? '+' : '';
  return `${where.column} ${to} ${sign}${amount} = ${product}${divided}  (rule ${rule})`;
}

function sheetText({ pool, mountain, whists }: ScoreSheet): string {
  const pairs = Object.entries(whistsByPair(whists)).map(([pair, amount]) => `${pair} ${amount}`);
  return `pool ${pool.join(' ')} | mountain ${mountain.join(' ')} | whists ${pairs.join(', ') || '–'}`;
}
