import { choice, oneOf, plain, w, whole } from './field.js';

const group = 'pool';

/** How long the game is, where points beyond a full pool go, and what points are worth. */
export const poolFields = [
  oneOf('players', [plain(3), plain(4)], {
    group,
    label: w('Players', 'Игроков', 'Jugadores'),
    help: w(
      'With four, the dealer sits out the deal he deals.',
      'Вчетвером сдающий пропускает свою сдачу.',
      'Con cuatro, el que reparte no juega esa mano.',
    ),
  }),
  whole(
    'poolTarget',
    { default: 20, min: 4, max: 200 },
    {
      group,
      label: w('Pool to', 'Пуля до', 'Pozo hasta'),
      help: w(
        'The points a pool must reach for the game to end.',
        'Сколько очков в пуле завершают игру.',
        'Los puntos de pozo con los que termina la partida.',
      ),
    },
  ),
  oneOf(
    'poolEnd',
    [
      choice(
        'each',
        'when each pool is full',
        'когда закрыта пуля у каждого',
        'cuando cada pozo está lleno',
      ),
      choice('sum', 'by the sum of the pools', 'по сумме пуль', 'por la suma de los pozos'),
      choice(
        'none',
        'by deals or agreement only',
        'только по числу сдач или уговору',
        'solo por manos o acuerdo',
      ),
    ],
    {
      group,
      label: w('Game ends', 'Конец игры', 'Fin de la partida'),
      help: w(
        'Whether every pool must be full, or the pools together.',
        'Должен ли закрыть пулю каждый или все вместе.',
        'Si debe llenarse cada pozo o todos en conjunto.',
      ),
    },
  ),
  oneOf(
    'help',
    [
      choice('american', 'American help', 'американская помощь', 'ayuda americana'),
      choice('none', 'no help', 'без помощи', 'sin ayuda'),
    ],
    {
      group,
      label: w('Help', 'Помощь', 'Ayuda'),
      help: w(
        'Points beyond a full pool go to another player’s pool, for ten whists each.',
        'Очки сверх закрытой пули идут в пулю другого, по десять вистов за очко.',
        'Los puntos que sobran de un pozo lleno pasan al de otro, a diez vistas cada uno.',
      ),
    },
  ),
  oneOf(
    'helpRemainder',
    [
      choice(
        'mountain',
        'off the own mountain',
        'списываются с горы',
        'se restan de la montaña propia',
      ),
      choice('discard', 'lost', 'пропадают', 'se pierden'),
    ],
    {
      group,
      label: w('Points nobody needs', 'Лишние очки', 'Puntos sobrantes'),
      help: w(
        'What happens to points of help when all pools are full.',
        'Куда идут очки помощи, когда все пули закрыты.',
        'Adónde van los puntos de ayuda si todos los pozos están llenos.',
      ),
    },
  ),
  whole(
    'maxDeals',
    { default: 0, min: 0, max: 500 },
    {
      group,
      label: w('Deals at most', 'Не больше сдач', 'Manos como máximo'),
      help: w(
        'The game ends after so many deals in any case; 0 means no limit.',
        'После стольких сдач игра кончается в любом случае; 0 — без предела.',
        'La partida termina tras tantas manos en todo caso; 0 es sin límite.',
      ),
    },
  ),
  oneOf('poolValue', [plain(10), plain(20)], {
    group,
    label: w('Pool point', 'Очко пули', 'Punto de pozo'),
    help: w(
      'How many whists a point of the pool is worth at the end.',
      'Сколько вистов стоит очко пули при расчёте.',
      'Cuántas vistas vale un punto de pozo al final.',
    ),
  }),
  oneOf('mountainValue', [plain(10)], {
    group,
    label: w('Mountain point', 'Очко горы', 'Punto de montaña'),
    help: w(
      'How many whists a point of the mountain costs at the end.',
      'Сколько вистов стоит очко горы при расчёте.',
      'Cuántas vistas cuesta un punto de montaña al final.',
    ),
  }),
  oneOf(
    'settlementDivisor',
    [
      choice('players', 'all players', 'на всех игроков', 'entre todos'),
      choice('opponents', 'opponents only', 'только на соперников', 'solo entre rivales'),
    ],
    {
      group,
      label: w(
        'A mountain point is divided among',
        'Очко горы делится',
        'El punto de montaña se divide',
      ),
      help: w(
        'Whether the ten whists of a mountain point count for all players or for the opponents.',
        'Делятся ли десять вистов за очко горы на всех или на соперников.',
        'Si las diez vistas de un punto de montaña se dividen entre todos o entre rivales.',
      ),
    },
  ),
  oneOf(
    'madeTo',
    [
      choice('pool', 'into the pool', 'в пулю', 'al pozo'),
      choice(
        'mountainFirst',
        'first off the mountain',
        'сначала с горы',
        'primero a bajar la montaña',
      ),
    ],
    {
      group,
      label: w('Made games are written', 'Сыгранные игры пишутся', 'Los juegos cumplidos van'),
      help: w(
        'Whether points for made games lower the own mountain before they fill the pool.',
        'Списывают ли очки за сыгранную игру сначала свою гору.',
        'Si los puntos ganados bajan antes la montaña propia.',
      ),
    },
  ),
] as const;
