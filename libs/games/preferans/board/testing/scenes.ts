import type { Seat, Viewer } from '@trellis/games/kit';
import {
  cardsFromText,
  fullDeck,
  preferans,
  preferansConventions,
  type Action,
  type Card,
  type State,
  unfold,
  type View,
} from '@trellis/games/preferans/rules';

/** A table in the middle of a game, brought there by the real rules; for tests and for looking at. */
export class SceneTable {
  state: State;

  constructor(options: Readonly<Record<string, unknown>> = {}, preset = 'sochi', dealer: Seat = 2) {
    const start = preferans.start(preferansConventions(options, preset));
    const { players } = start.conventions;
    const seats = Array.from({ length: players }, (_, step) => (dealer + step) % players);
    this.state = preferans.shuffled!(start, seats);
  }

  /** Deals so that eldest, second and youngest hand and the talon hold these cards, filled up in order. */
  deal(eldest = '', second = '', youngest = '', talon = ''): this {
    const wanted = [eldest, second, youngest, talon].map((text) =>
      cardsFromText(text.replaceAll(' ', ''))!,
    );
    const rest = fullDeck.filter((card) => !wanted.flat().includes(card));
    const packets = wanted.map((cards, at) => [
      ...cards,
      ...rest.splice(0, (at === 3 ? 2 : 10) - cards.length),
    ]);
    const [first, next, last, two] = packets as [Card[], Card[], Card[], Card[]];
    const round = () => [first, next, last].flatMap((hand) => hand.splice(0, 2));
    const deck = [...round(), ...two, ...round(), ...round(), ...round(), ...round()];
    this.state = preferans.shuffled!(
      this.state,
      deck.map((card) => fullDeck.indexOf(card)),
    );
    return this;
  }

  act(action: Action, seat: Seat = preferans.toAct(this.state)[0]!): this {
    this.state = preferans.apply(this.state, seat, preferans.admits!(this.state, seat, action));
    return this;
  }

  /** Words of the auction, of the defence, contracts ("6S/7S8S" with the discard) and cards, each by whom it is up to. */
  do(text: string): this {
    for (const word of text.split(' ').filter(Boolean)) this.act(actionOf(word));
    return this;
  }

  /** The first legal card, so many times. */
  playOn(cards: number): this {
    for (let card = 0; card < cards && this.state.deal?.play; card++) {
      this.act(preferans.legalActions(this.state, preferans.toAct(this.state)[0]!)[0]!);
    }
    return this;
  }

  /** Ends the deal by an offer that everybody accepts. */
  end(...tricks: number[]): this {
    this.act({ kind: 'offer', tricks });
    while (this.state.deal?.play?.offer) this.act({ kind: 'answer', yes: true });
    return this;
  }

  view(viewer: Viewer): View {
    return unfold(preferans.viewFor(this.state, viewer));
  }

  legal(viewer: Viewer): readonly Action[] {
    return viewer === 'spectator' ? [] : preferans.legalActions(this.state, viewer);
  }
}

const defence = ['whist', 'pass', 'half', 'open', 'closed'] as const;

function actionOf(word: string): Action {
  const declared = defence.find((each) => each === word);
  if (declared) return { kind: 'declare', word: declared };
  const [contract, discard] = word.split('/');
  if (discard !== undefined) {
    return { kind: 'contract', contract, discard: cardsFromText(discard) } as Action;
  }
  if (/^[789TJQKA][SCDH]$/.test(word) && !/^[6789][SCDH]$/.test(word))
    return { kind: 'play', card: word as Card };
  if (word.startsWith('.')) return { kind: 'play', card: word.slice(1) as Card };
  return { kind: 'call', word } as Action;
}

export interface Scene {
  readonly table: SceneTable;
  readonly viewer: Viewer;
}

const strong = 'AS KS QS JS TS AH KH AD 7C 8D';
const other = 'AC KC QC JC TC 9C KD QD QH JH';
const third = '9S 8S 7S TH 9H 8H 7H JD TD 8C';
const talon = '9D 7D';
const low = '7S 8S 9S 7C 8C 9C 7D 8D 7H 8H';

const dealt = () => new SceneTable().deal(strong, other, third, talon);

/** Played deals before, so that there is something on the sheet. */
const withPast = (options?: Readonly<Record<string, unknown>>, preset?: string) =>
  new SceneTable(options, preset, 1)
    .deal(strong, other, third, talon)
    .do('6S P P 7S/7C8D whist pass closed')
    .end(2, 1, 7)
    .deal()
    .do('P P P')
    .end(4, 0, 6);

