import type { AuctionWord } from './auction.js';
import { isBid, isContract, type NamedContract } from './bids.js';
import { isCard, type Card } from './cards.js';
import { refuse } from './refuse.js';
import type { DefenceWord } from './whist.js';

/** Everything a player can do. */
export type Action =
  | { readonly kind: 'call'; readonly word: AuctionWord }
  /** Discard and contract are one decision. Misère is named "M"; without the talon nothing is discarded. */
  | {
      readonly kind: 'contract';
      readonly contract: NamedContract;
      readonly discard: readonly Card[];
    }
  | { readonly kind: 'concede' }
  /** Whist, pass or half; then open, closed or half of a lone whister. */
  | { readonly kind: 'declare'; readonly word: DefenceWord }
  | { readonly kind: 'play'; readonly card: Card }
  /** To end the deal with these tricks, by seat. */
  | { readonly kind: 'offer'; readonly tricks: readonly number[] }
  | { readonly kind: 'answer'; readonly yes: boolean }
  /** A catcher lets his partner play both hands. */
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'propose-stop' }
  | { readonly kind: 'answer-stop'; readonly yes: boolean };

const defenceWords: readonly DefenceWord[] = ['whist', 'pass', 'half', 'open', 'closed'];

/** What arrived as an action, with nothing else in it. Refuses `malformed-action`. */
export function readAction(value: unknown): Action {
  const action = isRecord(value) ? read(value) : undefined;
  if (!action) throw refuse('malformed-action');
  return action;
}

function read({
  kind,
  word,
  contract,
  discard,
  card,
  tricks,
  yes,
}: Record<string, unknown>): Action | undefined {
  switch (kind) {
    case 'call':
      return word === 'P' || word === '=' || isBid(word) ? { kind, word } : undefined;
    case 'contract': {
      if (contract !== 'M' && !isContract(contract)) return undefined;
      return Array.isArray(discard) && discard.every(isCard)
        ? { kind, contract, discard: [...discard] }
        : undefined;
    }
    case 'declare': {
      const known = defenceWords.find((each) => each === word);
      return known && { kind, word: known };
    }
    case 'play':
      return isCard(card) ? { kind, card } : undefined;
    case 'offer':
      return Array.isArray(tricks) && tricks.every((each) => Number.isInteger(each))
        ? { kind, tricks: [...tricks] }
        : undefined;
    case 'answer':
    case 'answer-stop':
      return typeof yes === 'boolean' ? { kind, yes } : undefined;
    case 'concede':
    case 'hand-over':
    case 'propose-stop':
      return { kind };
    default:
      return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
