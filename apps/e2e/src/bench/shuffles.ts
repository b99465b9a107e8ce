import { DealTally, evennessOf, evennessOfHand } from '@trellis/facade';
import { CryptoChance } from '@trellis/server/machine/crypto-chance';

/**
 * `npm run check:shuffles -- 1000000`: draws that many decks of 32 as the club does, 20 to a game with a fresh secret
 * and fresh contributions, and tests by chi-square whether each card comes to each place as often as it should.
 * Prints JSON; ends with 1 when chance would be as uneven less than once in 100,000 times.
 */
const wanted = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(wanted) || wanted < 10_000) {
  process.stderr.write('npm run check:shuffles -- N, a whole number from 10000 on\n');
  process.exit(2);
}

const length = 32;
const dealsAGame = 20;
const chance = new CryptoChance();
const tally = new DealTally();
const began = process.hrtime.bigint();
for (let deal = 0; deal < wanted;) {
  const { secret } = chance.secret();
  const contributions = [chance.secret().secret, chance.secret().secret, null];
  const lot = { gameId: chance.id(), contributions };
  for (let number = 1; number <= dealsAGame && deal < wanted; number++, deal++)
    tally.add({
      game: 'deck',
      steps: [{ kind: 'shuffled', order: chance.order(secret, lot, number, length), at: 0 }],
    });
}
const seconds = Number(process.hrtime.bigint() - began) / 1e9;

const [counted] = tally.all();
if (!counted) throw new Error('Nothing was counted.');
const whole = evennessOf(counted);
const places = counted.counts.map(
  (cards) => evennessOfHand(cards, counted.shuffles, 1).probability,
);
const suspicious = 1e-5;
const unlikely = [whole.probability, ...places].filter((probability) => probability < suspicious);

process.stdout.write(
  `${JSON.stringify(
    {
      shuffles: counted.shuffles,
      seconds: round(seconds, 1),
      microsecondsAShuffle: round((seconds * 1e6) / counted.shuffles, 2),
      chiSquare: round(whole.chiSquare, 1),
      degrees: whole.degrees,
      probability: round(whole.probability, 4),
      probabilityByPlace: places.map((probability) => round(probability, 4)),
      even: unlikely.length === 0,
    },
    null,
    2,
  )}\n`,
);
process.exitCode = unlikely.length === 0 ? 0 : 1;

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
