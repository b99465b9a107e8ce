// `npm run check:bids -- middle [--hands 1000] [--redeals 30]`: whether a computer player bids nonsense, as JSON. Exit
// code 1 when more bids look worse than passing than chance alone makes of bids that are worth the same.
import { parseArgs } from 'node:util';
import { computers } from '@trellis/games/preferans/computer';
import { bidWorth, isNonsense, type BidWorth } from './bid-worth.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hands: { type: 'string', default: '1000' },
    redeals: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const player = computers.find(({ level }) => level === positionals[0]);
const hands = Number(values.hands);
const redeals = Number(values.redeals);

if (!player || !(hands > 0) || !(redeals > 1)) {
  const levels = computers.map(({ level }) => level).join(' | ');
  console.error(`Usage: npm run check:bids -- ${levels} [--hands 1000] [--redeals 30] [--seed 1]`);
  process.exitCode = 2;
} else {
  const bids: BidWorth[] = [];
  for (let hand = 0; hand < hands; hand++) {
    const worth = bidWorth(player, Number(values.seed) * 1_000_003 + hand, redeals);
    if (worth !== 'pass') bids.push(worth);
  }
  const nonsense = bids.filter(isNonsense);
  // Of bids worth exactly as much as passing 2.3 % look like nonsense by chance.
  const byChance = Math.ceil(0.023 * bids.length + 2 * Math.sqrt(0.023 * bids.length));
  const mean = bids.reduce((sum, each) => sum + each.mean, 0) / Math.max(1, bids.length);
  console.log(
    JSON.stringify({
      level: player.level,
      hands,
      redeals,
      bids: bids.length,
      meanGainOfBidding: Number(mean.toFixed(2)),
      belowPassingByTwoErrors: nonsense.length,
      allowedByChance: byChance,
      nonsense: nonsense.map(({ word, hand, mean, error }) => ({
        word,
        hand: hand.join(' '),
        mean: Number(mean.toFixed(1)),
        error: Number(error.toFixed(1)),
      })),
    }),
  );
  process.exitCode = nonsense.length > byChance ? 1 : 0;
}
