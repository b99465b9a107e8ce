import type { Seat } from '@trellis/games/kit';
import { award } from './award.js';
import { dutyOf, levelOf, levelOfContract, valueOf } from './bids.js';
import { heightOf, suitOf, type Card } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import type { Outcome } from './outcome.js';
import type { Operands, Pen } from './score-sheet.js';
import { activeSeats, defendersOf, sittingDealer } from './seats.js';
import { whisting, type Defence } from './whist.js';

type Game = Extract<Outcome, { type: 'game' }>;

/** What the declarations of a game deal came to. */
export function defenceOf(game: Game, dealer: Seat, conventions: PreferansConventions): Defence {
  const order = activeSeats(conventions.players, dealer);
  const table = { order, declarer: game.declarer, contract: game.contract, conventions };
  const { defence } = whisting(table, game.defence ?? []);
  if (!defence) throw new Error('The declarations are not complete.');
  return defence;
}

/** Rules 11.A to 11.E: writes a deal with a game contract. */
export function writeGame(
  pen: Pen,
  game: Game,
  dealer: Seat,
  conventions: PreferansConventions,
): void {
  const { declarer, tricks } = game;
  const level = levelOfContract(game.contract);
  const value = valueOf(level);
  const defence = defenceOf(game, dealer, conventions);
  if (!tricks) {
    award(pen, declarer, '11.A', { value }, conventions);
    if (defence.kind === 'half') {
      const { whistScale } = conventions;
      pen.writeWhists(defence.by, declarer, '11.A', {
        whistScale,
        value,
        tricks: dutyOf(level) / 2,
      });
    }
    return;
  }
  const deal: PlayedGame = { ...game, tricks, dealer, value, level, defence, conventions };
  writeDeclarer(pen, deal);
  writeTrickWhists(pen, deal);
  writeDuty(pen, deal);
  writeTalonPremium(pen, deal);
}

/** Rule 5.4: the declarer gave the deal up. */
export function writeConcession(
  pen: Pen,
  { declarer, bid }: Extract<Outcome, { type: 'concede' }>,
  conventions: PreferansConventions,
): void {
  const { concede, mountainScale } = conventions;
  const value = valueOf(levelOf(bid)!);
  pen.writeMountain(declarer, '5.4', { undertricks: concede, mountainScale, value });
}

interface PlayedGame extends Omit<Game, 'defence'> {
  readonly tricks: readonly number[];
  readonly dealer: Seat;
  readonly level: ReturnType<typeof levelOfContract>;
  readonly value: number;
  readonly defence: Defence;
  readonly conventions: PreferansConventions;
}

const undertricksOf = ({ level, tricks, declarer }: PlayedGame) =>
  Math.max(0, level - tricks[declarer]!);

const defendersIn = ({ dealer, declarer, conventions }: PlayedGame) =>
  defendersOf(activeSeats(conventions.players, dealer), declarer);

/** Rule 11.B: the pool of a made contract; the mountain and the consolation of a failed one. */
function writeDeclarer(pen: Pen, deal: PlayedGame): void {
  const { declarer, value, dealer, defence, conventions } = deal;
  const undertricks = undertricksOf(deal);
  if (undertricks === 0) {
    award(pen, declarer, '11.B', { value }, conventions);
    return;
  }
  const { mountainScale, whistScale, consolation, tenCheckScore } = conventions;
  pen.writeMountain(declarer, '11.B', { undertricks, mountainScale, value });

  if (consolation === 'none') return;
  if (defence.kind === 'checked' && tenCheckScore === 'none') return;
  const sitting = conventions.consolationDealer
    ? sittingDealer(conventions.players, dealer)
    : undefined;
  for (const seat of [...defendersIn(deal), ...(sitting === undefined ? [] : [sitting])]) {
    const each: Operands = consolation === 'flat10' ? { consolation: 10 } : { whistScale, value };
    pen.writeWhists(seat, declarer, '11.B', { undertricks, ...each });
  }
}

