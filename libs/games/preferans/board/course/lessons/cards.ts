import type { Lesson } from '../lesson';

/** Tricks, and which card may be played. */
export const cardLessons: readonly Lesson[] = [
  {
    id: 'tricks',
    title: { en: 'Who takes the trick', ru: 'Кто берёт взятку', es: 'Quién gana la baza' },
    steps: [
      {
        kind: 'trick',
        trump: 'N',
        cards: ['TD', 'KD', 'AS'],
        text: {
          en: 'Three people play, each lays one card: that is a trick. The highest card of the suit that was led takes it. You led the ten of diamonds, Anna and Boris followed. Who takes the trick?',
          ru: 'Играют трое, каждый кладёт по карте: это взятка. Её берёт старшая карта той масти, с которой пошли. Вы пошли с десятки бубен, Анна и Борис ответили. Кто берёт взятку?',
          es: 'Juegan tres, cada uno pone una carta: eso es una baza. La gana la carta más alta del palo de salida. Saliste con el diez de diamantes; Anna y Boris jugaron después. ¿Quién gana la baza?',
        },
        right: {
          en: 'The king of diamonds is the highest diamond. The ace of spades is another suit: without trumps it takes nothing here.',
          ru: 'Король бубен — старшая из бубен. Туз пик другой масти: без козырей он здесь ничего не берёт.',
          es: 'El rey de diamantes es el diamante más alto. El as de picas es de otro palo: sin triunfo aquí no gana nada.',
        },
      },
      {
        kind: 'trick',
        trump: 'S',
        cards: ['AD', 'KD', '7S'],
        text: {
          en: 'Mostly one suit is trumps: any card of it beats every other suit. Spades are trumps now. Who takes this trick?',
          ru: 'Чаще всего одна масть — козыри: любая её карта бьёт все другие масти. Сейчас козыри — пики. Кто берёт эту взятку?',
          es: 'Casi siempre un palo es triunfo: cualquiera de sus cartas gana a los demás palos. Ahora los triunfos son picas. ¿Quién gana esta baza?',
        },
        right: {
          en: 'The smallest trump beats the ace of another suit.',
          ru: 'Самый маленький козырь бьёт туза другой масти.',
          es: 'El triunfo más pequeño gana al as de otro palo.',
        },
      },
    ],
  },
  {
    id: 'cards',
    title: {
      en: 'Which card you may play',
      ru: 'Какую карту можно положить',
      es: 'Qué carta puedes jugar',
    },
    steps: [
      {
        kind: 'card',
        wanted: 'legal',
        hand: ['AS', '8S', 'QC', '9H', '7H', 'KD'],
        table: ['TH'],
        led: 'H',
        trump: 'S',
        text: {
          en: 'You must follow the suit that was led. Anna led the ten of hearts, spades are trumps. Choose a card that you may play.',
          ru: 'Класть нужно в масть хода. Анна пошла с десятки червей, козыри — пики. Выберите карту, которую можно положить.',
          es: 'Hay que servir al palo de salida. Anna salió con el diez de corazones y los triunfos son picas. Elige una carta que puedas jugar.',
        },
        right: {
          en: 'Right: you have hearts, so it must be a heart. It need not beat anything.',
          ru: 'Верно: червы есть, значит, нужна черва. Бить при этом не обязательно.',
          es: 'Correcto: tienes corazones, así que debe ser un corazón. No hace falta superar nada.',
        },
      },
      {
        kind: 'card',
        wanted: 'legal',
        hand: ['AS', '8S', 'QC', 'TC', 'KD', '9D'],
        table: ['TH'],
        led: 'H',
        trump: 'S',
        text: {
          en: 'The same again, but now you have no heart. Then you must play a trump. Choose a card.',
          ru: 'То же самое, но червей у вас теперь нет. Тогда нужно козырять. Выберите карту.',
          es: 'Lo mismo, pero ahora no tienes corazones. Entonces debes poner un triunfo. Elige una carta.',
        },
        right: {
          en: 'Right: no heart, so a trump. Who has neither plays what he likes.',
          ru: 'Верно: червей нет, значит, козырь. У кого нет и козыря, кладёт что угодно.',
          es: 'Correcto: sin corazones, un triunfo. Quien no tiene ni lo uno ni lo otro juega lo que quiera.',
        },
      },
      {
        kind: 'card',
        wanted: 'duck',
        hand: ['8H', 'JH', 'AH', 'KD', '7C'],
        table: ['9H', 'QH'],
        led: 'H',
        trump: 'N',
        text: {
          en: 'There are deals in which tricks are bad: misère and raspasy. Do not take this one, and get rid of the highest card that you can.',
          ru: 'Бывает, что брать взятки плохо: на мизере и на распасах. Не берите эту и сбросьте старшую карту, какую сможете.',
          es: 'Hay repartos en que las bazas son malas: la miseria y los raspasy. No te lleves esta y suelta la carta más alta que puedas.',
        },
        right: {
          en: 'The jack stays below the queen and will never take a trick for you again.',
          ru: 'Валет ушёл под даму и взятки вам уже не принесёт.',
          es: 'La jota queda debajo de la dama y ya no te dará ninguna baza.',
        },
      },
    ],
  },
];
