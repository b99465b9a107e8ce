// `npm run check:bids -- middle [--hands 1000] [--redeals 30] [--seed 1] [--from 0]`: whether a computer player bids
// nonsense, as JSON. Exit code 1 when a bid is worth less than passing by more than two of its own standard errors.
import { parseArgs } from 'node:util';
import { computers } from '@trellis/games/preferans/computer';
import { bidWorth, isNonsense, type BidWorth } from './bid-worth.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hands: { type: 'string', default: '1000' },
    redeals: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const player = computers.find(({ level }) => level === positionals[0]);
const [hands, redeals, seed, from] = [values.hands, values.redeals, values.seed, values.from].map(
  Number,
) as [number, number, number, number];
const isWhole = [hands, redeals, seed, from].every((each) => Number.isSafeInteger(each));

if (!player || !isWhole || hands < 1 || redeals < 2 || seed < 0 || from < 0) {
  const levels = computers.map(({ level }) => level).join(' | ');
  console.error(`Usage: npm run check:bids -- ${levels} [--hands 1000] [--redeals 30] [--seed 1] [--from 0]
--from says with which hand of the seed to begin, so that a long run can be done in parts.`);
  process.exitCode = 2;
} else {
  const bids: BidWorth[] = [];
  for (let hand = from; hand < from + hands; hand++) {
    const worth = bidWorth(player, seed * 1_000_003 + hand, redeals);
    if (worth !== 'pass') bids.push(worth);
  }
  const nonsense = bids.filter(isNonsense);
  const mean = bids.reduce((sum, each) => sum + each.mean, 0) / Math.max(1, bids.length);
  console.log(
    JSON.stringify({
      level: player.level,
      seed,
      from,
      hands,
      redeals,
      bids: bids.length,
      meanGainOfBidding: round(mean),
      measuredAnew: bids.filter((each) => each.redeals > redeals).map(shown),
      belowPassingByTwoErrors: nonsense.length,
      nonsense: nonsense.map(shown),
    }),
  );
  process.exitCode = nonsense.length > 0 ? 1 : 0;
}

function shown({ word, hand, mean, error, redeals }: BidWorth) {
  return { word, hand: hand.join(' '), mean: round(mean), error: round(error), redeals };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
