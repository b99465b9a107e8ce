import type { Lang, Seat } from '@trellis/games/kit';
import { levelOfContract, type Outcome } from '@trellis/games/preferans/rules';
import { messages, splitInWords } from '../messages/messages';
import { bidName } from '../messages/names';

/** What a deal came to, in a sentence without its end. */
export function resultInWords(
  outcome: Outcome,
  order: readonly Seat[] | undefined,
  lang: Lang,
  names: readonly string[],
): string {
  const { results } = messages[lang];
  const name = (seat: Seat) => names[seat] ?? '';
  switch (outcome.type) {
    case 'raspasy': {
      const seats = outcome.tricks.flatMap((tricks, seat) =>
        tricks > 0 || (order ?? []).includes(seat) ? [seat] : [],
      );
      return results.raspasy(splitInWords(outcome.tricks, seats, names));
    }
    case 'misere':
      return results.misere(name(outcome.declarer), outcome.tricks[outcome.declarer]!);
    case 'concede':
      return results.conceded(bidName(lang, outcome.bid), name(outcome.declarer));
    case 'game': {
      const { declarer, contract, tricks } = outcome;
      const taken = tricks?.[declarer];
      const short = levelOfContract(contract) - (taken ?? 10);
      return taken !== undefined && short > 0
        ? results.set(bidName(lang, contract), name(declarer), taken, short)
        : results.made(bidName(lang, contract), name(declarer), taken);
    }
  }
}
