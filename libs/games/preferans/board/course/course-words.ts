import type { Lang } from '@trellis/games/kit';

/** What the course itself says, around its lessons. */
export interface CourseWords {
  readonly lessons: string;
  readonly done: string;
  readonly placeOf: (lesson: number, lessons: number, step: number, steps: number) => string;
  readonly next: string;
  readonly nextLesson: string;
  readonly again: string;
  readonly right: string;
  readonly notYet: string;
  readonly you: string;
  readonly others: readonly [string, string];
  readonly whoTakes: string;
  readonly onTable: string;
  readonly yourHand: string;
  readonly howMany: string;
  readonly written: string;
  readonly faults: Readonly<
    Record<'must-follow-suit' | 'must-trump' | 'takes' | 'too-low', string>
  >;
  readonly trickFaults: Readonly<Record<'otherSuit' | 'beaten' | 'lower', string>>;
  /** A card of the first deal that gives tricks away. */
  readonly gaveAway: (better: string) => string;
  readonly takeBack: string;
  readonly playOn: string;
  readonly justPlay: string;
  readonly wasSet: string;
  readonly finished: string;
  readonly finishedLead: string;
}

const en: CourseWords = {
  lessons: 'Lessons',
  done: 'done',
  placeOf: (lesson, lessons, step, steps) =>
    `Lesson ${lesson} of ${lessons}, step ${step} of ${steps}`,
  next: 'Next step',
  nextLesson: 'Next lesson',
  again: 'Play it again',
  right: 'Right.',
  notYet: 'Not quite.',
  you: 'You',
  others: ['Anna', 'Boris'],
  whoTakes: 'Choose the card that takes the trick.',
  onTable: 'On the table',
  yourHand: 'Your cards: choose one',
  howMany: 'How many?',
  written: 'This is written',
  faults: {
    'must-follow-suit': 'You have a card of the suit that was led: it must be one of those.',
    'must-trump':
      'You have none of the suit that was led, but you have trumps: it must be one of those.',
    takes: 'This card takes the trick, and that is what you want to avoid.',
    'too-low': 'It does not take the trick, but you could get rid of a higher card.',
  },
  trickFaults: {
    otherSuit: 'This card is neither of the suit that was led nor a trump: it takes nothing.',
    beaten: 'There is a higher card in the trick, or a trump.',
    lower: 'There is a higher trump in the trick.',
  },
  gaveAway: (better) => `That gives a trick away. Better: ${better}.`,
  takeBack: 'Take it back',
  playOn: 'Play on',
  justPlay: 'Here the deal is simply played out: choose a card.',
  wasSet: 'Fewer than six this time. Nothing is lost here: play it once more.',
  finished: 'That was the course',
  finishedLead:
    'You know enough to sit down. The house plays with you at once, without an account, and explains the first words at the table too.',
};

const ru: CourseWords = {
  lessons: 'Уроки',
  done: 'пройден',
  placeOf: (lesson, lessons, step, steps) =>
    `Урок ${lesson} из ${lessons}, шаг ${step} из ${steps}`,
  next: 'Следующий шаг',
  nextLesson: 'Следующий урок',
  again: 'Сыграть ещё раз',
  right: 'Верно.',
  notYet: 'Не совсем.',
  you: 'Вы',
  others: ['Анна', 'Борис'],
  whoTakes: 'Выберите карту, которая берёт взятку.',
  onTable: 'На столе',
  yourHand: 'Ваши карты: выберите одну',
  howMany: 'Сколько?',
  written: 'Вот что пишут',
  faults: {
    'must-follow-suit': 'У вас есть карта в масть хода: нужно положить одну из них.',
    'must-trump': 'Масти хода у вас нет, но есть козыри: нужно положить один из них.',
    takes: 'Эта карта берёт взятку, а этого вы и не хотите.',
    'too-low': 'Взятки она не берёт, но можно избавиться от карты постарше.',
  },
  trickFaults: {
    otherSuit: 'Эта карта не в масть хода и не козырь: она ничего не берёт.',
    beaten: 'Во взятке есть карта старше или козырь.',
    lower: 'Во взятке есть козырь старше.',
  },
  gaveAway: (better) => `Так вы отдаёте взятку. Лучше: ${better}.`,
  takeBack: 'Взять ход назад',
  playOn: 'Играть дальше',
  justPlay: 'Здесь сдачу просто доигрывают: выберите карту.',
  wasSet: 'На этот раз меньше шести. Здесь это ничего не стоит: сыграйте ещё раз.',
  finished: 'Это был весь курс',
  finishedLead:
    'Этого хватит, чтобы сесть за стол. Компьютер сыграет с вами сразу, входить не нужно, и первые слова за столом тоже объяснит.',
};

const es: CourseWords = {
  lessons: 'Lecciones',
  done: 'hecha',
  placeOf: (lesson, lessons, step, steps) =>
    `Lección ${lesson} de ${lessons}, paso ${step} de ${steps}`,
  next: 'Paso siguiente',
  nextLesson: 'Lección siguiente',
  again: 'Jugarlo otra vez',
  right: 'Correcto.',
  notYet: 'Todavía no.',
  you: 'Tú',
  others: ['Anna', 'Boris'],
  whoTakes: 'Elige la carta que gana la baza.',
  onTable: 'En la mesa',
  yourHand: 'Tus cartas: elige una',
  howMany: '¿Cuántos?',
  written: 'Esto se anota',
  faults: {
    'must-follow-suit': 'Tienes cartas del palo de salida: debe ser una de ellas.',
    'must-trump': 'No tienes el palo de salida, pero sí triunfos: debe ser uno de ellos.',
    takes: 'Esta carta gana la baza, y eso es lo que quieres evitar.',
    'too-low': 'No gana la baza, pero podrías soltar una carta más alta.',
  },
  trickFaults: {
    otherSuit: 'Esta carta no es del palo de salida ni triunfo: no gana nada.',
    beaten: 'En la baza hay una carta más alta o un triunfo.',
    lower: 'En la baza hay un triunfo más alto.',
  },
  gaveAway: (better) => `Así regalas una baza. Mejor: ${better}.`,
  takeBack: 'Retirar la carta',
  playOn: 'Seguir jugando',
  justPlay: 'Aquí el reparto simplemente se juega: elige una carta.',
  wasSet: 'Esta vez menos de seis. Aquí no se pierde nada: juégalo otra vez.',
  finished: 'Este era el curso',
  finishedLead:
    'Ya sabes lo suficiente para sentarte. La casa juega contigo enseguida, sin cuenta, y en la mesa también explica las primeras palabras.',
};

export const courseWords: Readonly<Record<Lang, CourseWords>> = { en, ru, es };
