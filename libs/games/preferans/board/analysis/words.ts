import type { Lang } from '@trellis/games/kit';
import { counted } from '../messages/plural';

/** Words of looking back at a game. Functions take what they name, so that each language orders it its own way. */
export interface AnalysisWords {
  readonly marks: {
    readonly gave: (tricks: string) => string;
    readonly knew: (whists: string) => string;
    readonly discard: (tricks: string) => string;
  };
  readonly thisCard: string;
  readonly allOpen: string;
  readonly keptAll: string;
  readonly gave: (tricks: string, cards: string) => string;
  readonly noOpenValue: string;
  readonly whatKnew: (name: string) => string;
  readonly nothingToChoose: string;
  readonly asGood: (deals: string) => string;
  readonly better: (card: string, whists: string, error: string, deals: string) => string;
  readonly tooClose: string;

  readonly dealNo: (no: number) => string;
  readonly named: (contract: string, name: string) => string;
  readonly takes: (tricks: string) => string;
  readonly otherDiscard: (cards: string, tricks: string) => string;
  readonly chances: string;
  readonly chancesNote: string;
  readonly player: string;
  readonly game: string;
  readonly misere: string;
  readonly discarding: (cards: string) => string;
  readonly noGame: (tricks: string) => string;
  readonly notCaught: string;
  readonly caught: (tricks: string) => string;

  readonly gaveAway: string;
  readonly declarer: string;
  readonly defender: string;
  readonly knownLoss: string;
  readonly gaveNote: string;

  readonly results: string;
  readonly graphOf: (name: string) => string;
  readonly whose: string;
  readonly actual: string;
  readonly expected: string;
  readonly resultsNote: string;
  readonly asTable: string;
  readonly deal: string;
  readonly tricks: (count: number) => string;
  readonly whists: (count: number) => string;
  readonly drawn: (count: number) => string;
  readonly limits: string;
  readonly limitsText: readonly string[];
}

const en: AnalysisWords = {
  marks: {
    gave: (tricks) => `gave away ${tricks}, all cards open`,
    knew: (whists) => `by what was known another card was ${whists} better`,
    discard: (tricks) => `another discard keeps ${tricks} more`,
  },
  thisCard: 'This card',
  allOpen: 'All cards open',
  keptAll: 'Gives nothing away.',
  gave: (tricks, cards) => `Gives away ${tricks}. What keeps it: ${cards}.`,
  noOpenValue: 'In raspasy each plays for himself: there is no single right value.',
  whatKnew: (name) => `With what ${name} knew`,
  nothingToChoose: 'No other card could be played.',
  asGood: (deals) => `As good as any, on the mean of ${deals}.`,
  better: (card, whists, error, deals) =>
    `${card} is ${whists} better (± ${error}), on the mean of ${deals}.`,
  tooClose: 'So little may be chance.',

  dealNo: (no) => `Deal ${no}, all cards open`,
  named: (contract, name) => `${contract} by ${name}`,
  takes: (tricks) => `${tricks} with the discard chosen`,
  otherDiscard: (cards, tricks) => `${tricks} after discarding ${cards}`,
  chances: 'Best contracts of the deal',
  chancesNote: 'What each could have played with the talon, against the best defence.',
  player: 'Player',
  game: 'Game',
  misere: 'Misère',
  discarding: (cards) => `without ${cards}`,
  noGame: (tricks) => `none, ${tricks} at best`,
  notCaught: 'cannot be caught',
  caught: (tricks) => `caught: ${tricks}`,

  gaveAway: 'Tricks given away',
  declarer: 'as declarer',
  defender: 'as defender',
  knownLoss: 'whists, by what was known',
  gaveNote:
    'Tricks are counted with all cards open, discards included. The last column is apart: what better cards would have brought on the mean, given only what each could know; raspasy counts there only.',

  results: 'Expected and actual result',
  graphOf: (name) => `Result of ${name} deal by deal: actual and expected`,
  whose: 'Whose result',
  actual: 'actual',
  expected: 'expected',
  resultsNote:
    'Expected is what the deal settles when from the first card all play their best with all cards open, in the contract that was named. The distance between the lines is the play of the cards.',
  asTable: 'The same as a table',
  deal: 'Deal',
  tricks: counted('en', { one: 'trick', other: 'tricks' }),
  whists: counted('en', { one: 'whist', other: 'whists' }),
  drawn: counted('en', { one: 'deal drawn', other: 'deals drawn' }),
  limits: 'What this can and cannot tell',
  limitsText: [
    'All cards open: exact. Nobody at the table saw all cards, so a card that gave a trick away may still have been right.',
    'With what was known: up to twenty deals are drawn that fit the bids and the cards seen (eighty in raspasy), each is solved, and the mean is compared. It is an estimate; ± is one standard error. A card is marked only when another was better by at least one whist and by more than two standard errors.',
    'Drawn deals are solved with all cards open from the next card on, so cards played to learn or to hide something are judged too low.',
    'Raspasy has no single right value: its cards are judged by drawn deals only, played on by rule of thumb, and so is what was expected of it.',
    'Bids, whists and offers are not judged. Where two defenders write for their own tricks, expected shares them evenly.',
  ],
};

