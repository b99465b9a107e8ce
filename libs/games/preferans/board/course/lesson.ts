import type { Words } from '@trellis/games/kit';
import type { Action, Card, NamedContract, Strain, Suit } from '@trellis/games/preferans/rules';

/** One lesson of the course for who has never played: a few steps, each a sentence or two and something to do. */
export interface Lesson {
  /** In the address and in what the browser remembers. */
  readonly id: string;
  readonly title: Words;
  readonly steps: readonly Step[];
}

interface StepBase {
  readonly text: Words;
  readonly right: Words;
}

export type Step = StepBase &
  (
    | TrickStep
    | CardStep
    | (SceneStep & (DecisionStep | ContractStep | PlayStep))
    | (SceneStep & SumStep)
  );

/** Who takes this trick? The three cards in the order played: by the learner, by the next, by the third. */
export interface TrickStep {
  readonly kind: 'trick';
  readonly cards: readonly [Card, Card, Card];
  readonly trump: Strain;
}

/** Which card? Any that the rules allow, or the one with which to avoid the trick best. */
export interface CardStep {
  readonly kind: 'card';
  readonly wanted: 'legal' | 'duck';
  readonly hand: readonly Card[];
  readonly table: readonly Card[];
  readonly led: Suit;
  readonly trump: Strain;
}

/** A deal in the middle. The learner sits at 0 and is the eldest hand. */
export interface SceneStep {
  readonly hands: DealtHands;
  /** What was done before, by whoever was to act. */
  readonly before: readonly Action[];
}

export interface DealtHands {
  readonly eldest: string;
  readonly second: string;
  readonly youngest: string;
  readonly talon: string;
}

/** A word of the auction or of a defender. */
export interface DecisionStep {
  readonly kind: 'decision';
  readonly answers: readonly string[];
  /** What to say of a word that is none of them; `other` where nothing else fits. */
  readonly wrong: Readonly<Record<string, Words>> & { readonly other: Words };
}

/** Discard and contract. */
export interface ContractStep {
  readonly kind: 'contract';
  /** The tricks that the best discard is worth, all hands open; a test has it from the solver. */
  readonly worth: number;
  readonly wrong: { readonly discard: Words; readonly contract: Words; readonly concede: Words };
}

/** The learner plays the deal to its end. */
export interface PlayStep {
  readonly kind: 'play';
}

/** How much is written of the deal where `before` ends it. */
export interface SumStep {
  readonly kind: 'sum';
  readonly cell: 'my-pool' | 'my-mountain' | 'whists-on-me';
  readonly choices: readonly number[];
  readonly wrong: Words;
}

/** Short for the data: what is said and done before a step. */
export const call = (...words: readonly ('P' | '=' | NamedContract)[]): readonly Action[] =>
  words.map((word) => ({ kind: 'call', word }) as Action);
export const name = (contract: NamedContract, ...discard: Card[]): readonly Action[] => [
  { kind: 'contract', contract, discard },
];
export const declare = (
  ...words: readonly ('whist' | 'pass' | 'half' | 'open' | 'closed')[]
): readonly Action[] => words.map((word) => ({ kind: 'declare', word }));
/** Ends the deal with these tricks. */
export const agree = (...tricks: number[]): readonly Action[] => [
  { kind: 'offer', tricks },
  { kind: 'answer', yes: true },
];
