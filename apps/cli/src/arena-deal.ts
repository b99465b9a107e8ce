import { seededRandom, shuffle, type Computer } from '@trellis/games/kit';
import {
  preferans,
  preferansConventions,
  type Action,
  type Outcome,
  type State,
  type FoldedView,
} from '@trellis/games/preferans/rules';

export type Player = Computer<FoldedView, Action>;

export interface Deal {
  readonly seed: number;
  readonly preset: string;
  readonly players: number;
}

/** One deal played once from each seat by the lone player, all others being of the other kind. */
export interface Duplicate {
  readonly lone: string;
  /** Whists of the lone player a deal: what he makes of the same cards more than the others. */
  readonly whists: number;
  readonly outcomes: readonly Outcome[];
  /** Milliseconds of each decision, by level. */
  readonly thinking: Readonly<Record<string, readonly number[]>>;
}

export function playDuplicate([lone, others]: readonly [Player, Player], deal: Deal): Duplicate {
  const thinking: Record<string, number[]> = {};
  const outcomes: Outcome[] = [];
  let whists = 0;
  for (let seat = 0; seat < deal.players; seat++) {
    const seats = Array.from({ length: deal.players }, (_, at) => (at === seat ? lone : others));
    const end = playDeal(seats, deal, thinking);
    whists += end.end!.settlement[seat]! / deal.players;
    outcomes.push(end.last!.outcome!);
  }
  return { lone: lone.level, whists, outcomes, thinking };
}

/** A game of one deal, the same cards for the same seed. */
export function playDeal(
  seats: readonly Player[],
  { seed, preset, players }: Deal,
  thinking: Record<string, number[]> = {},
): State {
  const random = seededRandom(seed);
  const dealer = seed % players;
  const seatsInTurn = seats.map((_, at) => (at + dealer) % players);
  let state = preferans.start(preferansConventions({ players, maxDeals: 1 }, preset));
  state = preferans.shuffled!(state, seatsInTurn);
  state = preferans.shuffled!(state, shuffle(32, random));
  while (!state.end) {
    const seat = preferans.toAct(state)[0]!;
    const player = seats[seat]!;
    const legal = preferans.legalActions(state, seat);
    const began = performance.now();
    const chosen = player.choose(preferans.viewFor(state, seat), legal, random);
    if (legal.length > 1) (thinking[player.level] ??= []).push(performance.now() - began);
    state = preferans.apply(state, seat, preferans.admits!(state, seat, chosen));
  }
  return state;
}

/** The mean with its 95 % interval, how deals went, and how long decisions took. */
export function summaryOf(played: readonly Duplicate[], one: string, other: string) {
  const advantages = played.map(({ lone, whists }) => (lone === one ? whists : -whists));
  const deals = advantages.length;
  const mean = advantages.reduce((sum, each) => sum + each, 0) / deals;
  const variance = advantages.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (deals - 1);
  const half = 1.96 * Math.sqrt(variance / deals);
  const thinking = Object.fromEntries(
    [...new Set([one, other])].map((level) => {
      const times = played.flatMap((each) => each.thinking[level] ?? []).sort((a, b) => a - b);
      const at = (share: number) => round(times[Math.floor(share * (times.length - 1))] ?? 0);
      return [level, { decisions: times.length, medianMs: at(0.5), p99Ms: at(0.99), maxMs: at(1) }];
    }),
  );
  return {
    deals,
    whistsPerDeal: round(mean),
    interval95: [round(mean - half), round(mean + half)],
    standardDeviation: round(Math.sqrt(variance)),
    outcomes: countedOutcomes(played.flatMap(({ outcomes }) => outcomes)),
    thinking,
  };
}

function countedOutcomes(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name = nameOf(outcome);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

function nameOf(outcome: Outcome): string {
  if (outcome.type === 'misere') {
    return outcome.tricks[outcome.declarer] === 0 ? 'misere made' : 'misere caught';
  }
  if (outcome.type !== 'game') return outcome.type;
  const level = outcome.contract.slice(0, -1);
  if (!outcome.tricks) return `${level} passed out`;
  return outcome.tricks[outcome.declarer]! >= Number(level) ? `${level} made` : `${level} set`;
}

const round = (value: number) => Math.round(1000 * value) / 1000;