const ru: AnalysisWords = {
  marks: {
    gave: (tricks) => `при открытых картах отдано: ${tricks}`,
    knew: (whists) => `по тому, что было известно, другая карта лучше на ${whists}`,
    discard: (tricks) => `другой снос сохраняет ещё ${tricks}`,
  },
  thisCard: 'Эта карта',
  allOpen: 'При открытых картах',
  keptAll: 'Ничего не отдаёт.',
  gave: (tricks, cards) => `Отдаёт: ${tricks}. Сохраняет: ${cards}.`,
  noOpenValue: 'На распасах каждый играет за себя: одного верного значения нет.',
  whatKnew: (name) => `По тому, что знал игрок (${name})`,
  nothingToChoose: 'Другой карты сыграть было нельзя.',
  asGood: (deals) => `Не хуже любой другой в среднем; ${deals}.`,
  better: (card, whists, error, deals) =>
    `${card} в среднем лучше на ${whists} (± ${error}); ${deals}.`,
  tooClose: 'Такая малость может быть случайной.',

  dealNo: (no) => `Сдача ${no} при открытых картах`,
  named: (contract, name) => `${contract}, играет ${name}`,
  takes: (tricks) => `${tricks} с выбранным сносом`,
  otherDiscard: (cards, tricks) => `${tricks}, если снести ${cards}`,
  chances: 'Лучшие игры сдачи',
  chancesNote: 'Что каждый мог сыграть с прикупом против лучшей защиты.',
  player: 'Игрок',
  game: 'Игра',
  misere: 'Мизер',
  discarding: (cards) => `снос ${cards}`,
  noGame: (tricks) => `нет, самое большее ${tricks}`,
  notCaught: 'не ловится',
  caught: (tricks) => `ловится: ${tricks}`,

  gaveAway: 'Отдано взяток',
  declarer: 'в своей игре',
  defender: 'на висте',
  knownLoss: 'висты, по тому, что было известно',
  gaveNote:
    'Взятки считаются при открытых картах, вместе со сносом. Последний столбец отдельно: сколько в среднем принесли бы лучшие карты, если знать лишь то, что мог знать игрок; распасы считаются только там.',

  results: 'Ожидаемый и действительный результат',
  graphOf: (name) => `${name}, результат по сдачам: действительный и ожидаемый`,
  whose: 'Чей результат',
  actual: 'действительный',
  expected: 'ожидаемый',
  resultsNote:
    'Ожидаемый: сколько даёт сдача, если с первой карты все играют лучшим образом при открытых картах в заказанной игре. Расстояние между линиями и есть розыгрыш.',
  asTable: 'То же таблицей',
  deal: 'Сдача',
  tricks: counted('ru', { one: 'взятка', few: 'взятки', other: 'взяток' }),
  // Of fractions the plural is `other`: «4,3 виста».
  whists: counted('ru', { one: 'вист', few: 'виста', many: 'вистов', other: 'виста' }),
  drawn: counted('ru', {
    one: 'воображаемая сдача',
    few: 'воображаемые сдачи',
    other: 'воображаемых сдач',
  }),
  limits: 'О чём это говорит и о чём нет',
  limitsText: [
    'При открытых картах: точно. За столом всех карт не видел никто, так что отдавшая взятку карта могла быть и верной.',
    'По тому, что было известно: берётся до двадцати воображаемых сдач, которые подходят к торговле и к виденным картам (на распасах восемьдесят), каждая решается, сравнивается среднее. Это оценка; ± означает одну стандартную ошибку. Карта отмечается, лишь если другая лучше хотя бы на вист и больше чем на две стандартные ошибки.',
    'Воображаемые сдачи решаются при открытых картах со следующего же хода, поэтому ходы, которые что-то узнают или скрывают, оцениваются слишком низко.',
    'У распасов нет одного верного значения: их карты судятся только по воображаемым сдачам, разыгранным по простым правилам; так же считается и ожидаемое.',
    'Торговля, висты и предложения расклада не судятся. Где двое вистующих пишут за свои взятки, ожидаемое делит их поровну.',
  ],
};

