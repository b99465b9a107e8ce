import type { Moment, Seat } from '@trellis/games/kit';
import { comeBack, goAway } from '../absence.js';
import type { Action } from '../action.js';
import { isBid, isContract } from '../bids.js';
import { cardNumber, cardsFromText, isCard, type Card } from '../cards.js';
import { outcomeOf, phaseOf } from '../deal.js';
import { finishDeal, forfeit, proven, shuffled, start, voidDeal, withDeck } from '../flow.js';
import { arePossible, offerWaitsFor } from '../offers.js';
import { isPlayed } from '../play.js';
import type { Entry, SheetChange } from '../score-sheet.js';
import type { State } from '../state.js';
import { compareDeal, same } from './compare-deal.js';
import {
  broken,
  unreadable,
  type DealRecord,
  type GameRecord,
  type OfferRecord,
} from './record.js';
import { ReplayedGame, type ReplayStep } from './replayed-game.js';

export interface Replay {
  readonly state: State;
  readonly steps: readonly ReplayStep[];
  /** Every state on the way; without a step where a deal ended by something the record does not tell. */
  readonly moments: readonly Moment<State, Action>[];
  readonly deals: readonly {
    readonly record: DealRecord;
    readonly entries: readonly Entry[];
    readonly change: SheetChange;
    /** After the deal. */
    readonly state: State;
  }[];
}

export interface ReplayOptions {
  /** One-line deals keep no offers: there a deal may end early with the tricks that are written. */
  readonly offersUnknown?: boolean;
}

/**
 * Rules 17.3 and 17.4: plays a record again, action by action, and compares every number in it. Refuses
 * `damaged-record` with the position of the first thing that cannot be true, and the rule it breaks.
 */
export function replay(record: GameRecord, options: ReplayOptions = {}): Replay {
  const player = new RecordPlayer(record, options);
  record.deals.forEach((deal, at) => player.playDeal(deal, at));
  player.playEnd();
  return player;
}

class RecordPlayer extends ReplayedGame implements Replay {
  readonly deals: Replay['deals'][number][] = [];

  constructor(
    private readonly record: GameRecord,
    private readonly options: ReplayOptions,
  ) {
    super(start(record.options));
    const { firstDealer, players } = record;
    const seats = players.map((_, seat) => seat);
    const drawn = [firstDealer, ...seats.filter((seat) => seat !== firstDealer)];
    this.reach(shuffled(this.state, drawn), { kind: 'shuffled', order: drawn });
  }

  playDeal(deal: DealRecord, index: number): void {
    const path = `deals[${index}]`;
    if (this.state.end) throw broken(path, '12.1', 'the game is over before this deal');
    if (deal.dealer !== this.state.pool!.dealer) {
      throw broken(`${path}.dealer`, '2.5', `seat ${this.state.pool!.dealer} deals`);
    }
    const deck = cardsFromText(deal.deck);
    if (!deck || deck.length !== 32 || new Set(deck).size !== 32) {
      throw broken(`${path}.deck`, '2.1', 'the deck must be 32 different cards');
    }
    for (const { seat } of this.state.absence?.away ?? []) this.state = comeBack(this.state, seat);
    this.reach(withDeck(this.state, deck), { kind: 'shuffled', order: deck.map(cardNumber) });
    this.seatHouse(deal, index);
    if (deal.no !== this.state.deal!.no) {
      throw broken(`${path}.no`, '17.1', `this is deal ${this.state.deal!.no}`);
    }
    this.playAuction(deal, path);
    this.playContract(deal, path);
    this.playWhist(deal, path);
    this.playCards(deal, path);
    if (this.state.deal) this.endEarly(deal, index, path);
    this.deals.push({ record: deal, state: this.state, ...compareDeal(deal, this.state, path) });
  }

