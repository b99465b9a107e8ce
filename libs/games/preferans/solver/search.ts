import { beats } from './beats.js';
import { cardHolders, withoutCard, type Three } from './card-holders.js';
import { noCard, PositionTable } from './position-table.js';
import { answerScore, discardScore, leadScore } from './order-of-trying.js';
import { layouts, runs, safe } from './suit-tables.js';
import { sureTricks } from './sure-tricks.js';

/**
 * The heart of the solver: "does the lone player take at least `need` of the tricks that are left?",
 * by alpha-beta with a window of nothing and a table of positions met before.
 *
 * Cards are the bits of a 32-bit number, suit by suit, eight bits each from the seven up; trumps, if
 * any, are the top eight. Hands come in the order they play to the trick; `soloAt` says which of them,
 * 0 to 2, is the lone player's. The other two are of one mind.
 */
export interface Search {
  /** Nobody has played to the trick yet. All hands hold `tricks` cards. */
  lead(need: number, tricks: number, soloAt: number, hands: Three): boolean;
  /** `played` of the first hand is on the table. */
  second(need: number, tricks: number, soloAt: number, hands: Three, played: number): boolean;
  /** `first` and `then` of the first two hands are on the table. */
  third(
    need: number,
    tricks: number,
    soloAt: number,
    hands: Three,
    first: number,
    then: number,
  ): boolean;
  /** How many tricks were begun in all searches so far: a measure of work that no clock disturbs. */
  readonly nodes: number;
  /** Forgets everything, so that what follows takes the same steps as in a new search. */
  clear(): void;
}

