import type { TallyTable, Words } from '@trellis/games/kit';

const suits: readonly (readonly [string, string])[] = [
  ['S', '♠'],
  ['C', '♣'],
  ['D', '♦'],
  ['H', '♥'],
];

const same = (text: string): Words => ({ en: text, ru: text, es: text });

/** The statistics of players: by what they were in a deal, and by contract. */
export const tallyTables: readonly TallyTable[] = [
  {
    id: 'roles',
    title: { en: 'By role', ru: 'По ролям', es: 'Por papel' },
    made: {
      en: 'A declarer succeeds when his contract is made; a whister, when he writes nothing on the mountain; in raspasy, who takes fewest tricks.',
      ru: 'Играющему удалось — контракт сыгран; вистующему — ничего не записано в гору; на распасах — взявшему меньше всех.',
      es: 'El declarante acierta si cumple el contrato; el que da vista, si no anota nada en la montaña; en raspasy, quien hace menos bazas.',
    },
    rows: [
      { of: 'declarer', name: { en: 'Declarer', ru: 'Играющий', es: 'Declarante' } },
      { of: 'whister', name: { en: 'Whister', ru: 'Вистующий', es: 'Con vista' } },
      { of: 'misere', name: { en: 'Misère', ru: 'Мизер', es: 'Misère' } },
      { of: 'raspasy', name: { en: 'Raspasy', ru: 'Распасы', es: 'Raspasy' } },
    ],
  },
  {
    id: 'contracts',
    title: { en: 'By contract', ru: 'По контрактам', es: 'Por contrato' },
    made: {
      en: 'A contract succeeds when it is made, or when nobody whists.',
      ru: 'Контракт удался, если сыгран или если никто не вистовал.',
      es: 'Un contrato se cumple si se hacen las bazas o si nadie da vista.',
    },
    rows: [6, 7, 8, 9, 10].flatMap((level) => [
      ...suits.map(([suit, sign]) => ({ of: `${level}${suit}`, name: same(`${level}${sign}`) })),
      {
        of: `${level}N`,
        name: { en: `${level} NT`, ru: `${level} БК`, es: `${level} ST` },
      },
    ]),
  },
];
