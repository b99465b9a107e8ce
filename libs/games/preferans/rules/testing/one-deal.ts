import { DamagedRecord, type DealRecord, type GameRecord } from '../record/record.js';
import { dealRecord } from '../record/write-record.js';
import { aTable } from './a-table.js';

/** A game of one deal: 6C by 0, held against 1; whist comes back to 1, who plays open. */
export function oneDeal(): GameRecord {
  const table = aTable({ hands: { eldest: 'AS AC AD', talon: '7D 8D' } });
  table
    .call('6S', '6C', 'P', '=', 'P')
    .name('6C', '7D 8D')
    .declare('pass', 'half', 'whist', 'open');
  table
    .act({ kind: 'offer', tricks: [6, 3, 1] }, 0)
    .act({ kind: 'answer', yes: false }, 1)
    .playTricks(10);
  return {
    format: 'preferans-record/1',
    preset: 'sochi',
    options: table.state.conventions,
    players: ['ann', 'bob', 'cat'],
    firstDealer: 2,
    deals: [dealRecord(table.state.last!, table.state)],
  };
}

export const withDeal = (change: Partial<DealRecord>): GameRecord => {
  const record = oneDeal();
  return { ...record, deals: [{ ...record.deals[0]!, ...change }] };
};

/** Where a record is damaged, and the rule it breaks; undefined when it is refused for nothing. */
export function damage(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof DamagedRecord) return { at: error.at, rule: error.rule, code: error.code };
    throw error;
  }
  return undefined;
}
