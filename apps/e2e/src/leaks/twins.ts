import { houseGame } from '@trellis/games/catalog/house';
import { seededRandom, shuffle, type AnyGame, type Seat, type Viewer } from '@trellis/games/kit';
import { preferans, type Action, type Card, type State } from '@trellis/games/preferans/rules';
import type { Games } from '@trellis/tables';
import { ClubInside } from '../harness/club-inside.js';
import { FrozenClock } from '../harness/frozen-clock.js';
import { agreements } from './leak-scan.js';
import { viewIn } from './frame-scan.js';
import { dealt, mayKnow } from './knowledge.js';
import { someAction } from './some-action.js';
import { aCompany, WatchedTable, type Agreed, type Company } from './watched-table.js';

export interface TwinReport {
  readonly seed: number;
  readonly pairs: number;
  /** Messages that were compared, byte by byte. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly vantage: string;
  readonly swapped: readonly [Card, Card];
  readonly one: string;
  readonly other: string;
}

/** Deals the decks of the machine's choice, whatever was drawn. `wrap` plants a bug. */
class ChosenDecks {
  private seed = 0;
  private swap: readonly [Card, Card] | undefined;
  readonly games: Games;

  constructor(wrap: (game: AnyGame) => AnyGame) {
    const chosen: AnyGame = wrap({
      ...preferans,
      computers: [],
      shuffled: (state: State, order: readonly number[]) =>
        preferans.shuffled!(state, this.order(state, order.length)),
    });
    this.games = (name) => (name === 'preferans' ? chosen : houseGame(name));
  }

  choose(seed: number, swap?: readonly [Card, Card]): void {
    this.seed = seed;
    this.swap = swap;
  }

