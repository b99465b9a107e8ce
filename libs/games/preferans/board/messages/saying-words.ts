import type { Lang } from '@trellis/games/kit';
import type { Rank, Strain, Suit } from '@trellis/games/preferans/rules';

/** What a defender says, and how a lone whister plays. */
export type DefenceWord = 'whist' | 'pass' | 'half' | 'open' | 'closed';

/** Everything that is said or done in a deal: all that a replay's list needs of the words. */
export interface SayingWords {
  readonly ranks: Readonly<Record<Rank, string>>;
  /** As in "queen of spades". */
  readonly card: (rank: string, suit: Suit) => string;
  readonly strains: Readonly<Record<Strain, string>>;
  readonly misere: string;
  readonly misereNoTalon: string;
  readonly nineNoTalon: string;
  readonly pass: string;
  readonly hold: string;
  readonly defence: Readonly<Record<DefenceWord, string>>;
  readonly yes: string;
  readonly no: string;
  readonly proposeStop: string;
  /** Of a replay, where the player stands beside. */
  readonly steps: {
    readonly conceded: string;
    readonly offers: string;
    readonly handsOver: string;
  };
}

const suitsEn = { S: 'spades', C: 'clubs', D: 'diamonds', H: 'hearts' } as const;

const en: SayingWords = {
  ranks: {
    7: 'seven',
    8: 'eight',
    9: 'nine',
    T: 'ten',
    J: 'jack',
    Q: 'queen',
    K: 'king',
    A: 'ace',
  },
  card: (rank, suit) => `${rank} of ${suitsEn[suit]}`,
  strains: { ...suitsEn, N: 'no trump' },
  misere: 'misère',
  misereNoTalon: 'misère without talon',
  nineNoTalon: 'nine without talon',
  pass: 'pass',
  hold: 'hold',
  defence: { whist: 'whist', pass: 'pass', half: 'half whist', open: 'open', closed: 'closed' },
  yes: 'Yes',
  no: 'No',
  proposeStop: 'Propose to stop after this deal',
  steps: { conceded: 'gives up', offers: 'offers', handsOver: 'lets the partner play' },
};

/** Of a card: «дама пик». */
const suitsRu = { S: 'пик', C: 'треф', D: 'бубен', H: 'червей' } as const;

const ru: SayingWords = {
  ranks: {
    7: 'семёрка',
    8: 'восьмёрка',
    9: 'девятка',
    T: 'десятка',
    J: 'валет',
    Q: 'дама',
    K: 'король',
    A: 'туз',
  },
  card: (rank, suit) => `${rank} ${suitsRu[suit]}`,
  strains: { ...suitsRu, N: 'без козыря' },
  misere: 'мизер',
  misereNoTalon: 'мизер без прикупа',
  nineNoTalon: 'девятерная без прикупа',
  pass: 'пас',
  hold: 'здесь',
  defence: { whist: 'вист', pass: 'пас', half: 'полвиста', open: 'в светлую', closed: 'втёмную' },
  yes: 'Да',
  no: 'Нет',
  proposeStop: 'Предложить закончить после этой сдачи',
  steps: { conceded: 'сдача без розыгрыша', offers: 'расклад', handsOver: 'карты партнёру' },
};

const suitsEs = { S: 'picas', C: 'tréboles', D: 'diamantes', H: 'corazones' } as const;

const es: SayingWords = {
  ranks: { 7: 'siete', 8: 'ocho', 9: 'nueve', T: 'diez', J: 'jota', Q: 'dama', K: 'rey', A: 'as' },
  card: (rank, suit) => `${rank} de ${suitsEs[suit]}`,
  strains: { ...suitsEs, N: 'sin triunfo' },
  misere: 'miseria',
  misereNoTalon: 'miseria sin talón',
  nineNoTalon: 'nueve sin talón',
  pass: 'paso',
  hold: 'mantengo',
  defence: {
    whist: 'vista',
    pass: 'paso',
    half: 'media vista',
    open: 'abierta',
    closed: 'cerrada',
  },
  yes: 'Sí',
  no: 'No',
  proposeStop: 'Proponer acabar tras este reparto',
  steps: { conceded: 'se rinde', offers: 'propone', handsOver: 'deja sus cartas al compañero' },
};

export const sayingWords: Readonly<Record<Lang, SayingWords>> = { en, ru, es };
