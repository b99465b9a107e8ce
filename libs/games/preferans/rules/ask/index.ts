import { Refusal } from '@trellis/games/kit';
import { auctionStanding, legalWords, wordRefusal, type AuctionWord } from '../auction.js';
import { isBid, isContract, type NamedContract } from '../bids.js';
import { isSuit } from '../cards.js';
import { dealCards } from '../deal.js';
import { exactAtEnd } from '../absence.js';
import { rounded, settle } from '../settlement.js';
import { fractionFromText, plus } from '../fraction.js';
import { isFinished, newPool, nextDeal, writeDeal, type Pool } from '../pool.js';
import { exitLevel } from '../raspasy.js';
import { readRecord } from '../record/read-record.js';
import { replay } from '../record/replay.js';
import { refuse, type RefusalCode } from '../refuse.js';
import { whistsByPair, type Entry } from '../score-sheet.js';
import { activeSeats } from '../seats.js';
import { legalCards } from '../trick.js';
import { whisting, whistRefusal, type DefenceWord } from '../whist.js';
import { conventionsIn } from './conventions.js';
import { bad, Fields, within } from './fields.js';
import { handIn } from './hand.js';

/**
 * The rules without a whole game: one question, one answer, both plain JSON. The shapes are described by
 * ask.schema.json. Never throws a refusal: it answers {"error": {code, message}}.
 */
