import { describe, expect, test } from 'vitest';
import { scenes } from '../testing/scenes';
import { othersOf, placesOf } from './places';
import { mayOffer, playsOwnHand, standingOf, trumpIn, wordsOf } from './standing';
import { lastTrickOf, runningTrick, seatsOfTrick } from './trick-order';

const viewOf = (scene: string) => {
  const { table, viewer } = scenes[scene]!();
  return { view: table.view(viewer), viewer };
};

test('one sits at the bottom, the others go round clockwise', () => {
  expect(placesOf(1, 3)).toEqual(['right', 'mine', 'left']);
  expect(placesOf(2, 4)).toEqual(['top', 'right', 'mine', 'left']);
  expect(placesOf('spectator', 4)).toEqual(['mine', 'left', 'top', 'right']);
  expect(othersOf(2, 4)).toEqual([3, 0, 1]);
  expect(othersOf('spectator', 3)).toEqual([1, 2]);
});

describe('standing', () => {
  test.each([
    ['draw', { kind: 'draw' }],
    ['auction', { kind: 'auction' }],
    ['hold', { kind: 'auction', highest: [1, '6C'] }],
    ['discard', { kind: 'talon', declarer: 0, bid: '6S' }],
    [
      'trick',
      { kind: 'game', declarer: 0, contract: '7S', need: 7, taken: 1, owed: 2, defence: 0 },
    ],
    [
      'checked-ten',
      { kind: 'game', declarer: 0, contract: '10S', need: 10, taken: 0, owed: 0, defence: 0 },
    ],
    ['misere', { kind: 'misere', declarer: 1, taken: 0 }],
    ['raspasy-second', { kind: 'raspasy', price: 1, taken: [1, 0, 0] }],
    ['over', { kind: 'over' }],
  ])('%s', (scene, standing) => {
    expect(standingOf(viewOf(scene).view)).toEqual(standing);
  });

  test('words beside a seat: the auction first, then contract and defence', () => {
    expect(wordsOf(viewOf('hold').view.deal!, 0)).toEqual([{ kind: 'call', word: '6S' }]);
    expect(wordsOf(viewOf('raspasy').view.deal!, 1)).toEqual([]);
    const { deal } = viewOf('open-partner').view;
    expect(wordsOf(deal!, 0)).toEqual([{ kind: 'contract', contract: '7S' }]);
    expect(wordsOf(deal!, 2).map((word) => 'word' in word && word.word)).toEqual(['whist', 'open']);
  });

  test('trumps of the contract, none in misère and no trump', () => {
    expect(trumpIn(viewOf('trick').view.deal)).toBe('S');
    expect(trumpIn(viewOf('misere').view.deal)).toBeUndefined();
    expect(trumpIn(undefined)).toBeUndefined();
  });
});

describe('who may do what', () => {
  test('14.1.2: declarer and whisters offer; the passer, the dealer and who only watches do not', () => {
    const { table } = scenes['open-partner']!();
    const { deal } = table.view(0);
    expect([0, 1, 2].map((seat) => mayOffer(deal, seat))).toEqual([true, false, true]);
    expect(mayOffer(deal, 'spectator')).toBe(false);
    expect(mayOffer(viewOf('offer').view.deal, 1)).toBe(false);
    expect(mayOffer(viewOf('four-raspasy').view.deal, 0)).toBe(false);
  });

  test('6.3: the passer of an open whist does not play his own cards', () => {
    const { deal } = viewOf('open-partner').view;
    expect([0, 1, 2].map((seat) => playsOwnHand(deal!, seat))).toEqual([true, false, true]);
    expect(playsOwnHand(deal!, 'spectator')).toBe(false);
  });
});

test('tricks: who played which card, which is running, which was last', () => {
  const { play, order } = viewOf('raspasy-second').view.deal!;
  expect(runningTrick(play!.tricks)).toBeUndefined();
  const [number, trick] = lastTrickOf(play!.tricks)!;
  expect(number).toBe(0);
  expect(seatsOfTrick(order, trick)).toEqual([0, 1, 2]);
  expect(runningTrick(viewOf('follow').view.deal!.play!.tricks)?.[0]).toBe(0);
  expect(lastTrickOf([])).toBeUndefined();
});
