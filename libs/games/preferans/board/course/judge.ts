import type { Words } from '@trellis/games/kit';
import {
  cardRefusal,
  heightOf,
  legalCards,
  suitOf,
  winningCard,
  type Action,
  type Card,
  type ScoreSheet,
  type State,
} from '@trellis/games/preferans/rules';
import { isMakeable, worthOf } from './coach';
import type { CardStep, ContractStep, DecisionStep, SumStep, TrickStep } from './lesson';
import { done, learner } from './lesson-table';

/** Place 0, 1 or 2 of who takes the trick (rule 7.2). */
export const takerOf = ({ cards, trump }: TrickStep): number =>
  winningCard(cards, suitOf(cards[0]), trump);

/** The cards that are right. */
export function answersOf({ wanted, hand, table, led, trump }: CardStep): readonly Card[] {
  const legal = legalCards(hand, led, trump);
  if (wanted === 'legal') return legal;
  const losing = legal.filter((card) => winningCard([...table, card], led, trump) < table.length);
  const highest = Math.max(...losing.map(heightOf));
  return losing.filter((card) => heightOf(card) === highest);
}

/** Why a card is wrong: what the rules say, or that it takes the trick, or that a higher one would lose it too. */
export function faultOf(
  step: CardStep,
  card: Card,
): 'must-follow-suit' | 'must-trump' | 'takes' | 'too-low' {
  const { hand, table, led, trump } = step;
  const refused = cardRefusal(hand, led, trump, card);
  if (refused === 'must-follow-suit' || refused === 'must-trump') return refused;
  return winningCard([...table, card], led, trump) === table.length ? 'takes' : 'too-low';
}

/** What a decision is called in the data of a lesson. */
export const wordOf = (action: Action): string =>
  action.kind === 'call' || action.kind === 'declare' ? action.word : action.kind;

/** Undefined when the decision is the one that the lesson teaches. */
export const faultOfDecision = (
  { answers, wrong }: DecisionStep,
  word: string,
): Words | undefined => (answers.includes(word) ? undefined : (wrong[word] ?? wrong.other));

/** Undefined when contract and discard are as good as can be; judged by the solver. */
export function faultOfContract(
  { worth, wrong }: ContractStep,
  state: State,
  action: Action,
): Words | undefined {
  if (action.kind === 'concede') return wrong.concede;
  const { deal } = done(state, action);
  if (worthOf(deal!) < worth) return wrong.discard;
  return isMakeable(deal!) ? undefined : wrong.contract;
}

/** The number on the sheet that is asked for. */
export function sumIn({ cell }: SumStep, { pool }: State): number {
  const { sheet } = pool!;
  switch (cell) {
    case 'my-pool':
      return sheet.pool[learner]!;
    case 'my-mountain':
      return sheet.mountain[learner]!;
    case 'whists-on-me':
      return whistsOn(sheet);
  }
}

const whistsOn = ({ whists }: ScoreSheet): number =>
  whists.reduce((sum, row) => sum + (row[learner] ?? 0), 0);
