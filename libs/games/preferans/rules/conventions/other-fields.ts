import { choice, oneOf, w, whole, yesNo } from './field.js';

const group = 'other';

/** Open hands, offers, and the fine. */
export const otherFields = [
  oneOf(
    'openTiming',
    [
      choice(
        'code',
        'before the defenders play',
        'до хода защитников',
        'antes de que jueguen los defensores',
      ),
      choice('afterTrick1', 'after the first trick', 'после первой взятки', 'tras la primera baza'),
    ],
    {
      group,
      label: w('Hands are opened', 'Карты открываются', 'Las manos se abren'),
      help: w(
        'When the defenders’ hands are laid on the table.',
        'Когда защитники кладут карты на стол.',
        'Cuándo se muestran las manos de los defensores.',
      ),
    },
  ),
  oneOf(
    'misereControl',
    [
      choice('own', 'each his own hand', 'каждый за себя', 'cada uno su mano'),
      choice('handOver', 'a hand may be given over', 'можно отдать руку', 'se puede ceder la mano'),
    ],
    {
      group,
      label: w('Catching a misère', 'Ловля мизера', 'Contra la miseria'),
      help: w(
        'Whether a catcher may let his partner play both hands.',
        'Может ли ловящий отдать свою руку партнёру.',
        'Si un defensor puede dejar su mano al compañero.',
      ),
    },
  ),
  yesNo('claimExposes', true, {
    group,
    label: w('An offer shows the hand', 'Расклад открывает карты', 'La oferta muestra la mano'),
    help: w(
      'A declarer who offers to end the deal shows his cards to those who answer.',
      'Предлагая расклад, играющий показывает карты отвечающим.',
      'El declarante que ofrece terminar muestra sus cartas a quienes responden.',
    ),
  }),
  yesNo('claimProof', true, {
    group,
    label: w('A proven offer ends the deal', 'Доказанный расклад', 'Oferta demostrada'),
    help: w(
      'An offer that cannot be played otherwise by what its maker sees is settled without an answer.',
      'Расклад, который по видимым предложившему картам не может выйти иначе, записывается без ответа.',
      'Una oferta que, por las cartas que ve quien la hace, no puede salir de otro modo, se anota sin respuesta.',
    ),
  }),
  whole(
    'timeoutFine',
    { default: 100, min: 0, max: 1000 },
    {
      group,
      unit: w('whists', 'вистов', 'vistas'),
      label: w('Fine for leaving', 'Штраф за уход', 'Multa por abandono'),
      help: w(
        'What a player pays to the others when he leaves or runs out of time.',
        'Сколько платит остальным ушедший или просрочивший время.',
        'Lo que paga a los demás quien se va o agota el tiempo.',
      ),
    },
  ),
] as const;