/** Each phase of a deal, and who looks at it. */
export const scenes: Readonly<Record<string, () => Scene>> = {
  draw: () => {
    const table = new SceneTable();
    const { pool: _, ...state } = table.state;
    table.state = state;
    return { table, viewer: 0 };
  },
  auction: () => ({ table: dealt(), viewer: 0 }),
  hold: () => ({ table: dealt().do('6S 6C P'), viewer: 0 }),
  'auction-waiting': () => ({ table: dealt().do('6S'), viewer: 0 }),
  /** The deal before was given up in the middle of a trick. */
  'given-up': () => ({
    table: new SceneTable({}, 'sochi', 1)
      .deal(strong, other, third, talon)
      .do('6S P P 7S/7C8D whist whist .AH .QH .7H .KH')
      .end(8, 1, 1)
      .deal(strong, other, third, talon),
    viewer: 1,
  }),
  'auction-next': () => ({ table: withPast().deal(strong, other, third, talon), viewer: 1 }),
  discard: () => ({ table: dealt().do('6S P P'), viewer: 0 }),
  talon: () => ({ table: dealt().do('6S P P'), viewer: 1 }),
  whist: () => ({ table: dealt().do('6S P P 7S/7C8D'), viewer: 1 }),
  half: () => ({ table: dealt().do('6S P P 7S/7C8D pass'), viewer: 2 }),
  choose: () => ({ table: dealt().do('6S P P 7S/7C8D whist pass'), viewer: 1 }),
  lead: () => ({ table: dealt().do('6S P P 7S/7C8D whist whist'), viewer: 0 }),
  follow: () => ({ table: dealt().do('6S P P 7S/7C8D whist whist .AH .QH'), viewer: 2 }),
  ahead: () => ({ table: dealt().do('6S P P 7S/7C8D whist whist .AH'), viewer: 2 }),
  trick: () => ({ table: dealt().do('6S P P 7S/7C8D whist whist .AH .QH .7H'), viewer: 0 }),
  'open-partner': () => ({
    table: dealt().do('6S P P 7S/7C8D pass whist open .AH'),
    viewer: 2,
  }),
  'open-declarer': () => ({
    table: dealt().do('6S P P 7S/7C8D pass whist open .AH .QH'),
    viewer: 0,
  }),
  'misere-discard': () => ({ table: new SceneTable().deal(low).do('M P P'), viewer: 0 }),
  misere: () => ({
    table: new SceneTable()
      .deal('', low)
      .do('P M P')
      .act({ kind: 'contract', contract: 'M', discard: cardsFromText('7H8H')! })
      .playOn(4),
    viewer: 1,
  }),
  'misere-catcher': () => ({
    table: new SceneTable()
      .deal(low)
      .do('M P P')
      .act({ kind: 'contract', contract: 'M', discard: cardsFromText('7H8H')! })
      .playOn(1),
    viewer: 1,
  }),
  'checked-ten': () => ({
    table: new SceneTable({}, 'leningrad')
      .deal(strong, other, third, talon)
      .do('10S P P 10S/7C8D .AS'),
    viewer: 1,
  }),
  raspasy: () => ({ table: dealt().do('P P P'), viewer: 0 }),
  'raspasy-second': () => ({ table: dealt().do('P P P .AD .KD .TD'), viewer: 0 }),
  'four-dealer': () => ({
    table: new SceneTable({ players: 4 }, 'sochi', 0)
      .deal(strong, other, third, talon)
      .do('6S 7C P'),
    viewer: 0,
  }),
  'four-raspasy': () => ({
    table: new SceneTable({ players: 4 }, 'sochi', 0)
      .deal(strong, other, third, talon)
      .do('P P P .AD'),
    viewer: 2,
  }),
  offer: () => ({
    table: dealt()
      .do('6S P P 7S/7C8D whist whist .AH .QH .7H')
      .act({ kind: 'offer', tricks: [8, 1, 1] }),
    viewer: 1,
  }),
  stop: () => ({ table: dealt().do('6S').act({ kind: 'propose-stop' }, 2), viewer: 0 }),
  spectator: () => ({
    table: dealt().do('6S P P 7S/7C8D pass whist open .AH'),
    viewer: 'spectator',
  }),
  over: () => {
    const table = withPast();
    for (const seat of [0, 1, 2]) {
      table.act(seat === 0 ? { kind: 'propose-stop' } : { kind: 'answer-stop', yes: true }, seat);
    }
    return { table, viewer: 0 };
  },
};