/** `aim` game: the lone player wants tricks. Misère: he avoids them. */
export function newSearch(aim: 'game' | 'misere', hasTrump: boolean): Search {
  const soloYes = aim === 'game';
  const firstTrump = hasTrump ? 24 : 32;
  const table = new PositionTable();
  /** How often a card led by the lone player (0 to 31) or the others (32 to 63) has settled the question. */
  const settled = new Int32Array(64);
  const moves = new Int32Array(12 * 34);
  let nodes = 0;

  function lead(
    need: number,
    n: number,
    soloAt: number,
    hl: number,
    hn: number,
    ht: number,
    a: number,
    b: number,
  ): boolean {
    if (need <= 0) return true;
    if (need > n) return false;
    nodes++;
    if (n === 1) return soloTakesLast(soloAt, hl, hn, ht);

    if (soloYes) {
      const sure = sureTricks(hasTrump, hl, hn, ht);
      if (soloAt === 0 ? need <= sure : need > n - sure) return soloAt === 0;
    } else if (soloAt !== 0) {
      const solo = soloAt === 1 ? hn : ht;
      const others = soloAt === 1 ? hl | ht : hl | hn;
      if (
        safe[((solo & 255) << 8) | (others & 255)]! &
        safe[(solo & 0xff00) | ((others >>> 8) & 255)]! &
        safe[((solo >>> 8) & 0xff00) | ((others >>> 16) & 255)]! &
        safe[((solo >>> 16) & 0xff00) | (others >>> 24)]!
      )
        return false;
    }

    const low = layouts[a & 0xffff]! | (layouts[a >>> 16]! << 14) | ((soloAt + 1) << 28);
    const high = layouts[b & 0xffff]! | (layouts[b >>> 16]! << 14);
    const at = table.placeOf(low, high);
    let atLeast = 0;
    let atMost = n;
    let known = noCard;
    if (table.holds(at, low, high)) {
      atLeast = table.bounds[at]! & 15;
      atMost = table.bounds[at]! >> 4;
      if (atLeast >= need) return true;
      if (atMost < need) return false;
      known = table.bestLeads[at]!;
    }

    const yes = (soloAt === 0) === soloYes;
    const others = hn | ht;
    let reps =
      runs[((hl & 255) << 8) | (others & 255)]! |
      (runs[(hl & 0xff00) | ((others >>> 8) & 255)]! << 8) |
      (runs[((hl >>> 8) & 0xff00) | ((others >>> 16) & 255)]! << 16) |
      (runs[((hl >>> 16) & 0xff00) | (others >>> 24)]! << 24);
    const base = n * 36;
    let end = base;
    const history = soloAt === 0 ? 0 : 32;
    while (reps !== 0) {
      const bit = reps & -reps;
      reps ^= bit;
      const card = 31 - Math.clz32(bit);
      let score =
        card === known
          ? 1 << 25
          : settled[history + card]! + leadScore(soloYes, hasTrump, card, soloAt, hl, hn, ht);
      if (score > 1 << 25) score = 1 << 25;
      end = insert(base, end, score, card);
    }

    let answer = !yes;
    let best = known;
    for (let i = base; i < end; i++) {
      const card = moves[i]! & 31;
      if (second(need, n, soloAt, hl & ~(1 << card), hn, ht, a, b, card) === yes) {
        answer = yes;
        best = card;
        settled[history + card]! += n * n;
        break;
      }
    }
    if (answer) atLeast = need;
    else atMost = need - 1;
    table.put(at, low, high, atLeast | (atMost << 4), best, n);
    return answer;
  }

  function second(
    need: number,
    n: number,
    soloAt: number,
    hl: number,
    hn: number,
    ht: number,
    a: number,
    b: number,
    c1: number,
  ): boolean {
    const yes = (soloAt === 1) === soloYes;
    const base = n * 36 + 12;
    const end = answers(base, hn, hl | ht, c1, c1, soloAt === 1, soloAt === 0);
    for (let i = base; i < end; i++) {
      const c2 = moves[i]! & 31;
      if (third(need, n, soloAt, hl, hn & ~(1 << c2), ht, a, b, c1, c2) === yes) return yes;
    }
    return !yes;
  }

  function third(
    need: number,
    n: number,
    soloAt: number,
    hl: number,
    hn: number,
    ht: number,
    a: number,
    b: number,
    c1: number,
    c2: number,
  ): boolean {
    const yes = (soloAt === 2) === soloYes;
    const secondWins = beats(c2, c1, firstTrump);
    const winning = secondWins ? c2 : c1;
    const base = n * 36 + 24;
    const winner = secondWins ? 1 : 0;
    const end = answers(base, ht, hl | hn, c1, winning, soloAt === 2, winner === soloAt);
    a = withoutCard(a, c1);
    a = withoutCard(a, c2);
    b = withoutCard(b, c1 - 16);
    b = withoutCard(b, c2 - 16);
    for (let i = base; i < end; i++) {
      const c3 = moves[i]! & 31;
      const a3 = withoutCard(a, c3);
      const b3 = withoutCard(b, c3 - 16);
      const rest = ht & ~(1 << c3);
      let took: boolean;
      if (beats(c3, winning, firstTrump)) {
        const solo = soloAt === 2;
        took = lead(solo ? need - 1 : need, n - 1, solo ? 0 : soloAt + 1, rest, hl, hn, a3, b3);
      } else if (secondWins) {
        const solo = soloAt === 1;
        took = lead(
          solo ? need - 1 : need,
          n - 1,
          solo ? 0 : soloAt === 2 ? 1 : 2,
          hn,
          rest,
          hl,
          a3,
          b3,
        );
      } else {
        took = lead(soloAt === 0 ? need - 1 : need, n - 1, soloAt, hl, hn, rest, a3, b3);
      }
      if (took === yes) return yes;
    }
    return !yes;
  }

  /** Lists what may be answered to `led`, the likeliest first, one of each run; returns the end of the list. */
  function answers(
    base: number,
    hand: number,
    others: number,
    led: number,
    winning: number,
    isSolo: boolean,
    soloWins: boolean,
  ): number {
    others |= 1 << winning;
    const suit = led & 24;
    let shift = suit;
    let mine = (hand >>> suit) & 255;
    if (mine === 0 && hasTrump && suit !== 24) {
      shift = 24;
      mine = hand >>> 24;
    }
    let end = base;
    if (mine !== 0) {
      let reps = runs[(mine << 8) | ((others >>> shift) & 255)]!;
      while (reps !== 0) {
        const bit = reps & -reps;
        reps ^= bit;
        const card = shift + 31 - Math.clz32(bit);
        end = insert(
          base,
          end,
          answerScore(soloYes, firstTrump, card, winning, isSolo, soloWins),
          card,
        );
      }
      return end;
    }
    for (shift = 0; shift < 32; shift += 8) {
      mine = (hand >>> shift) & 255;
      if (mine === 0) continue;
      const theirs = (others >>> shift) & 255;
      let reps = runs[(mine << 8) | theirs]!;
      while (reps !== 0) {
        const bit = reps & -reps;
        reps ^= bit;
        const rank = 31 - Math.clz32(bit);
        end = insert(base, end, discardScore(soloYes, mine, theirs, rank, isSolo), shift + rank);
      }
    }
    return end;
  }

  function insert(base: number, end: number, score: number, card: number): number {
    const entry = (score << 5) | card;
    let at = end;
    while (at > base && moves[at - 1]! < entry) {
      moves[at] = moves[at - 1]!;
      at--;
    }
    moves[at] = entry;
    return end + 1;
  }

  /** One card each is left: the answers are forced. */
  function soloTakesLast(soloAt: number, hl: number, hn: number, ht: number): boolean {
    const c1 = 31 - Math.clz32(hl);
    const c2 = 31 - Math.clz32(hn);
    const c3 = 31 - Math.clz32(ht);
    if (beats(c2, c1, firstTrump)) return soloAt === (beats(c3, c2, firstTrump) ? 2 : 1);
    return soloAt === (beats(c3, c1, firstTrump) ? 2 : 0);
  }

  return {
    lead: (need, tricks, soloAt, hands) =>
      lead(need, tricks, soloAt, ...hands, ...cardHolders(soloAt, hands)),
    second: (need, tricks, soloAt, hands, played) =>
      second(need, tricks, soloAt, ...hands, ...cardHolders(soloAt, hands), played),
    third: (need, tricks, soloAt, hands, first, then) =>
      third(need, tricks, soloAt, ...hands, ...cardHolders(soloAt, hands), first, then),
    get nodes() {
      return nodes;
    },
    clear() {
      table.clear();
      settled.fill(0);
      nodes = 0;
    },
  };
}
