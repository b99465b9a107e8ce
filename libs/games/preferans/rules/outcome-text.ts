import type { Seat } from '@trellis/games/kit';
import type { Bid, Contract } from './bids.js';
import { cardsFromText, type Card } from './cards.js';
import type { Outcome } from './outcome.js';
import type { WhistWord } from './whist.js';

/**
 * What a deal came to as a short text, by `outcomeFromText` the same again:
 *
 * | text                  | outcome                                                              |
 * | --------------------- | -------------------------------------------------------------------- |
 * | `R 343`             | raspasy, tricks by seat                                              |
 * | `1 M 055`           | misère of seat 1                                                     |
 * | `2 C 7H`              | seat 2 conceded his 7H                                               |
 * | `0 6S 1w2p 622 7SKH`| a game: who defended how, tricks and talon; `-` stands for what is absent, at the end nothing |
 */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.type) {
    case 'raspasy':
      return `R ${tricksText(outcome.tricks)}`;
    case 'misere':
      return `${outcome.declarer} M ${tricksText(outcome.tricks)}`;
    case 'concede':
      return `${outcome.declarer} C ${outcome.bid}`;
    case 'game': {
      const { declarer, contract, defence, tricks, talon } = outcome;
      const said = defence?.map(([seat, word]) => `${seat}${word[0]}`).join('');
      const parts = [said ?? '-', tricks ? tricksText(tricks) : '-', talon?.join('') ?? '-'];
      return [declarer, contract, ...parts].join(' ').replace(/( -)+$/, '');
    }
  }
}

/** Only for what `outcomeText` wrote. */
export function outcomeFromText(text: string): Outcome {
  const [first = '', second = '', ...rest] = text.split(' ');
  if (first === 'R') return { type: 'raspasy', tricks: tricksFromText(second) };
  const declarer = Number(first);
  const [third = ''] = rest;
  if (second === 'M') return { type: 'misere', declarer, tricks: tricksFromText(third) };
  if (second === 'C') return { type: 'concede', declarer, bid: third as Exclude<Bid, 'M' | 'MB'> };
  const [said, tricks, talon] = rest.map((part) => (part === '-' ? undefined : part));
  return {
    type: 'game',
    declarer,
    contract: second as Contract,
    ...(said && { defence: said.match(/../g)!.map(defenceFromText) }),
    ...(tricks && { tricks: tricksFromText(tricks) }),
    ...(talon && { talon: cardsFromText(talon) as [Card, Card] }),
  };
}

const words: Readonly<Record<string, WhistWord>> = { w: 'whist', p: 'pass', h: 'half' };

const defenceFromText = (text: string): readonly [Seat, WhistWord] => [
  Number(text[0]),
  words[text[1]!]!,
];

/** A character a seat: no deal has more tricks than ten, which is `a`. */
const tricksText = (tricks: readonly number[]) => tricks.map((each) => each.toString(11)).join('');
const tricksFromText = (text: string) => [...text].map((each) => parseInt(each, 11));
