import { call, declare, name, type Lesson } from '../lesson';

/** Whist or pass. */
export const defenceLessons: readonly Lesson[] = [
  {
    id: 'whist',
    title: { en: 'Whist or pass', ru: 'Вист или пас', es: 'Vista o paso' },
    steps: [
      {
        kind: 'decision',
        hands: {
          eldest: 'AS KS 9S KC 8C AD 9D 8D KH 7H',
          second: 'AC QC JC TC 9C QS 8S AH QH 7D',
          youngest: 'JS TS 7S 7C KD JD TD JH TH 9H',
          talon: 'QD 8H',
        },
        before: [...call('P', '6C', 'P'), ...name('6C', 'QD', '7D'), ...declare('pass')],
        answers: ['whist'],
        text: {
          en: 'Now Anna plays 6♣ alone, and Boris does not want to defend. Who says whist promises four tricks against a six; he gets points for every one. Count your aces and kings.',
          ru: 'Теперь Анна играет 6♣ одна, а Борис защищаться не хочет. Кто говорит «вист», обязан против шестерной взять четыре взятки и за каждую пишет висты. Посчитайте своих тузов и королей.',
          es: 'Ahora Anna juega sola 6♣ y Boris no quiere defender. Quien da la vista promete cuatro bazas contra un seis y cobra por cada una. Cuenta tus ases y reyes.',
        },
        right: {
          en: 'Whist. Ace and king of spades, ace of diamonds, and the king of trumps with a small one beside it: that is enough.',
          ru: 'Вист. Туз и король пик, туз бубен и король козырей с маленькой при нём: этого хватает.',
          es: 'Vista. As y rey de picas, as de diamantes y el rey de triunfo con otra carta: es suficiente.',
        },
        wrong: {
          other: {
            en: 'You have four tricks. If you leave now, Anna gets her points for nothing and you get little or none.',
            ru: 'Четыре взятки у вас есть. Если уйти, Анна запишет игру даром, а вы почти ничего.',
            es: 'Tienes cuatro bazas. Si te vas, Anna cobra su juego gratis y tú casi nada.',
          },
        },
      },
      {
        kind: 'decision',
        hands: {
          eldest: '9S 8S 7S 8C 7C TD 9D 8D 9H 8H',
          second: 'AC KC QC JC AS KS AD QD AH JH',
          youngest: 'QS JS TS TC 9C KD JD KH QH TH',
          talon: '7D 7H',
        },
        before: [...call('P', '6C', 'P'), ...name('6C', '7D', '7H'), ...declare('pass')],
        answers: ['pass', 'half'],
        text: {
          en: 'The same question, another hand. What do you say?',
          ru: 'Тот же вопрос, другая рука. Что скажете?',
          es: 'La misma pregunta, otra mano. ¿Qué dices?',
        },
        right: {
          en: 'Right: there is not one trick here. Half whist would do as well: it writes half of the duty without play, unless Boris takes the whist back.',
          ru: 'Верно: здесь нет ни одной взятки. Годится и «полвиста»: пишется половина обязательства без розыгрыша, если только Борис не вернёт себе вист.',
          es: 'Correcto: aquí no hay ni una baza. También sirve la media vista: anota la mitad de la obligación sin jugar, salvo que Boris recupere la vista.',
        },
        wrong: {
          other: {
            en: 'You would owe four tricks and take none: each missing one goes into your mountain.',
            ru: 'Вы были бы должны четыре взятки и не взяли бы ни одной: каждая недостающая идёт вам в гору.',
            es: 'Deberías cuatro bazas y no ganarías ninguna: cada una que falta va a tu montaña.',
          },
        },
      },
    ],
  },
];
