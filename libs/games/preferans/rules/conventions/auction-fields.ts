import { choice, oneOf, w, yesNo } from './field.js';

const group = 'auction';

/** The auction, the talon and giving a deal up. */
export const auctionFields = [
  oneOf(
    'hold',
    [
      choice('twoLeft', 'when two are left', 'когда торгуются двое', 'cuando quedan dos'),
      choice('always', 'at any time', 'всегда', 'siempre'),
      choice('never', 'no', 'нет', 'no'),
    ],
    {
      group,
      label: w('Hold', 'Право старшей руки', 'Mantener'),
      help: w(
        'The elder hand may take the auction with the same bid.',
        'Старшая рука может взять игру той же заявкой.',
        'La mano mayor puede quedarse la subasta con la misma apuesta.',
      ),
    },
  ),
  yesNo('misereFirstOnly', true, {
    group,
    label: w('Misère as first word only', 'Кабальный мизер', 'Miseria solo de entrada'),
    help: w(
      'Misère may be bid only by somebody who has said nothing yet.',
      'Мизер можно заявить только первым словом.',
      'La miseria solo puede apostarse como primera palabra.',
    ),
  }),
  oneOf(
    'noTalon',
    [
      choice('off', 'no', 'нет', 'no'),
      choice('misereAndNine', 'misère and nine', 'мизер и девять', 'miseria y nueve'),
    ],
    {
      group,
      label: w('Without the talon', 'Игры без прикупа', 'Sin talón'),
      help: w(
        'Misère and nine may be bid without taking the talon.',
        'Мизер и девять можно заявить без прикупа.',
        'Pueden apostarse miseria y nueve sin tomar el talón.',
      ),
    },
  ),
  oneOf(
    'concede',
    [
      choice(3, 'down three', 'без трёх', 'tres menos'),
      choice(2, 'down two', 'без двух', 'dos menos'),
      choice(0, 'no', 'нет', 'no'),
    ],
    {
      group,
      label: w('Giving up', 'Уйти без трёх', 'Rendirse'),
      help: w(
        'The declarer may give the deal up after seeing the talon, for so many undertricks.',
        'Увидев прикуп, можно сдаться с таким недобором.',
        'Tras ver el talón, se puede ceder la mano con tantas bazas de menos.',
      ),
    },
  ),
  oneOf(
    'talonPremium',
    [
      choice('off', 'no', 'нет', 'no'),
      choice('value', 'by the value of the game', 'по цене игры', 'según el valor del juego'),
      choice('flat10', 'ten each', 'по десять', 'diez cada uno'),
    ],
    {
      group,
      label: w('Talon premium', 'Премия за прикуп', 'Prima del talón'),
      help: w(
        'Whists against a declarer who found aces in the talon.',
        'Висты на игрока, которому в прикупе пришли тузы.',
        'Vistas contra quien encontró ases en el talón.',
      ),
    },
  ),
] as const;
