import { agree, call, declare, name, type Lesson } from '../lesson';
import { firstDeal } from './auction';

const named = [...call('6S', 'P', 'P'), ...name('6S', '9C', 'TD')];
const whisted = [...named, ...declare('whist', 'pass', 'open')];

/** The first deal to its end, and what is written of it. */
export const playLessons: readonly Lesson[] = [
  {
    id: 'play',
    title: { en: 'Your first deal', ru: 'Ваша первая сдача', es: 'Tu primer reparto' },
    steps: [
      {
        kind: 'play',
        hands: firstDeal,
        before: whisted,
        text: {
          en: 'You play 6♠. Anna whists, open: after your first card both their hands lie on the table, and you see everything. Lead, and take at least six tricks. Begin with high spades: they take away the others’ trumps.',
          ru: 'Вы играете 6♠. Анна вистует в светлую: после вашей первой карты они с Борисом откроются, и вы увидите всё. Ходите и возьмите хотя бы шесть взяток. Начните со старших пик: так вы отберёте чужие козыри.',
          es: 'Juegas 6♠. Anna da la vista abierta: tras tu primera carta las dos manos se ponen en la mesa y lo ves todo. Sal y gana al menos seis bazas. Empieza con picas altas: así quitas los triunfos a los demás.',
        },
        right: {
          en: 'The contract is made: that is your first game. Look how it stands on the sheet.',
          ru: 'Игра сыграна, и это ваша первая. Посмотрите, как она записана в пульку.',
          es: 'Contrato cumplido: es tu primer juego. Mira cómo queda en la hoja.',
        },
      },
    ],
  },
  {
    id: 'sheet',
    title: { en: 'How it is written', ru: 'Как это пишут', es: 'Cómo se anota' },
    steps: [
      {
        kind: 'sum',
        cell: 'my-pool',
        choices: [2, 4, 6, 12],
        hands: firstDeal,
        before: [...whisted, ...agree(7, 3, 0)],
        text: {
          en: 'A made game is written into your pool. A six is worth 2, a seven 4, an eight 6, and so on. You played 6♠ and took seven. How many points go into your pool?',
          ru: 'Сыгранную игру пишут в пулю. Шестерная стоит 2, семерная 4, восьмерная 6 и так далее. Вы играли 6♠ и взяли семь. Сколько очков вам в пулю?',
          es: 'Un juego cumplido se anota en tu pozo. Un seis vale 2, un siete 4, un ocho 6, y así. Jugaste 6♠ y ganaste siete. ¿Cuántos puntos van a tu pozo?',
        },
        right: {
          en: 'Two: what counts is the contract; the trick too many brings nothing.',
          ru: 'Два: считается заказ, лишняя взятка ничего не даёт.',
          es: 'Dos: cuenta el contrato; la baza de más no da nada.',
        },
        wrong: {
          en: 'Look at the contract, not at the tricks: it was a six.',
          ru: 'Смотрите на заказ, а не на взятки: это была шестерная.',
          es: 'Mira el contrato, no las bazas: era un seis.',
        },
      },
      {
        kind: 'sum',
        cell: 'whists-on-me',
        choices: [3, 6, 10],
        hands: firstDeal,
        before: [...whisted, ...agree(7, 3, 0)],
        text: {
          en: 'Anna whisted and took three tricks. For each she writes whists on you, as many as the game is worth. How many in all?',
          ru: 'Анна вистовала и взяла три взятки. За каждую она пишет на вас висты, по цене игры. Сколько всего?',
          es: 'Anna dio la vista y ganó tres bazas. Por cada una anota vistas contra ti, tantas como vale el juego. ¿Cuántas en total?',
        },
        right: {
          en: 'Three tricks at two whists. And because she owed four, the missing one goes into her mountain.',
          ru: 'Три взятки по два виста. А раз она была должна четыре, недостающая идёт ей в гору.',
          es: 'Tres bazas a dos vistas. Y como debía cuatro, la que falta va a su montaña.',
        },
        wrong: {
          en: 'Multiply: her tricks by the worth of a six.',
          ru: 'Умножьте её взятки на цену шестерной.',
          es: 'Multiplica sus bazas por el valor de un seis.',
        },
      },
      {
        kind: 'sum',
        cell: 'my-mountain',
        choices: [1, 2, 5, 10],
        hands: firstDeal,
        before: [...whisted, ...agree(5, 5, 0)],
        text: {
          en: 'Suppose you had taken only five: one too few. Then nothing goes into the pool, and for each missing trick the worth of the game goes into your mountain, where penalties are kept. How many points?',
          ru: 'А если бы вы взяли только пять, на одну меньше? Тогда в пулю ничего, а за каждую недобранную взятку цена игры идёт в гору, где копятся штрафы. Сколько очков?',
          es: 'Supón que solo ganaste cinco: una menos. Entonces nada va al pozo, y por cada baza que falta el valor del juego va a tu montaña, donde están los castigos. ¿Cuántos puntos?',
        },
        right: {
          en: 'Two. And the defenders write whists: for their tricks, and a consolation for the one you missed.',
          ru: 'Два. А защитники пишут висты: за свои взятки и консоляцию за недобранную.',
          es: 'Dos. Y los defensores anotan vistas: por sus bazas y un consuelo por la que te faltó.',
        },
        wrong: {
          en: 'One trick is missing, and a six is worth two.',
          ru: 'Не хватает одной взятки, а шестерная стоит два.',
          es: 'Falta una baza, y un seis vale dos.',
        },
      },
    ],
  },
];
