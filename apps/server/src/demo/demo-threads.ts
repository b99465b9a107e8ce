import type { Place } from '@trellis/facade';

/** A post, by its writer's place in `demoPeople`. */
export interface DemoPost {
  readonly by: number;
  readonly markdown: string;
  /** The number of the post it answers. */
  readonly replyTo?: number;
}

export interface DemoThread {
  readonly place: Place;
  readonly section: string;
  readonly title: string;
  /** How many hours ago it was begun. */
  readonly hoursAgo: number;
  /** The opening post first. */
  readonly posts: readonly DemoPost[];
}

export const demoThreads: readonly DemoThread[] = [
  {
    place: 'forum',
    section: 'newcomers',
    title: 'Which preset should a beginner choose?',
    hoursAgo: 300,
    posts: [
      {
        by: 11,
        markdown:
          'I know whist and bridge, but not Preferans. Sochi, Leningrad, Rostov: **where does one begin?**',
      },
      {
        by: 0,
        markdown:
          'With *Sochi*. It is what most people here play, and a fault costs less:\n\n- mountain and pool count once,\n- whist is greedy, so you always know what a trick is worth.\n\nLeningrad is the same game with everything doubled.',
        replyTo: 1,
      },
      {
        by: 1,
        markdown:
          'И не бойтесь распасов: на них учишься быстрее всего. Правила — на странице «Правила», там есть и все соглашения.',
      },
      {
        by: 11,
        markdown: '> И не бойтесь распасов\n\nTried it. Nine tricks. I am afraid now.',
        replyTo: 3,
      },
    ],
  },
  {
    place: 'forum',
    section: 'strategy',
    title: 'Мизер с восьмёркой без семёрки',
    hoursAgo: 210,
    posts: [
      {
        by: 2,
        markdown:
          'Рука: ♠ 8 10 · ♣ 7 8 9 · ♦ 7 9 В · ♥ 7 8. Первый ход не мой. Объявляли бы?\n\nДырка одна, в пике; в прикупе помогает семёрка, да и любая мелочь в черву.',
      },
      {
        by: 8,
        markdown:
          'Пика 8–10 ловится, если у вистующих 7 у одного и хотя бы три карты у другого. Я бы **объявила**: в прикупе две карты, снос закрытый, гадать придётся им.',
        replyTo: 1,
      },
      {
        by: 10,
        markdown:
          'Считал: без прикупа чистых раскладов чуть меньше половины, с прикупом — заметно больше. На выигранной пуле — да, на проигранной — тем более.',
      },
    ],
  },
  {
    place: 'forum',
    section: 'partners',
    title: 'Thursday evenings, four at a table',
    hoursAgo: 120,
    posts: [
      {
        by: 9,
        markdown:
          'Looking for two more for a pool of 10 on Thursdays, 19:00 UTC. *Sochi*, five minutes a decision, no hurry and no swearing.',
      },
      { by: 3, markdown: '¡Yo juego! ¿Se puede hablar español en la mesa?' },
      { by: 9, markdown: 'As long as nobody names his suits in any language, yes.', replyTo: 2 },
    ],
  },
  {
    place: 'forum',
    section: 'cafe',
    title: 'El mazo de 32 cartas: ¿qué jugáis además?',
    hoursAgo: 60,
    posts: [
      {
        by: 7,
        markdown:
          'En casa, con la misma baraja, jugamos al *belote*. ¿Y vosotros?\n\n| juego | jugadores |\n| --- | --- |\n| belote | 4 |\n| piquet | 2 |\n| skat | 3 |',
      },
      { by: 4, markdown: 'Skat. 三个人正好。' },
    ],
  },
  {
    place: 'forum',
    section: 'club',
    title: 'Могла бы ничья на сетке считаться отдельно?',
    hoursAgo: 20,
    posts: [
      {
        by: 6,
        markdown:
          'В крестиках-ноликах двух внимательных людей ждёт только ничья. Может, показывать в профиле *долю ничьих с сильными*?',
      },
      {
        by: 0,
        markdown: 'It is on the profile already: won, drawn and lost are told apart.',
        replyTo: 1,
      },
    ],
  },
  {
    place: 'blog',
    section: 'members',
    title: 'What forty pools taught me',
    hoursAgo: 150,
    posts: [
      {
        by: 0,
        markdown:
          '### One: count to ten\n\nThe declarer needs his tricks, and what he does not take, you do. Before the first card I say the number aloud.\n\n### Two: the talon is two cards of thirty-two\n\nIt helps in three hands of ten. I no longer bid what I hope for.\n\n### Three: write down what you threw away\n\n…at least in your head.',
      },
      { by: 5, markdown: 'Number three is me. Every single time.' },
    ],
  },
  {
    place: 'blog',
    section: 'members',
    title: 'Как мы играли пулю в поезде',
    hoursAgo: 45,
    posts: [
      {
        by: 1,
        markdown:
          'Тридцать два часа, четыре человека и одна колода. Пулю расписывали на обороте билета.\n\nНа второй день спорить о *стоимости распасов* начали даже соседи по купе: оказалось, у каждого города своя.',
      },
      { by: 8, markdown: 'А кто выиграл?' },
      { by: 1, markdown: 'Проводник. Он пятым сел.', replyTo: 2 },
    ],
  },
];

/** What was said in the halls, oldest first. */
export const demoTalk: readonly {
  readonly room: string;
  readonly by: number;
  readonly text: string;
}[] = [
  { room: 'hall:preferans', by: 9, text: 'Good evening. A quick Sochi, pool of 6?' },
  { room: 'hall:preferans', by: 2, text: 'Добрый вечер! Сажусь.' },
  { room: 'hall:preferans', by: 10, text: 'Третьим буду через пять минут.' },
  { room: 'hall:tic-tac-toe', by: 7, text: '¿Alguien para tres en raya?' },
  { room: 'hall:tic-tac-toe', by: 5, text: 'Me. Be gentle.' },
];
