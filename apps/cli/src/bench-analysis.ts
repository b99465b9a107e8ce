// `npm run bench:analysis [-- --deals 30]`: how long looking back at a whole pool takes, as JSON. The pool is played by
// the middle player of the house, seeded; it is judged on one core, deal by deal, as a browser's worker does it.
import { parseArgs } from 'node:util';
import { seededRandom, shuffle, type Moment } from '@trellis/games/kit';
import { analyst } from '@trellis/games/preferans/analysis';
import { computers } from '@trellis/games/preferans/computer';
import {
  preferans,
  preferansConventions,
  type Action,
  type State,
} from '@trellis/games/preferans/rules';

const { values } = parseArgs({ options: { deals: { type: 'string', default: '30' } } });
const deals = Number(values.deals);

if (!Number.isInteger(deals) || deals < 1 || deals > 40) {
  console.error('Usage: npm run bench:analysis [-- --deals 30], 1 to 40 deals');
  process.exitCode = 2;
} else {
  const moments = playedPool(deals);
  const parts = analyst.parts(moments);
  const times: number[] = [];
  let cards = 0;
  for (const part of parts) {
    const began = process.cpuUsage().user;
    cards += analyst.judge(moments, part).cards.length;
    times.push((process.cpuUsage().user - began) / 1000);
  }
  const sorted = [...times].sort((a, b) => a - b);
  const ms = (at: number) => Math.round(sorted[Math.floor(at * (sorted.length - 1))]!);
  const seconds = times.reduce((sum, each) => sum + each, 0) / 1000;
  console.log(
    JSON.stringify({
      deals: parts.length,
      cards,
      cpuSeconds: Number(seconds.toFixed(1)),
      dealMs: { median: ms(0.5), longest: ms(1) },
    }),
  );
}

function playedPool(maxDeals: number): readonly Moment<State, Action>[] {
  const random = seededRandom(2026);
  const player = computers.find(({ level }) => level === 'middle')!;
  let state = preferans.start(preferansConventions({ maxDeals, poolTarget: 100 }));
  const moments: Moment<State, Action>[] = [{ state }];
  while (!state.end) {
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined) {
      const order = shuffle(length, random);
      state = preferans.shuffled!(state, order);
      moments.push({ state, step: { kind: 'shuffled', order } });
      continue;
    }
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    const chosen = player.choose(preferans.viewFor(state, seat), legal, random);
    const action = preferans.admits!(state, seat, chosen);
    state = preferans.apply(state, seat, action);
    moments.push({ state, step: { kind: 'acted', seat, action } });
  }
  return moments;
}