/** Rule 11.C. */
function writeTrickWhists(pen: Pen, deal: PlayedGame): void {
  const { declarer, tricks, value, defence, conventions } = deal;
  const { whistScale, whistStyle, gentlemanScope, tenCheckScore } = conventions;
  const set = undertricksOf(deal) > 0;
  const rule = '11.C';
  if (defence.kind === 'lone') {
    const { whister, passer } = defence;
    const both = tricks[whister]! + tricks[passer]!;
    const shared = whistStyle === 'gentleman' && (set || gentlemanScope === 'always');
    if (!shared) {
      pen.writeWhists(whister, declarer, rule, { tricks: both, whistScale, value });
      return;
    }
    for (const seat of [whister, passer]) {
      pen.writeWhists(seat, declarer, rule, { tricks: both, whistScale, value, dividedBy: 2 });
    }
    return;
  }
  if (defence.kind === 'checked' && !(set && tenCheckScore === 'full')) return;
  for (const seat of defendersIn(deal)) {
    pen.writeWhists(seat, declarer, rule, { tricks: tricks[seat]!, whistScale, value });
  }
}

/** Rule 11.D: what whisters pay who did not take the tricks they owed. */
function writeDuty(pen: Pen, deal: PlayedGame): void {
  const { tricks, value, level, defence, conventions } = deal;
  const { mountainScale, whistDuty, dutyLow, dutyHigh } = conventions;
  if (undertricksOf(deal) > 0 || defence.kind === 'checked') return;
  const [first, second] = defendersIn(deal);
  const duty = dutyOf(level);
  const missing = duty - tricks[first]! - tricks[second]!;
  if (missing <= 0) return;

  const pay = (seat: Seat, tricksMissing: number, parts = 1) => {
    const dividedBy = (whistDuty === 'half' ? 2 : 1) * parts;
    const price: Operands = { mountainScale, value, ...(dividedBy > 1 && { dividedBy }) };
    pen.writeMountain(seat, '11.D', { tricksMissing, ...price });
  };
  if (defence.kind === 'lone') {
    pay(defence.whister, missing);
  } else if (level <= 7) {
    const shortage = (seat: Seat) => Math.max(0, duty / 2 - tricks[seat]!);
    const oneIsShort = shortage(first) === 0 || shortage(second) === 0;
    for (const seat of [first, second]) {
      if (dutyLow === 'equal') pay(seat, missing, 2);
      else if (dutyLow === 'team' && oneIsShort) pay(seat, shortage(seat) > 0 ? missing : 0);
      else pay(seat, shortage(seat));
    }
  } else {
    if (dutyHigh !== 'second') pay(first, missing, dutyHigh === 'split' ? 2 : 1);
    pay(second, missing, dutyHigh === 'split' ? 2 : 1);
  }
}

/** Rule 11.E. */
function writeTalonPremium(pen: Pen, deal: PlayedGame): void {
  const { declarer, dealer, talon, value, conventions } = deal;
  const { talonPremium, whistScale, players } = conventions;
  const units = talonPremium === 'off' || !talon ? 0 : premiumUnits(talon);
  const each: Operands = talonPremium === 'flat10' ? { premium: 10 } : { whistScale, value };
  const sitting = sittingDealer(players, dealer);
  if (sitting !== undefined) {
    pen.writeWhists(sitting, declarer, '11.E', { units, ...each });
    return;
  }
  for (const seat of defendersIn(deal)) {
    pen.writeWhists(seat, declarer, '11.E', { units, ...each, dividedBy: 2 });
  }
}

/** 3 for two aces, 2 for ace and king of a suit, 1 for an ace or for king and queen of a suit. */
export function premiumUnits([one, other]: readonly [Card, Card]): number {
  const heights = [heightOf(one), heightOf(other)].sort((a, b) => b - a);
  const [ace, king, queen] = [7, 6, 5];
  const sameSuit = suitOf(one) === suitOf(other);
  if (heights[0] === ace && heights[1] === ace) return 3;
  if (heights[0] === ace) return sameSuit && heights[1] === king ? 2 : 1;
  return sameSuit && heights[0] === king && heights[1] === queen ? 1 : 0;
}
