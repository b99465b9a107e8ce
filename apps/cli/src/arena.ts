// `npm run arena -- strong middle [--deals 2000] [--preset sochi] [--players 3] [--seed 1] [--workers 2]`: plays duplicate
// deals between two kinds of computer player and prints, as JSON, what one is better than the other in whists a deal.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { computers } from '@trellis/games/preferans/computer';
import { playDuplicate, summaryOf, type Duplicate, type Player } from './arena-deal.js';

const usage = `Usage: npm run arena -- ONE OTHER [--deals 2000] [--preset sochi] [--players 3] [--seed 1] [--workers 2]
ONE and OTHER are computer players: ${computers.map(({ level }) => level).join(', ')}, or random.
Every deal is played once from each seat by one of a kind against the other kind; the kinds take turns.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    deals: { type: 'string', default: '2000' },
    preset: { type: 'string', default: 'sochi' },
    players: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    part: { type: 'string' },
  },
});

function playerNamed(name: string | undefined): Player | undefined {
  if (name === 'random') {
    const choose: Player['choose'] = (_view, legal, random) =>
      legal[Math.floor(random() * legal.length)]!;
    return { level: name, choose };
  }
  return computers.find(({ level }) => level === name);
}

const [one, other] = positionals.map(playerNamed);
const deals = Number(values.deals);
const workers = Math.min(2, Number(values.workers));
const part = values.part === undefined ? undefined : Number(values.part);

if (!one || !other || !Number.isInteger(deals) || deals < 2 || !(workers >= 1)) {
  console.error(usage);
  process.exitCode = 2;
} else if (part !== undefined) {
  playPart(one, other, part, (played) => process.send!(played));
  // Only now: a channel that is closed at once loses what it has not sent yet.
  process.send!('done', () => process.disconnect());
} else {
  const began = performance.now();
  const parts = await Promise.all(Array.from({ length: workers }, (_, at) => playElsewhere(at)));
  const seconds = Math.round((performance.now() - began) / 1000);
  const { preset, players, seed } = values;
  console.log(
    JSON.stringify({
      one: one.level,
      other: other.level,
      preset,
      players: Number(players),
      seed: Number(seed),
      ...summaryOf(parts.flat(), one.level, other.level),
      seconds,
    }),
  );
}

/** Every `workers`-th deal, in this process. */
function playPart(
  first: Player,
  second: Player,
  from: number,
  report: (played: Duplicate) => void,
): void {
  for (let deal = from; deal < deals; deal += workers) {
    const lineup = deal % 2 === 0 ? ([first, second] as const) : ([second, first] as const);
    report(
      playDuplicate(lineup, {
        seed: Number(values.seed) * 1_000_003 + deal,
        preset: values.preset,
        players: Number(values.players),
      }),
    );
  }
}

function playElsewhere(at: number): Promise<Duplicate[]> {
  return new Promise((resolve, reject) => {
    const args = [...process.argv.slice(2), '--part', String(at)];
    const child = fork(fileURLToPath(import.meta.url), args, { serialization: 'advanced' });
    const played: Duplicate[] = [];
    child.on('message', (message) => {
      if (message === 'done') return resolve(played);
      played.push(message as Duplicate);
      if (played.length % 100 === 0) console.error(`part ${at}: ${played.length} deals`);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`A part of the arena ended early, with ${code}.`)));
  });
}
