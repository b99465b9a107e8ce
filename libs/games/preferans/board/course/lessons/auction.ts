import { call, type DealtHands, type Lesson } from '../lesson';

/** The deal that the learner bids, plays and writes. */
export const firstDeal: DealtHands = {
  eldest: 'AS KS QS JS 8S AH KH 7H 9C TD',
  second: 'TS 7S QH 9H AC KC JC AD QD JD',
  youngest: '9S JH TH 8H QC TC 7C KD 9D 8D',
  talon: '8C 7D',
};

/** Words of the auction, discard and contract. */
export const auctionLessons: readonly Lesson[] = [
  {
    id: 'bid',
    title: { en: 'What to bid', ru: 'Что заявить', es: 'Qué declarar' },
    steps: [
      {
        kind: 'decision',
        hands: firstDeal,
        before: [],
        answers: ['6S'],
        text: {
          en: 'Whoever promises most plays alone against the other two. 6♠ promises six of the ten tricks with spades as trumps. Count: four high spades and a fifth, ace and king of hearts. You speak first. Say something.',
          ru: 'Кто пообещал больше всех, играет один против двоих. 6♠ — обещание взять шесть взяток из десяти с козырем пики. Посчитайте: четыре старших пики и пятая, туз и король червей. Ваше слово первое. Что скажете?',
          es: 'Quien más promete juega solo contra los otros dos. 6♠ promete seis de las diez bazas con triunfo de picas. Cuenta: cuatro picas altas y una quinta, as y rey de corazones. Hablas primero. ¿Qué dices?',
        },
        right: {
          en: 'Good: begin with the lowest game in your suit. If somebody says more, you may go higher.',
          ru: 'Хорошо: начинают с младшей игры в своей масти. Если кто-то скажет больше, можно повысить.',
          es: 'Bien: se empieza por el juego más bajo en tu palo. Si alguien dice más, puedes subir.',
        },
        wrong: {
          P: {
            en: 'That hand is too good to pass: you see six tricks and more. Try again.',
            ru: 'Для паса карта слишком хороша: шесть взяток видно, и даже больше. Попробуйте ещё раз.',
            es: 'Esa mano es demasiado buena para pasar: se ven seis bazas y más. Prueba otra vez.',
          },
          M: {
            en: 'Misère promises not to take a single trick. With aces and kings that cannot be done.',
            ru: 'Мизер — обещание не взять ни одной. С тузами и королями так не выйдет.',
            es: 'Miseria promete no ganar ninguna baza. Con ases y reyes es imposible.',
          },
          other: {
            en: 'Promise no more than you must, and in your longest suit: bids only ever go up.',
            ru: 'Не обещайте больше, чем нужно, и выбирайте самую длинную масть: заявки идут только вверх.',
            es: 'No prometas más de lo necesario, y en tu palo más largo: las voces solo suben.',
          },
        },
      },
      {
        kind: 'decision',
        hands: {
          eldest: '9S 7S JC TC 8C QD TD 8D JH 9H',
          second: 'AS KS TS AC 9C KD 9D QH TH 7H',
          youngest: 'QS JS 8S KC QC AD JD 7D AH 8H',
          talon: '7C KH',
        },
        before: [],
        answers: ['P'],
        text: {
          en: 'Another hand: no ace, no king, no long suit. What now?',
          ru: 'Другая рука: ни туза, ни короля, ни длинной масти. Что теперь?',
          es: 'Otra mano: ni as, ni rey, ni palo largo. ¿Y ahora?',
        },
        right: {
          en: 'Pass. When all three pass, everybody plays for himself and avoids tricks: that is raspasy.',
          ru: 'Пас. Если спасуют все трое, каждый играет за себя и старается не брать: это распасы.',
          es: 'Paso. Si pasan los tres, cada uno juega para sí y evita las bazas: eso es raspasy.',
        },
        wrong: {
          M: {
            en: 'For a misère there are too many middle cards: the others would make you take tricks with queen and jacks.',
            ru: 'Для мизера слишком много средних карт: на даму и валетов вам отдадут взятки.',
            es: 'Para una miseria hay demasiadas cartas medianas: los demás te harían ganar con la dama y las jotas.',
          },
          other: {
            en: 'Where should six tricks come from? Pass and wait for a better hand.',
            ru: 'Откуда взять шесть взяток? Пасуйте и ждите карты получше.',
            es: '¿De dónde saldrían seis bazas? Pasa y espera una mano mejor.',
          },
        },
      },
      {
        kind: 'decision',
        hands: {
          eldest: '7S 8S 9S 7C 9C JC 7D 8D 7H 9H',
          second: 'TS KS 8C KC AC 9D JD TH QH AH',
          youngest: 'JS QS AS TC QC TD QD KD 8H JH',
          talon: 'AD KH',
        },
        before: [],
        answers: ['M'],
        text: {
          en: 'And this one: sevens, eights, nines. Worth nothing? It is worth ten points.',
          ru: 'А вот эта: семёрки, восьмёрки, девятки. Ничего не стоит? Десять очков.',
          es: 'Y esta: sietes, ochos y nueves. ¿No vale nada? Vale diez puntos.',
        },
        right: {
          en: 'Misère: you take no trick at all. It is worth as much as all ten tricks.',
          ru: 'Мизер: не взять ни одной взятки. Он стоит столько же, сколько все десять.',
          es: 'Miseria: no ganar ni una baza. Vale tanto como ganar las diez.',
        },
        wrong: {
          other: {
            en: 'In every suit you hold the lowest cards. There is a bid that promises not to take a single trick.',
            ru: 'В каждой масти у вас самые младшие карты. Есть заявка, которая обещает не взять ни одной взятки.',
            es: 'En cada palo tienes las cartas más bajas. Hay una voz que promete no ganar ninguna baza.',
          },
        },
      },
    ],
  },
  {
    id: 'talon',
    title: { en: 'The talon', ru: 'Прикуп', es: 'El talón' },
    steps: [
      {
        kind: 'contract',
        hands: firstDeal,
        before: call('6S', 'P', 'P'),
        worth: 7,
        text: {
          en: 'The others have passed: you play. The two cards of the talon are yours. Put two cards aside that will take no trick, then name your game.',
          ru: 'Остальные спасовали: играете вы. Две карты прикупа ваши. Снесите две карты, которые не возьмут, и закажите игру.',
          es: 'Los demás pasaron: juegas tú. Las dos cartas del talón son tuyas. Descarta dos que no ganen bazas y nombra tu juego.',
        },
        right: {
          en: 'Well chosen: nothing that takes a trick went away.',
          ru: 'Хороший снос: ничего, что берёт взятку, не ушло.',
          es: 'Buena elección: no se fue nada que gane bazas.',
        },
        wrong: {
          discard: {
            en: 'One of those cards takes a trick. Keep the high cards and all spades; put away small ones of other suits.',
            ru: 'Одна из этих карт берёт взятку. Оставьте старшие карты и все пики, снесите мелочь в других мастях.',
            es: 'Una de esas cartas gana una baza. Guarda las altas y todas las picas; descarta pequeñas de otros palos.',
          },
          contract: {
            en: 'That is more than these cards give against good defence. You may name your bid, or one more.',
            ru: 'Против хорошей защиты столько не взять. Закажите то, что заявили, или на одну больше.',
            es: 'Eso es más de lo que dan estas cartas contra una buena defensa. Nombra lo que declaraste, o una más.',
          },
          concede: {
            en: 'No need to give up: seven tricks are there.',
            ru: 'Сдаваться незачем: семь взяток здесь есть.',
            es: 'No hace falta rendirse: hay siete bazas.',
          },
        },
      },
    ],
  },
];
