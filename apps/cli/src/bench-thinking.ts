// `npm run bench:thinking [-- --deals 120] [--level strong]`: how long a player of the house thinks, by what there was to
// decide, as JSON. Seeded deals of every preset with three and four; in every other one chance bids, so that there are
// misères, discards and raspasy that nobody sound would come to. Time of the processor, on one core.
import { parseArgs } from 'node:util';
import { seededRandom, shuffle } from '@trellis/games/kit';
import { computers } from '@trellis/games/preferans/computer';
import {
  preferans,
  preferansConventions,
  type Action,
  type State,
} from '@trellis/games/preferans/rules';

const { values } = parseArgs({
  options: {
    deals: { type: 'string', default: '120' },
    level: { type: 'string', default: 'strong' },
  },
});
const deals = Number(values.deals);
const player = computers.find(({ level }) => level === values.level);
const took = new Map<string, number[]>();

if (!player || !Number.isInteger(deals) || deals < 1) {
  const levels = computers.map(({ level }) => level).join(' | ');
  console.error(`Usage: npm run bench:thinking [-- --deals 120] [--level ${levels}]`);
  process.exitCode = 2;
} else {
  const presets = preferans.conventions.presets.map(({ id }) => id);
  for (let deal = 0; deal < deals; deal++) {
    const preset = presets[Math.floor(deal / 2) % presets.length]!;
    playDeal(deal, preset, deal % 8 < 6 ? 3 : 4, deal % 2 === 1);
  }
  const all = [...took.values()].flat();
  const byKind = [...took].map(([kind, times]) => [kind, figures(times)] as const);
  console.log(
    JSON.stringify({
      level: player.level,
      deals,
      all: figures(all),
      ...Object.fromEntries(byKind.sort()),
    }),
  );
}

function playDeal(seed: number, preset: string, players: number, chanceBids: boolean): void {
  const random = seededRandom(seed);
  let state = preferans.start(preferansConventions({ players, maxDeals: 1 }, preset));
  state = preferans.shuffled!(state, shuffle(players, random));
  state = preferans.shuffled!(state, shuffle(32, random));
  while (!state.end) {
    const seat = preferans.toAct(state)[0]!;
    const legal = preferans.legalActions(state, seat);
    const isByChance = chanceBids && legal[0]!.kind === 'call';
    const action = isByChance ? lowBid(legal, random) : thought(state, seat, legal, random);
    state = preferans.apply(state, seat, preferans.admits!(state, seat, action));
  }
}

function thought(
  state: State,
  seat: number,
  legal: readonly Action[],
  random: () => number,
): Action {
  const view = preferans.viewFor(state, seat);
  const before = process.cpuUsage();
  const action = player!.choose(view, legal, random);
  const { user, system } = process.cpuUsage(before);
  const kind = kindOf(state, legal);
  took.set(kind, [...(took.get(kind) ?? []), (user + system) / 1000]);
  return action;
}

function kindOf({ deal }: State, [first]: readonly Action[]): string {
  if (first!.kind === 'call') return 'bid';
  if (first!.kind === 'contract') return deal!.won!.bid === 'M' ? 'misereDiscard' : 'contract';
  if (first!.kind !== 'play') return first!.kind;
  if (!deal!.won) return 'raspasyCard';
  return deal!.named!.contract === 'M' ? 'misereCard' : 'card';
}

function lowBid(legal: readonly Action[], random: () => number): Action {
  const low = legal.filter((each) => each.kind === 'call' && /^(P|6.|M)$/.test(each.word));
  return low[Math.floor(random() * low.length)]!;
}

function figures(times: readonly number[]) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1));
  return { decisions: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}
