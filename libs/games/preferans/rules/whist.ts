import type { Seat } from '@trellis/games/kit';
import { levelOfContract, type NamedContract } from './bids.js';
import type { PreferansConventions } from './conventions/index.js';
import type { RefusalCode } from './refuse.js';
import { defendersOf, type ActiveSeats } from './seats.js';

/** What defenders declare. */
export type WhistWord = 'whist' | 'pass' | 'half';
/** How a lone whister plays. */
export type Choice = 'open' | 'closed';
export type DefenceWord = WhistWord | Choice;
export type Said = readonly [Seat, DefenceWord];

/** What the declarations came to. */
export type Defence =
  /** Nobody whisted: the contract counts as made. */
  | { readonly kind: 'passed' }
  /** The same, and `by` writes half whist. */
  | { readonly kind: 'half'; readonly by: Seat }
  | {
      readonly kind: 'lone';
      readonly whister: Seat;
      readonly passer: Seat;
      readonly choice?: Choice;
    }
  /** Both whist; where it matters, the second of `defendersOf` declared last. */
  | { readonly kind: 'two' }
  /** A ten that is tested without duty (rule 6.5.2). */
  | { readonly kind: 'checked' }
  /** Misère: both catch. */
  | { readonly kind: 'catchers' };

export interface Whisting {
  readonly phase: 'whist' | 'choose' | 'play' | 'score';
  /** Who is asked; null when nobody is. */
  readonly seat: Seat | null;
  readonly options: readonly DefenceWord[];
  /** Known as soon as the contract will be played or written. */
  readonly defence?: Defence;
}

export interface WhistTable {
  readonly order: ActiveSeats;
  readonly declarer: Seat;
  readonly contract: NamedContract;
  readonly conventions: Pick<
    PreferansConventions,
    'halfWhist' | 'whistReturn' | 'halfWhistDowngrade' | 'stalingrad' | 'tenGame'
  >;
}

/** Where the declarations stand after `said`, which must have been legal (see `whistRefusal`). */
export function whisting(table: WhistTable, said: readonly Said[]): Whisting {
  const { contract, conventions } = table;
  if (contract === 'M') return nobodyAsked('play', { kind: 'catchers' });
  const level = levelOfContract(contract);
  if (conventions.stalingrad && contract === '6S') return nobodyAsked('play', { kind: 'two' });
  if (conventions.tenGame === 'checked' && level === 10) {
    return nobodyAsked('play', { kind: 'checked' });
  }

  const [first, second] = defendersOf(table.order, table.declarer);
  const half: readonly DefenceWord[] = mayHalf(level, conventions.halfWhist) ? ['half'] : [];
  const last = said.at(-1)?.[1];
  const choice = last === 'open' || last === 'closed' ? last : undefined;
  const words = (choice ? said.slice(0, -1) : said).map(([, word]) => word).join(' ');

  const asks = (seat: Seat, ...options: DefenceWord[]): Whisting => ({
    phase: 'whist',
    seat,
    options,
  });
  const lone = (whister: Seat, passer: Seat, ...more: readonly DefenceWord[]): Whisting =>
    choice
      ? nobodyAsked('play', { kind: 'lone', whister, passer, choice })
      : {
          phase: 'choose',
          seat: whister,
          options: ['open', 'closed', ...more],
          defence: { kind: 'lone', whister, passer },
        };

  switch (words) {
    case '':
      return asks(first, 'whist', 'pass');
    case 'whist':
      return asks(second, 'whist', 'pass');
    case 'pass':
      return asks(second, 'whist', 'pass', ...half);
    case 'whist whist':
      return nobodyAsked('play', { kind: 'two' });
    case 'pass pass':
      return nobodyAsked('score', { kind: 'passed' });
    case 'whist pass': {
      const down = conventions.halfWhistDowngrade && level <= 7;
      return lone(first, second, ...(down ? (['half'] as const) : []));
    }
    case 'pass whist':
      return lone(second, first);
    case 'pass half':
      return conventions.whistReturn
        ? asks(first, 'whist', 'pass')
        : nobodyAsked('score', { kind: 'half', by: second });
    case 'pass half whist':
      return lone(first, second);
    case 'pass half pass':
      return nobodyAsked('score', { kind: 'half', by: second });
    case 'whist pass half':
      return asks(second, 'whist', 'pass');
    case 'whist pass half whist':
      return lone(second, first);
    case 'whist pass half pass':
      return nobodyAsked('score', { kind: 'half', by: first });
    default:
      throw new Error(`Nobody could have said "${words}".`);
  }
}

/** Why `seat` may not say `word` after `said`; undefined when he may. */
export function whistRefusal(
  table: WhistTable,
  said: readonly Said[],
  seat: Seat,
  word: DefenceWord,
): RefusalCode | undefined {
  const asked = whisting(table, said);
  if (asked.seat === null) return 'wrong-phase';
  if (asked.seat !== seat) return 'not-your-turn';
  if (asked.options.includes(word)) return undefined;
  return word === 'half' ? 'half-whist-off' : 'not-a-whist-word';
}

const nobodyAsked = (phase: 'play' | 'score', defence: Defence): Whisting => ({
  phase,
  seat: null,
  options: [],
  defence,
});

const mayHalf = (level: number, halfWhist: PreferansConventions['halfWhist']) =>
  (level === 6 && halfWhist !== 'off') || (level === 7 && halfWhist === '67');
