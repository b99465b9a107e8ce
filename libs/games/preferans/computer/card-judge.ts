import { cardNumber, fullDeck, type Card, type View } from '@trellis/games/preferans/rules';
import { Solver } from '@trellis/games/preferans/solver';
import { settledByCard } from './card-choice.js';
import { raspasyByCard } from './raspasy.js';
import { look } from './seen.js';
import { strengths } from './strength.js';

/** What a card was worth to who played it, given only what he could know. */
export interface CardJudged {
  /** Best on the mean of the deals drawn. */
  readonly best: Card;
  /** Whists that it settles better on the mean than the card played; 0 when that is as good. */
  readonly lost: number;
  /** The standard error of `lost`: only so many deals were drawn. */
  readonly error: number;
  readonly deals: number;
}

/**
 * Judges a card as the strongest player of the house chooses one: on deals that fit what the view of the seat
 * told at that moment. `view` is that of the seat to act.
 */
export class CardJudge {
  private readonly solver = new Solver();
  private readonly strength = strengths.at(-1)!;

  judge(view: View, legal: readonly Card[], played: Card, random: () => number): CardJudged {
    const seen = look(view);
    this.solver.clear();
    const byCard = view.deal!.won
      ? settledByCard(seen, legal, this.strength, this.solver, random)
      : raspasyByCard(seen, legal, this.strength, random);
    const own = byCard.get(cardNumber(played))!;
    let best = played;
    let gains: readonly number[] = own.map(() => 0);
    for (const [card, settled] of byCard) {
      const over = settled.map((each, deal) => each - own[deal]!);
      if (sum(over) <= sum(gains) + 1e-9) continue;
      best = fullDeck[card]!;
      gains = over;
    }
    const lost = sum(gains) / gains.length;
    const squares = sum(gains.map((gain) => (gain - lost) ** 2));
    const error = Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length);
    return { best, lost, error, deals: gains.length };
  }
}

const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
