import { IllegalAction, type Seat } from '@trellis/games/kit';
import type { Action } from '../action.js';
import type { AuctionWord } from '../auction.js';
import type { NamedContract } from '../bids.js';
import { cardsFromText, fullDeck, type Card } from '../cards.js';
import { preferansConventions } from '../conventions/index.js';
import { phaseOf, type Deal } from '../deal.js';
import { withDeck } from '../flow.js';
import { preferans } from '../game.js';
import type { State } from '../state.js';
import type { DefenceWord } from '../whist.js';

export interface TableSetting {
  readonly preset?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  /** 2 by default: of three players seat 0 is then the eldest hand. */
  readonly dealer?: Seat;
  /** Raspasy in a row before this deal. */
  readonly streak?: number;
  readonly hands?: HandsSetting;
}

/** Some or all cards of each hand, such as "AS KS"; what is not said is filled up with the other cards in order. */
export interface HandsSetting {
  readonly eldest?: string;
  readonly second?: string;
  readonly youngest?: string;
  readonly talon?: string;
}

/** A table with a deal on it, for tests: actions are made by whoever is to act. */
export function aTable(setting: TableSetting = {}): Table {
  return new Table(setting);
}

export class Table {
  state: State;

  constructor({ preset, options, dealer = 2, streak = 0, hands = {} }: TableSetting) {
    const start = preferans.start(preferansConventions(options, preset));
    const players = start.conventions.players;
    const seats = Array.from({ length: players }, (_, step) => (dealer + step) % players);
    const drawn = preferans.shuffled!(start, seats);
    this.state = withDeck(
      { ...drawn, pool: { ...drawn.pool!, raspasyStreak: streak } },
      deckWith(hands),
    );
  }

  get deal(): Deal {
    return this.state.deal!;
  }

  get phase(): string {
    return this.state.deal ? phaseOf(this.state.deal, this.state.conventions) : 'none';
  }

  get turn(): Seat | undefined {
    return preferans.toAct(this.state)[0];
  }

  act(action: unknown, seat: Seat | undefined = this.turn): this {
    const admitted = preferans.admits!(this.state, seat ?? -1, action);
    this.state = preferans.apply(this.state, seat ?? -1, admitted);
    return this;
  }

  /** The code and the rule of the refusal; undefined when the action is legal. */
  refusal(action: unknown, seat: Seat | undefined = this.turn): string | undefined {
    try {
      preferans.admits!(this.state, seat ?? -1, action);
      return undefined;
    } catch (error) {
      if (!(error instanceof IllegalAction)) throw error;
      return `${error.code} ${String(error.details?.['rule'])}`;
    }
  }

  call(...words: AuctionWord[]): this {
    for (const word of words) this.act({ kind: 'call', word });
    return this;
  }

  /** Discards the last two cards of the twelve unless told otherwise. */
  name(contract: NamedContract, discard?: string): this {
    const hand = this.deal.hands[this.deal.won!.declarer]!;
    const cards =
      discard === undefined ? hand.slice(10) : cardsFromText(discard.replaceAll(' ', ''));
    return this.act({ kind: 'contract', contract, discard: cards });
  }

  declare(...words: DefenceWord[]): this {
    for (const word of words) this.act({ kind: 'declare', word });
    return this;
  }

  play(cards: string): this {
    for (const card of cards.split(' ')) this.act({ kind: 'play', card });
    return this;
  }

  /** Plays so many tricks, always the first legal card. */
  playTricks(tricks: number): this {
    for (let card = 0; card < 3 * tricks && this.state.deal?.play; card++) {
      this.act(preferans.legalActions(this.state, this.turn!)[0]!);
    }
    return this;
  }

  legalCards(): string[] {
    return preferans
      .legalActions(this.state, this.turn!)
      .flatMap((action: Action) => (action.kind === 'play' ? [action.card] : []));
  }

  /** Ends the deal by an offer that all accept. */
  end(...tricks: number[]): this {
    const [by] = preferans.toAct(this.state);
    this.act({ kind: 'offer', tricks }, by);
    while (this.state.deal?.play?.offer) this.act({ kind: 'answer', yes: true });
    return this;
  }
}

/** A deck in dealing order that gives these cards. */
export function deckWith(hands: HandsSetting): Card[] {
  const wanted = [hands.eldest, hands.second, hands.youngest, hands.talon].map((text = '') =>
    cardsFromText(text.replaceAll(' ', ''))!,
  );
  const rest = fullDeck.filter((card) => !wanted.flat().includes(card));
  const [eldest, second, youngest, talon] = wanted.map((cards, at) => [
    ...cards,
    ...rest.splice(0, (at === 3 ? 2 : 10) - cards.length),
  ]) as [Card[], Card[], Card[], Card[]];
  const round = () => [eldest, second, youngest].flatMap((hand) => hand.splice(0, 2));
  return [...round(), ...talon, ...round(), ...round(), ...round(), ...round()];
}
