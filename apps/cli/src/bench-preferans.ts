// `npm run bench:preferans`: how fast the rules are, as JSON. Whole random legal pools of the Sochi preset on one core.
import { seededRandom, shuffle } from '@trellis/games/kit';
import { preferans, preferansConventions, type State } from '@trellis/games/preferans/rules';

const conventions = preferansConventions();
const random = seededRandom(2026);

/** Plays one pool; with `times`, notes how long every `legal` and `apply` took together, in µs. */
function playPool(times?: number[]): { state: State; actions: number } {
  let state = preferans.start(conventions);
  let actions = 0;
  while (!preferans.result(state)) {
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined) {
      state = preferans.shuffled!(state, shuffle(length, random));
      continue;
    }
    const seat = preferans.toAct(state)[0]!;
    const began = times ? performance.now() : 0;
    const legal = preferans.legalActions(state, seat);
    state = preferans.apply(state, seat, legal[Math.floor(random() * legal.length)]!);
    times?.push((performance.now() - began) * 1000);
    actions++;
  }
  return { state, actions };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

for (let warm = 0; warm < 100; warm++) playPool();

const began = performance.now();
const cpuBegan = process.cpuUsage();
let pools = 0;
let actions = 0;
let deals = 0;
let stateBytes = 0;
while (performance.now() - began < 3000) {
  const played = playPool();
  pools++;
  actions += played.actions;
  deals += played.state.pool!.outcomes.length;
  stateBytes = Math.max(stateBytes, JSON.stringify(played.state).length);
}
const seconds = (performance.now() - began) / 1000;
const cpu = process.cpuUsage(cpuBegan);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;

const times: number[] = [];
for (let timed = 0; timed < 100; timed++) playPool(times);

console.log(
  JSON.stringify({
    poolsPerSecond: Math.round(pools / seconds),
    // The same on a machine that has nothing else to do: garbage collection's own threads included.
    poolsPerCpuSecond: Math.round(pools / cpuSeconds),
    medianMicrosecondsPerAction: Number(median(times).toFixed(2)),
    actionsPerPool: Math.round(actions / pools),
    dealsPerPool: Math.round(deals / pools),
    largestStateBytes: stateBytes,
  }),
);
