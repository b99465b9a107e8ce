import type { Computer } from '@trellis/games/kit';
import {
  unfold,
  type Action,
  type AuctionWord,
  type Card,
  type DefenceWord,
  type FoldedView,
} from '@trellis/games/preferans/rules';
import { Solver } from '@trellis/games/preferans/solver';
import { chooseCall } from './auction-choice.js';
import { chooseCard } from './card-choice.js';
import { chooseContract } from './contract-choice.js';
import { certainOffer } from './offer-making.js';
import { accepts } from './offer-choice.js';
import { chooseRaspasyCard } from './raspasy.js';
import { look } from './seen.js';
import { strengths, type Strength } from './strength.js';
import { chooseWord } from './whist-choice.js';

/** The house's players, weakest first. */
export const computers: readonly Computer<FoldedView, Action>[] = strengths.map(computerOf);

export function computerOf(strength: Strength): Computer<FoldedView, Action> {
  return {
    level: strength.level,
    heavy: true,
    choose: (folded, legal, random) => choose(strength, folded, legal, random),
  };
}

/** One solver for all: its tables are large, and emptied for each decision so that nothing is carried over. */
const solver = new Solver();

function choose(
  strength: Strength,
  folded: FoldedView,
  legal: readonly Action[],
  random: () => number,
): Action {
  const [first] = legal;
  if (!first) throw new Error('There is nothing to choose from.');
  // The house holds nobody at a table who wants to go: the running deal is played to its end anyway (rule 14.2).
  if (first.kind === 'answer-stop') return { kind: 'answer-stop', yes: true };
  const view = unfold(folded);
  if (first.kind === 'play') {
    solver.clear();
    const offer = certainOffer(look(view), solver);
    if (offer) return offer;
  }
  if (legal.length === 1) return first;
  const seen = look(view);
  solver.clear();
  switch (first.kind) {
    case 'call': {
      const words = legal.flatMap((each): AuctionWord[] =>
        each.kind === 'call' ? [each.word] : [],
      );
      return { kind: 'call', word: chooseCall(seen, words, strength, solver, random) };
    }
    case 'contract':
      return chooseContract(seen, legal, strength, solver, random);
    case 'declare': {
      const words = legal.flatMap((each): DefenceWord[] =>
        each.kind === 'declare' ? [each.word] : [],
      );
      return { kind: 'declare', word: chooseWord(seen, words, strength, solver, random) };
    }
    case 'play': {
      const cards = legal.flatMap((each): Card[] => (each.kind === 'play' ? [each.card] : []));
      const card = view.deal!.won
        ? chooseCard(seen, cards, strength, solver, random)
        : chooseRaspasyCard(seen, cards, strength, random);
      return { kind: 'play', card };
    }
    case 'answer':
      return { kind: 'answer', yes: accepts(seen, strength, solver, random) };
    default:
      return first;
  }
}