  /**
   * Rule 14.6: for whom a computer plays in this deal. When in the deal it began and ended makes no difference to the
   * result; who is away at the end is so from the beginning of his last deal.
   */
  private seatHouse({ house = [] }: DealRecord, index: number): void {
    const isLast = index === this.record.deals.length - 1;
    const absent = isLast ? (this.record.end?.absent ?? []) : [];
    const gone = absent.filter(({ seat }) => house.includes(seat));
    for (const { seat, reason } of gone) this.state = goAway(this.state, seat, reason);
    const players = this.record.players.length;
    for (const seat of house) {
      if (seat >= players)
        throw unreadable(`deals[${index}].house`, 'names a seat that is not there');
      if (!gone.some((each) => each.seat === seat))
        this.state = comeBack(goAway(this.state, seat, 'left'), seat);
    }
  }

  /** What the end says must follow from the deals; agreement and leaving are facts of their own. */
  playEnd(): void {
    const { end } = this.record;
    if (!end) return;
    const { reason } = end;
    if (!this.state.end && reason === 'agreed') this.agreeToStop();
    if (!this.state.end && this.forfeited) {
      this.forfeit(this.forfeited);
    }
    const reached = this.state.end;
    if (!reached) throw broken('end.reason', '12.1', 'the game is not over');
    if (reached.reason !== reason)
      throw broken('end.reason', '12.1', `the game ended: ${reached.reason}`);
    if (!same(end.exact, reached.settlementExact)) {
      throw broken(
        'end.exact',
        '13.1',
        `the exact result is ${reached.settlementExact.join(', ')}`,
      );
    }
    if (!same(end.settlement, reached.settlement)) {
      throw broken('end.settlement', '13.2', `the result is ${reached.settlement.join(', ')}`);
    }
  }

  private playAuction({ auction }: DealRecord, path: string): void {
    auction.forEach((call, at) => {
      const where = `${path}.auction[${at}]`;
      const [seat, word] = seatAndWord(call, where);
      if (word !== 'P' && word !== '=' && !isBid(word))
        throw unreadable(where, `"${word}" is no bid`);
      this.act(seat, { kind: 'call', word }, where);
    });
  }

  private playContract({ discard = '', contract }: DealRecord, path: string): void {
    if (!contract) {
      if (discard) throw broken(`${path}.discard`, '5.2', 'a discard without a contract');
      return;
    }
    const where = `${path}.contract`;
    const declarer = this.state.deal?.won?.declarer;
    if (declarer === undefined) throw broken(where, '4.2.5', 'nobody has won the auction');
    if (contract === '-') return this.act(declarer, { kind: 'concede' }, where);
    if (contract !== 'M' && !isContract(contract))
      throw unreadable(where, `"${contract}" is no contract`);
    const cards = cardsFromText(discard);
    if (!cards) throw unreadable(`${path}.discard`, `"${discard}" are no cards`);
    this.act(declarer, { kind: 'contract', contract, discard: cards }, where);
  }

  private playWhist({ whist = [], choice }: DealRecord, path: string): void {
    const words = { w: 'whist', p: 'pass', h: 'half' } as const;
    whist.forEach((said, at) => {
      const where = `${path}.whist[${at}]`;
      const [seat, letter] = seatAndWord(said, where);
      if (letter !== 'w' && letter !== 'p' && letter !== 'h') {
        throw unreadable(where, `"${letter}" is no whist word`);
      }
      this.act(seat, { kind: 'declare', word: words[letter] }, where);
    });
    if (!choice) return;
    const where = `${path}.choice`;
    const seat = this.turnAt(where);
    this.act(seat, { kind: 'declare', word: choice === 'o' ? 'open' : 'closed' }, where);
  }