const es: AnalysisWords = {
  marks: {
    gave: (tricks) => `con todas las cartas abiertas regaló ${tricks}`,
    knew: (whists) => `según lo que se sabía, otra carta valía ${whists} más`,
    discard: (tricks) => `otro descarte conserva ${tricks} más`,
  },
  thisCard: 'Esta carta',
  allOpen: 'Con todas las cartas abiertas',
  keptAll: 'No regala nada.',
  gave: (tricks, cards) => `Regala ${tricks}. Lo conserva: ${cards}.`,
  noOpenValue: 'En raspasy cada uno juega para sí: no hay un único valor correcto.',
  whatKnew: (name) => `Con lo que sabía ${name}`,
  nothingToChoose: 'No se podía jugar otra carta.',
  asGood: (deals) => `Tan buena como cualquiera, de media en ${deals}.`,
  better: (card, whists, error, deals) =>
    `${card} vale ${whists} más (± ${error}), de media en ${deals}.`,
  tooClose: 'Tan poco puede ser azar.',

  dealNo: (no) => `Mano ${no}, con todas las cartas abiertas`,
  named: (contract, name) => `${contract}, juega ${name}`,
  takes: (tricks) => `${tricks} con el descarte elegido`,
  otherDiscard: (cards, tricks) => `${tricks} descartando ${cards}`,
  chances: 'Los mejores contratos de la mano',
  chancesNote: 'Lo que cada uno pudo jugar con el talón, contra la mejor defensa.',
  player: 'Jugador',
  game: 'Contrato',
  misere: 'Misère',
  discarding: (cards) => `sin ${cards}`,
  noGame: (tricks) => `ninguno, ${tricks} como mucho`,
  notCaught: 'no se puede cazar',
  caught: (tricks) => `se caza: ${tricks}`,

  gaveAway: 'Bazas regaladas',
  declarer: 'como declarante',
  defender: 'como defensor',
  knownLoss: 'vistas, según lo que se sabía',
  gaveNote:
    'Las bazas se cuentan con todas las cartas abiertas, con los descartes. La última columna va aparte: lo que mejores cartas habrían dado de media sabiendo solo lo que cada uno podía saber; raspasy cuenta solo ahí.',

  results: 'Resultado esperado y real',
  graphOf: (name) => `Resultado de ${name} mano a mano: real y esperado`,
  whose: 'De quién',
  actual: 'real',
  expected: 'esperado',
  resultsNote:
    'El esperado es lo que da la mano cuando desde la primera carta todos juegan lo mejor con todas las cartas abiertas, en el contrato que se anunció. La distancia entre las líneas es el juego de las cartas.',
  asTable: 'Lo mismo en una tabla',
  deal: 'Mano',
  tricks: counted('es', { one: 'baza', other: 'bazas' }),
  whists: counted('es', { one: 'vista', other: 'vistas' }),
  drawn: counted('es', { one: 'mano imaginada', other: 'manos imaginadas' }),
  limits: 'Lo que esto puede decir y lo que no',
  limitsText: [
    'Con todas las cartas abiertas: exacto. En la mesa nadie las vio todas, así que una carta que regaló una baza pudo ser la correcta.',
    'Con lo que se sabía: se imaginan hasta veinte manos que encajan con la subasta y las cartas vistas (ochenta en raspasy), se resuelve cada una y se compara la media. Es una estimación; ± es un error estándar. Una carta se marca solo si otra era mejor al menos en una vista y en más de dos errores estándar.',
    'Las manos imaginadas se resuelven con todo abierto desde la carta siguiente: las cartas jugadas para averiguar u ocultar algo quedan mal valoradas.',
    'Raspasy no tiene un único valor correcto: sus cartas se juzgan solo con manos imaginadas, jugadas por reglas sencillas, y así también lo esperado.',
    'Subasta, declaraciones y ofertas no se juzgan. Donde dos defensores anotan sus propias bazas, lo esperado las reparte por igual.',
  ],
};

export const analysisWords: Readonly<Record<Lang, AnalysisWords>> = { en, ru, es };