  private order(state: State, length: number): readonly number[] {
    const dealNo = state.last?.deal.no ?? 0;
    const order = shuffle(length, seededRandom(this.seed * 100 + dealNo));
    if (!this.swap || length !== 32) return order;
    const [one, other] = this.swap.map(numberOf) as [number, number];
    return order.map((each) => (each === one ? other : each === other ? one : each));
  }
}

/** One deal as it was played. */
interface Course {
  readonly actions: readonly { readonly seat: Seat; readonly action: Action }[];
  /** What came to each vantage, in order. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
  readonly viewers: ReadonlyMap<string, Viewer>;
  readonly states: readonly { readonly seq: number; readonly state: State }[];
}

/**
 * Plays deals twice, the second time with two hidden cards changed about, and compares what came to
 * those who could not know: byte by byte, but for the ids of table and game, until the rules
 * show one of the two cards.
 */
export async function compareTwins(options: {
  readonly pairs: number;
  readonly seed: number;
  readonly wrap?: (game: AnyGame) => AnyGame;
}): Promise<TwinReport> {
  const decks = new ChosenDecks(options.wrap ?? ((game) => game));
  const club = await ClubInside.start({ games: decks.games, clock: new FrozenClock() });
  const differences: Difference[] = [];
  let [pairs, compared] = [0, 0];
  try {
    for (let deal = 0; pairs < options.pairs; deal++) {
      const seed = options.seed * 1000 + deal;
      const agreed = { ...agreements[deal % agreements.length]!, rated: false };
      // People of their own, so that no table is limited for what another one asked.
      const company = await aCompany(club, `Twins ${inLetters(deal)}`);
      decks.choose(seed);
      const one = await course(club, company, agreed, seed);
      for (const viewer of [...Array(agreed.players).keys(), 'spectator'] as Viewer[]) {
        const swap = hiddenPair(one, viewer, seededRandom(seed + pairs));
        if (!swap || pairs >= options.pairs) continue;
        pairs++;
        decks.choose(seed, swap.cards);
        const other = await course(club, company, agreed, seed, played(one, swap));
        for (const [vantage, of] of one.viewers)
          if (of === viewer) compared += compare(vantage, one, other, swap, differences);
      }
    }
  } finally {
    await club.stop();
  }
  return { seed: options.seed, pairs, compared, differences };
}

/** Plays one deal: these actions, or random ones. */
async function course(
  club: ClubInside,
  company: Company,
  agreed: Agreed,
  seed: number,
  actions?: Course['actions'],
): Promise<Course> {
  const random = seededRandom(seed);
  const table = await WatchedTable.set(club, company, agreed);
  await table.settled();
  for (const each of table.everybody) each.take();
  const { gameId } = await table.note();
  const done: { seat: Seat; action: Action }[] = [];
  const states: { seq: number; state: State }[] = [];
  for (;;) {
    const { state, seq } = await table.note();
    if (done.length === 2) await table.allAskMore();
    if (!state?.deal || state.deal.no > 1 || (actions && done.length === actions.length)) break;
    states.push({ seq, state });
    const [seat = 0] = preferans.toAct(state);
    const next = actions?.[done.length] ?? { seat, action: someAction(state, seat, random) };
    await table.act(next.seat, next.action, seq);
    done.push(next);
  }
  await table.settled();
  const known = (text: string) =>
    text.replaceAll(table.tableId, 'TABLE').replaceAll(gameId!, 'GAME').replace(drawn, '"drawn":0');
  const heard = new Map(table.everybody.map((each) => [each.name, each.take().map(known)]));
  const viewers = new Map(table.everybody.map(({ name, viewer }) => [name, viewer]));
  await table.end();
  return { actions: done, heard, viewers, states };
}

/** What the club and the pages draw anew for each game. */
const drawn = /"commitment":"[0-9a-f]{64}"|"contributions":\[[^\]]*\]/g;

interface Swap {
  readonly cards: readonly [Card, Card];
  /** The first entry after which the viewer may know one of them. */
  readonly until: number;
}

/**
 * Two cards of a suit in places that this viewer does not see, such that the deal goes on in the same way until one
 * of them is shown: the pair that stays hidden longest, or any, in turn.
 */
function hiddenPair({ states }: Course, viewer: Viewer, random: () => number): Swap | undefined {
  const [first] = states;
  if (!first) return undefined;
  const { hands, talon } = dealt(first.state.deal!, first.state.conventions.players);
  const shown = (card: Card) =>
    states.find(({ state }) => mayKnow(state, viewer).has(card))?.seq ?? states.at(-1)!.seq + 1;
  const places = [...hands, talon].map((cards) => cards.map((card) => ({ card, at: shown(card) })));
  const pairs = places.flatMap((place, index) =>
    places
      .slice(index + 1)
      .flatMap((other) =>
        place.flatMap((one) =>
          other
            .filter(({ card }) => card[1] === one.card[1])
            .map((two): Swap => ({ cards: [one.card, two.card], until: Math.min(one.at, two.at) })),
        ),
      ),
  );
  const hidden = pairs.filter(({ until }) => until > first.seq).sort((a, b) => b.until - a.until);
  return random() < 0.7 ? hidden[0] : hidden[Math.floor(random() * hidden.length)];
}

/** The same actions as far as the pair is hidden; who laid one card away now lays the other away. */
function played({ actions, states }: Course, { cards: [one, other], until }: Swap) {
  const changed = (card: Card) => (card === one ? other : card === other ? one : card);
  const shown = states.findIndex(({ seq }) => seq >= until);
  // The action before that is the one that shows it, and the last one of all ends the deal.
  const last = (shown < 0 ? states.length : shown) - 1;
  return actions.slice(0, last).map(({ seat, action }) => ({
    seat,
    action:
      action.kind === 'contract' ? { ...action, discard: action.discard.map(changed) } : action,
  }));
}

/** How many messages were compared. */
function compare(
  vantage: string,
  one: Course,
  other: Course,
  { cards, until }: Swap,
  differences: Difference[],
): number {
  const [first, second] = [one, other].map(({ heard }) => hiddenPart(heard.get(vantage)!, until));
  const length = Math.max(first!.length, second!.length);
  for (let at = 0; at < length; at++) {
    const [a = 'nothing', b = 'nothing'] = [first![at], second![at]];
    if (a !== b) {
      differences.push({ vantage, swapped: cards, one: around(a, b), other: around(b, a) });
      break;
    }
  }
  return length;
}

/**
 * The messages before the first that shows the entry `until`. Who came and went is told when there is time for it,
 * which is not the same in two runs: what says nothing new of the game is left out.
 */
function hiddenPart(heard: readonly string[], until: number): string[] {
  const kept: string[] = [];
  for (const text of heard) {
    const message = JSON.parse(text.slice(text.indexOf('['))) as unknown[];
    const view = viewIn(message);
    if (view && view.seq >= until) break;
    if (message[0] === 'table:view' && isPresence(message[1])) continue;
    // The list of tables and of people online changes with everybody in the club.
    if (message[0] !== 'hall:changes' && message[0] !== 'hall:counts') kept.push(text);
  }
  return kept;
}

const isPresence = (view: unknown) => (view as { happened: unknown[] }).happened.length === 0;

/** Where two texts begin to differ. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return text.slice(Math.max(0, at - 80), at + 80);
}

const numberOf = (card: Card) => 8 * 'SCDH'.indexOf(card[1]!) + '789TJQKA'.indexOf(card[0]!);

/** Names are made of letters. */
const inLetters = (value: number) =>
  [...String(value)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