  private playCards({ play = '', offers = [] }: DealRecord, path: string): void {
    const cards = (play.match(/.{1,2}/gs) ?? []).map((text, at): Card => {
      if (!isCard(text)) throw unreadable(`${path}.play[${at}]`, `"${text}" is no card`);
      return text;
    });
    const waiting = offers.map((offer, at) => ({ offer, where: `${path}.offers[${at}]` }));
    for (let at = 0; at <= cards.length; at++) {
      while (waiting[0]?.offer.at === at) {
        const { offer, where } = waiting.shift()!;
        this.makeOffer(offer, where);
      }
      const card = cards[at];
      if (!card) continue;
      const where = `${path}.play[${at}]`;
      if (this.state.deal) this.act(this.turnAt(where), { kind: 'play', card }, where);
      else this.compareForced(card, at, where);
    }
    if (waiting[0]) throw broken(`${waiting[0].where}.at`, '14.1.1', 'not a moment of this deal');
  }

  /** The last trick plays itself; what the record has of it must be just that. */
  private compareForced(card: Card, at: number, where: string): void {
    const forced = this.state.last?.deal.play?.cards[at];
    if (!forced) throw broken(where, '7.4', 'the deal is over before this card');
    if (forced !== card) throw broken(where, '7.4', `the last trick plays ${forced} here`);
  }

  private makeOffer({ by, tricks, yes, proven: isProven }: OfferRecord, where: string): void {
    this.act(by, { kind: 'offer', tricks }, where);
    yes.forEach((seat, at) => this.act(seat, { kind: 'answer', yes: true }, `${where}.yes[${at}]`));
    const { deal, conventions } = this.state;
    if (!deal || !isPlayed(deal)) return;
    if (isProven) return this.reach(proven(this.state), { kind: 'proven' });
    const [silent] = offerWaitsFor(deal, conventions);
    // Refused and lapsed offers leave the same trace.
    if (silent !== undefined) this.act(silent, { kind: 'answer', yes: false }, where);
  }

  /** The deal has no more actions but is not over: lost, left by a player, or ended by an unrecorded offer. */
  private endEarly(deal: DealRecord, index: number, path: string): void {
    if (this.forfeited && index === this.record.deals.length - 1) {
      this.forfeit(this.forfeited);
      return;
    }
    if (deal.void) {
      this.reach(voidDeal(this.state));
      return;
    }
    const running = this.state.deal!;
    const { conventions } = this.state;
    const { tricks } = deal;
    if (this.options.offersUnknown && tricks && isPlayed(running)) {
      if (!arePossible(running, tricks, conventions)) {
        throw broken(`${path}.tricks`, '14.1.1', 'the tricks cannot end this deal');
      }
      this.reach(finishDeal(this.state, outcomeOf(running, conventions, tricks)));
      return;
    }
    const phase = phaseOf(running, conventions);
    const field = {
      auction: 'auction',
      contract: 'contract',
      whist: 'whist',
      choose: 'choice',
      play: 'play',
    };
    throw broken(`${path}.${field[phase]}`, '3.1', 'the deal is not finished');
  }

  private forfeit(reason: 'time' | 'left'): void {
    const seat = this.offender();
    this.reach(forfeit(this.state, seat, reason), { kind: 'forfeited', seat, reason });
  }

  private get forfeited(): 'time' | 'left' | undefined {
    const reason = this.record.end?.reason;
    if (reason !== 'time' && reason !== 'left') return undefined;
    // Who was away when the game ended in its own way did not end it.
    const { offender, absent = [] } = this.record.end!;
    return absent.some(({ seat }) => seat === offender) ? undefined : reason;
  }

  private offender(): Seat {
    const offender = this.record.end?.offender;
    if (offender === undefined || offender >= this.record.players.length) {
      throw unreadable('end.offender', 'must say who left');
    }
    return offender;
  }

  private agreeToStop(): void {
    const [by, ...others] = this.record.players.map((_, seat) => seat);
    this.act(by!, { kind: 'propose-stop' }, 'end.reason');
    for (const seat of others) this.act(seat, { kind: 'answer-stop', yes: true }, 'end.reason');
  }
}

function seatAndWord(text: string, where: string): [Seat, string] {
  const [, seat, word] = /^([0-3]):(.+)$/.exec(text) ?? [];
  if (word === undefined) throw unreadable(where, `"${text}" must be a seat, a colon and a word`);
  return [Number(seat), word];
}
