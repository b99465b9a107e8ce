import { choice, listOf, numbers, oneOf, plain, w, whole, yesNo } from './field.js';

const group = 'raspasy';

/** What a deal costs that everybody passed, and how the series ends. */
export const raspasyFields = [
  oneOf(
    'raspasyScore',
    [
      choice('mountain', 'into the mountain', 'в гору', 'a la montaña'),
      choice('whists', 'in whists', 'вистами', 'en vistas'),
    ],
    {
      group,
      label: w('Raspasy is written', 'Распасы пишутся', 'Los raspasy se anotan'),
      help: w(
        'Whether tricks taken go into the mountain, or who took fewest writes whists on the others.',
        'Взятки идут в гору, или взявший меньше всех пишет висты.',
        'Si las bazas van a la montaña o quien hizo menos anota vistas.',
      ),
    },
  ),
  whole(
    'raspasyPrice',
    { default: 1, min: 1, max: 10 },
    {
      group,
      label: w('Price of a trick', 'Цена взятки', 'Precio de la baza'),
      help: w(
        'What a trick costs in the first raspasy of a series.',
        'Цена взятки на первых распасах.',
        'Lo que cuesta una baza en el primer raspasy de la serie.',
      ),
    },
  ),
  listOf(
    'raspasyProgression',
    { min: 1, max: 100, maxLength: 20 },
    [numbers(1, 2, 3), numbers(1), numbers(1, 2, 2), numbers(1, 2, 4)],
    {
      group,
      label: w('Progression', 'Прогрессия', 'Progresión'),
      help: w(
        'By what the price is multiplied in consecutive raspasy; the last number stays.',
        'Во сколько раз растёт цена на распасах подряд; последнее число остаётся.',
        'Por cuánto se multiplica el precio en raspasy seguidos; el último se mantiene.',
      ),
    },
  ),
  oneOf(
    'raspasyZero',
    [
      choice('price', 'the price of a trick', 'цена взятки', 'el precio de una baza'),
      choice('one', 'one point', 'одно очко', 'un punto'),
      choice('none', 'nothing', 'ничего', 'nada'),
    ],
    {
      group,
      label: w('For no trick', 'За ноль взяток', 'Por ninguna baza'),
      help: w(
        'What a player without a trick writes into his pool.',
        'Что пишет в пулю не взявший ни одной взятки.',
        'Lo que anota en su pozo quien no hizo baza.',
      ),
    },
  ),
  yesNo('raspasyAmnesty', false, {
    group,
    label: w('Amnesty', 'Амнистия', 'Amnistía'),
    help: w(
      'The lowest number of tricks is forgiven to all.',
      'Наименьшее число взяток списывается у всех.',
      'A todos se les perdona el menor número de bazas.',
    ),
  }),
  oneOf(
    'raspasyTalon',
    [
      choice(
        'auto',
        'suit with three, dealer’s with four',
        'втроём масть, вчетвером сдающего',
        'palo con tres, del que reparte con cuatro',
      ),
      choice('suit', 'shows the suit to lead', 'показывает масть', 'indica el palo'),
      choice('dealer', 'played by the dealer', 'играет за сдающего', 'juega por el que reparte'),
      choice('closed', 'stays closed', 'закрыт', 'queda cerrado'),
    ],
    {
      group,
      label: w('Talon in raspasy', 'Прикуп на распасах', 'Talón en raspasy'),
      help: w(
        'What the two talon cards do in the first two tricks.',
        'Что делают карты прикупа в первых двух взятках.',
        'Qué hacen las dos cartas del talón en las dos primeras bazas.',
      ),
    },
  ),
  oneOf(
    'raspasyLeads',
    [
      choice('auto', 'as the talon is played', 'по розыгрышу прикупа', 'según el talón'),
      choice(
        'eldest3',
        'eldest hand to three tricks',
        'первая рука в трёх взятках',
        'la primera mano en tres bazas',
      ),
      choice(
        'eldest2',
        'eldest hand to two tricks',
        'первая рука в двух взятках',
        'la primera mano en dos bazas',
      ),
      choice(
        'winner',
        'the winner from the second trick',
        'взявший, со второй взятки',
        'el ganador desde la segunda',
      ),
    ],
    {
      group,
      label: w('First to play', 'Кто ходит', 'Quién sale'),
      help: w(
        'Who plays first to the second and third trick of a raspasy.',
        'Кто первым кладёт карту во второй и третьей взятке.',
        'Quién juega primero en la segunda y tercera baza.',
      ),
    },
  ),
  yesNo('raspasyDealerZero', false, {
    group,
    label: w(
      'Bonus for the dealer’s no trick',
      'Сдающему за ноль взяток',
      'Premio al que reparte sin bazas',
    ),
    help: w(
      'A dealer who plays the talon gets the bonus for no trick too.',
      'Сдающий, за которого играет прикуп, тоже получает за ноль взяток.',
      'El que reparte y juega el talón también cobra si no hace bazas.',
    ),
  }),
  oneOf('raspasyDealerPool', [plain(0), plain(1)], {
    group,
    label: w('Dealer’s pool at raspasy', 'Сдающему в пулю', 'Pozo del que reparte'),
    help: w(
      'Points that a sitting dealer writes into his pool at every raspasy.',
      'Очки, которые сидящий сдающий пишет в пулю на распасах.',
      'Puntos que el que reparte anota en su pozo en cada raspasy.',
    ),
  }),
  oneOf(
    'raspasyWhistBase',
    [
      choice('all', 'all tricks', 'за все взятки', 'todas las bazas'),
      choice('difference', 'the surplus', 'за разницу', 'la diferencia'),
    ],
    {
      group,
      label: w('Whists are written for', 'Висты пишутся', 'Se anotan vistas por'),
      help: w(
        'All tricks of a player, or only those above the lowest number.',
        'За все взятки игрока или только за превышение.',
        'Todas las bazas de un jugador o solo las que superan el mínimo.',
      ),
    },
  ),
  listOf(
    'exitLadder',
    { min: 6, max: 8, maxLength: 20 },
    [numbers(6), numbers(6, 7), numbers(6, 7, 8)],
    {
      group,
      label: w('Exit level', 'Выход', 'Nivel de salida'),
      help: w(
        'The lowest game that may be bid after none, one, two … raspasy.',
        'Наименьшая игра после нуля, одних, двух… распасов.',
        'El juego mínimo tras ninguno, uno, dos… raspasy.',
      ),
    },
  ),
  oneOf(
    'exitBy',
    [
      choice('made', 'a made game', 'сыгранной игрой', 'un juego cumplido'),
      choice('any', 'any game', 'любой игрой', 'cualquier juego'),
      choice(
        'madeWhisted',
        'a made game that was whisted',
        'сыгранной игрой с вистом',
        'un juego cumplido y vistado',
      ),
    ],
    {
      group,
      label: w('A series ends by', 'Выход из распасов', 'La serie termina con'),
      help: w(
        'Which deal brings price and exit level back to the beginning.',
        'Какая сдача возвращает цену и выход к началу.',
        'Qué mano devuelve precio y nivel al principio.',
      ),
    },
  ),
  yesNo('exitByMisere', true, {
    group,
    label: w('Misère ends a series', 'Выход мизером', 'La miseria termina la serie'),
    help: w(
      'Whether a made misère counts as an exit.',
      'Считается ли сыгранный мизер выходом.',
      'Si una miseria cumplida cuenta como salida.',
    ),
  }),
  oneOf(
    'dealerAdvance',
    [
      choice('always', 'always', 'всегда', 'siempre'),
      choice('notAfterRaspasy', 'not after raspasy', 'кроме распасов', 'salvo tras raspasy'),
    ],
    {
      group,
      label: w('The deal moves on', 'Сдача переходит', 'El reparto pasa'),
      help: w(
        'Whether the same dealer deals again after raspasy.',
        'Сдаёт ли тот же игрок снова после распасов.',
        'Si tras raspasy reparte de nuevo el mismo.',
      ),
    },
  ),
] as const;