export function ask(question: unknown): object {
  try {
    return answer(question);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

const answers: Readonly<Record<string, (question: Fields) => object>> = {
  sheet: askSheet,
  settlement: askSettlement,
  forfeit: askForfeit,
  auction: askAuction,
  whist: askWhist,
  cards: askCards,
  deal: askDeal,
  replay: askReplay,
};

function answer(question: unknown): object {
  const fields = new Fields(question);
  const asked = fields.text('ask');
  if (asked === 'solve') {
    throw new Refusal(
      'solve-not-available',
      'This engine knows the rules; it does not solve deals.',
    );
  }
  const known = Object.hasOwn(answers, asked) ? answers[asked] : undefined;
  if (!known) throw new Refusal('unknown-ask', `Nobody can ask for "${asked.slice(0, 40)}".`);
  return known(fields);
}

function askSheet(question: Fields): object {
  const conventions = conventionsIn(question);
  const { players } = conventions;
  let pool: Pool = newPool(conventions, question.seat('firstDealer', players));
  if (question.has('start')) {
    const start = question.object('start');
    const raspasyStreak = start.has('raspasyStreak') ? start.whole('raspasyStreak') : 0;
    pool = { ...pool, sheet: question.sheet('start', players), raspasyStreak };
  }
  if (question.has('why') && typeof question.raw('why') !== 'boolean') {
    question.fail('why', 'must be true or false');
  }
  const entries: (readonly Entry[])[] = [];
  question.objects('hands').forEach((hand, at) => {
    const outcome = within(`hands[${at}]`, () => handIn(hand, pool.dealer, conventions));
    const written = writeDeal(pool, outcome, conventions);
    pool = written.pool;
    entries.push(written.entries);
  });
  return {
    pool: pool.sheet.pool,
    mountain: pool.sheet.mountain,
    whists: whistsByPair(pool.sheet.whists),
    ...settle(pool.sheet, conventions),
    finished: isFinished(pool, conventions),
    next: nextDeal(pool, conventions),
    ...(question.raw('why') === true && { why: entries }),
  };
}

function askSettlement(question: Fields): object {
  const conventions = conventionsIn(question);
  return settle(question.sheet('sheet', conventions.players), conventions);
}

function askForfeit(question: Fields): object {
  const before = question.list('before').map((each, at) => {
    const read = typeof each === 'string' ? fractionFromText(each) : undefined;
    if (!read) throw bad(`before[${at}]`, 'must be an exact result like "16/3"');
    return read;
  });
  if (before.length !== 3 && before.length !== 4)
    question.fail('before', 'must be three or four exact results');
  if (before.reduce(plus).over !== 0n) question.fail('before', 'must add up to zero');
  const conventions = conventionsIn(question, before.length);
  const offender = question.seat('offender', before.length);
  return rounded(exactAtEnd(before, undefined, conventions, offender));
}

const isAuctionWord = (value: unknown): value is AuctionWord =>
  value === 'P' || value === '=' || isBid(value);

function askAuction(question: Fields): object {
  const conventions = conventionsIn(question);
  const { players } = conventions;
  const order = activeSeats(players, question.seat('dealer', players));
  const streak = question.has('raspasyStreak') ? question.whole('raspasyStreak') : 0;
  const table = { order, minLevel: exitLevel(streak, conventions), conventions };
  const words = 'a bid like "6S", "M", "P" or "="';
  const calls = question.said('auction', players, isAuctionWord, words);
  calls.forEach(([seat, word], at) => {
    const before = calls.slice(0, at);
    const { turn } = auctionStanding(order, before);
    const refusal =
      turn !== undefined && seat !== turn ? 'not-your-turn' : wordRefusal(table, before, word);
    if (refusal) within(`auction[${at}]`, () => raise(refusal));
  });
  const { turn, current } = auctionStanding(order, calls);
  return turn === undefined
    ? { turn: null, winner: current?.seat ?? null, bid: current?.bid ?? null }
    : { turn, legal: legalWords(table, calls) };
}

const defenceWords: readonly DefenceWord[] = ['whist', 'pass', 'half', 'open', 'closed'];

const isDefenceWord = (value: unknown): value is DefenceWord =>
  defenceWords.some((word) => word === value);

function raise(code: RefusalCode): never {
  throw refuse(code);
}

function askWhist(question: Fields): object {
  const conventions = conventionsIn(question);
  const { players } = conventions;
  const order = activeSeats(players, question.seat('dealer', players));
  const declarer = question.seat('declarer', players);
  if (!order.includes(declarer)) question.fail('declarer', 'sits out this deal');
  const isNamed = (value: unknown): value is NamedContract => value === 'M' || isContract(value);
  const named = question.raw('contract') === 'MB' ? 'M' : question.raw('contract');
  const contract = isNamed(named) ? named : question.fail('contract', 'must be 6S to 10N, M or MB');
  const table = { order, declarer, contract, conventions };
  const said = question.said('said', players, isDefenceWord, defenceWords.join(', '));
  said.forEach(([seat, word], at) => {
    const refusal = whistRefusal(table, said.slice(0, at), seat, word);
    if (refusal) within(`said[${at}]`, () => raise(refusal));
  });
  const { seat, options, phase } = whisting(table, said);
  return { seat, options, phase };
}

function askCards(question: Fields): object {
  conventionsIn(question);
  const hand = question.cards('hand');
  const led = question.raw('ledSuit');
  if (led !== null && led !== undefined && !isSuit(led)) {
    return question.fail('ledSuit', 'must be S, C, D, H or null');
  }
  const trump = question.oneOf('trump', ['S', 'C', 'D', 'H', 'N']);
  return { legal: legalCards(hand, led ?? null, trump) };
}

function askDeal(question: Fields): object {
  const conventions = conventionsIn(question);
  const { players } = conventions;
  const deck = question.cards('deck');
  if (deck.length !== 32) question.fail('deck', 'must be all 32 cards');
  const { hands, talon } = dealCards(deck, players, question.seat('dealer', players));
  return { hands, talon };
}

function askReplay(question: Fields): object {
  const { steps, deals, state } = replay(readRecord(question.object('record').entries()));
  const { sheet } = state.pool!;
  return {
    legal: steps,
    entries: deals.map(({ change }) => change),
    why: deals.map(({ entries }) => entries),
    pool: sheet.pool,
    mountain: sheet.mountain,
    whists: whistsByPair(sheet.whists),
    ...(state.end
      ? { settlement: state.end.settlement, settlementExact: state.end.settlementExact }
      : settle(sheet, state.conventions)),
    finished: state.end !== undefined,
  };
}
