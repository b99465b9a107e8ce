import { choice, oneOf, plain, w, yesNo } from './field.js';

const group = 'whist';

/** Declarations, duty, and what is written for tricks and undertricks. */
export const whistFields = [
  oneOf(
    'whistDuty',
    [
      choice('full', 'full', 'ответственный', 'completa'),
      choice('half', 'half', 'полуответственный', 'media'),
    ],
    {
      group,
      label: w('Whist duty', 'Ответственность виста', 'Responsabilidad'),
      help: w(
        'Whether a missing whist trick costs the full value or half of it.',
        'Стоит ли недобор на висте полную цену или половину.',
        'Si una baza que falta al defensor cuesta el valor entero o la mitad.',
      ),
    },
  ),
  oneOf(
    'whistStyle',
    [
      choice('greedy', 'greedy', 'жлобский', 'avaro'),
      choice('gentleman', 'gentleman’s', 'джентльменский', 'caballeroso'),
    ],
    {
      group,
      label: w('Whist', 'Вист', 'Vista'),
      help: w(
        'Whether a lone whister shares his trick whists with the passer.',
        'Делится ли единственный вистующий вистами с пасующим.',
        'Si el único defensor comparte sus vistas con el que pasó.',
      ),
    },
  ),
  oneOf(
    'gentlemanScope',
    [
      choice('onSet', 'when the declarer is set', 'при подсаде', 'si el declarante falla'),
      choice('always', 'always', 'всегда', 'siempre'),
    ],
    {
      group,
      label: w('Whists are shared', 'Висты делятся', 'Se comparte'),
      help: w(
        'When gentleman’s whist is shared.',
        'Когда делится джентльменский вист.',
        'Cuándo se comparte la vista caballerosa.',
      ),
    },
  ),
  oneOf(
    'halfWhist',
    [
      choice('67', 'on six and seven', 'на шести и семи', 'a seis y siete'),
      choice('6', 'on six', 'на шести', 'a seis'),
      choice('off', 'no', 'нет', 'no'),
    ],
    {
      group,
      label: w('Half whist', 'Полвиста', 'Media vista'),
      help: w(
        'After a pass the second defender may leave without play for half of the duty.',
        'После паса второй защитник может уйти без игры за полвиста.',
        'Tras un paso, el segundo defensor puede retirarse con media vista.',
      ),
    },
  ),
  yesNo('whistReturn', true, {
    group,
    label: w('Whist may be taken back', 'Возврат виста', 'Recuperar la vista'),
    help: w(
      'After pass and half whist the first defender may still whist.',
      'После «пас – полвиста» первый может вернуть себе вист.',
      'Tras paso y media vista, el primero aún puede vistar.',
    ),
  }),
  yesNo('halfWhistDowngrade', false, {
    group,
    label: w('Whist, pass, half', 'Вист – пас – полвиста', 'Vista, paso, media'),
    help: w(
      'A lone whister on six or seven may step down to half whist.',
      'Единственный вистующий на шести и семи может уйти за полвиста.',
      'El único defensor a seis o siete puede bajar a media vista.',
    ),
  }),
  yesNo('stalingrad', false, {
    group,
    label: w('Stalingrad', 'Сталинград', 'Stalingrado'),
    help: w(
      'Six spades must be whisted by both defenders.',
      'Шесть пик вистуют оба обязательно.',
      'A seis picas vistan ambos por obligación.',
    ),
  }),
  oneOf(
    'tenGame',
    [
      choice('whisted', 'whisted', 'вистуется', 'se vista'),
      choice('checked', 'checked', 'проверяется', 'se comprueba'),
    ],
    {
      group,
      label: w('Ten', 'Десятерная', 'Diez'),
      help: w(
        'Whether a contract of ten is whisted, or only tested with open hands.',
        'Вистуется ли десятерная или только проверяется в открытую.',
        'Si el contrato de diez se vista o solo se comprueba con cartas abiertas.',
      ),
    },
  ),
  oneOf(
    'tenCheckScore',
    [
      choice('full', 'whists and consolation', 'висты и консоляция', 'vistas y consuelo'),
      choice('consolation', 'consolation only', 'только консоляция', 'solo consuelo'),
      choice('none', 'nothing', 'ничего', 'nada'),
    ],
    {
      group,
      label: w(
        'For a checked ten that fails',
        'За несыгранную проверенную десятерную',
        'Por un diez comprobado que falla',
      ),
      help: w(
        'What the defenders write when a checked ten fails.',
        'Что пишут защитники, если проверка удалась.',
        'Qué anotan los defensores si el diez comprobado falla.',
      ),
    },
  ),
  oneOf(
    'dutyLow',
    [
      choice('own', 'each his own shortage', 'каждый за себя', 'cada uno lo suyo'),
      choice(
        'team',
        'the one who is short pays all',
        'недобравший за всех',
        'paga todo quien falla',
      ),
      choice('equal', 'equal shares', 'поровну', 'a partes iguales'),
    ],
    {
      group,
      label: w(
        'Two short on six or seven',
        'Двое недобрали на шести и семи',
        'Dos cortos a seis o siete',
      ),
      help: w(
        'Who pays when two whisters miss tricks on a six or a seven.',
        'Кто платит, если двое недобрали на шестерной или семерной.',
        'Quién paga si dos defensores no cumplen a seis o siete.',
      ),
    },
  ),
  oneOf(
    'dutyHigh',
    [
      choice('second', 'the second', 'второй', 'el segundo'),
      choice('both', 'both', 'оба', 'ambos'),
      choice('split', 'half each', 'пополам', 'mitad cada uno'),
    ],
    {
      group,
      label: w(
        'Two short on eight and up',
        'Двое недобрали на восьми и выше',
        'Dos cortos desde ocho',
      ),
      help: w(
        'Who pays when two whisters take nothing against an eight, nine or ten.',
        'Кто платит, если двое не взяли ничего на восьмерной и выше.',
        'Quién paga si dos defensores no hacen baza desde ocho.',
      ),
    },
  ),
  oneOf(
    'consolation',
    [
      choice('value', 'value of the game', 'цена игры', 'valor del juego'),
      choice('flat10', 'ten', 'десять', 'diez'),
      choice('none', 'nothing', 'нет', 'nada'),
    ],
    {
      group,
      label: w('Consolation', 'Консоляция', 'Consuelo'),
      help: w(
        'Whists for each undertrick of the declarer.',
        'Висты за каждую недобранную взятку играющего.',
        'Vistas por cada baza que le falta al declarante.',
      ),
    },
  ),
  yesNo('consolationDealer', true, {
    group,
    label: w('Consolation for the dealer', 'Консоляция сдающему', 'Consuelo al que reparte'),
    help: w(
      'With four players the sitting dealer writes consolation too.',
      'Вчетвером сдающий тоже пишет консоляцию.',
      'Con cuatro, el que reparte también anota consuelo.',
    ),
  }),
  oneOf('whistScale', [plain(1), plain(2)], {
    group,
    label: w('Whists count', 'Висты считаются', 'Las vistas cuentan'),
    help: w(
      'How many times their value whists are written.',
      'Во сколько раз дороже пишутся висты.',
      'Cuántas veces su valor se anotan las vistas.',
    ),
  }),
  oneOf('mountainScale', [plain(1), plain(2)], {
    group,
    label: w('Penalties count', 'Гора считается', 'La montaña cuenta'),
    help: w(
      'How many times their value penalties are written.',
      'Во сколько раз дороже пишется гора.',
      'Cuántas veces su valor se anotan las penas.',
    ),
  }),
] as const;
