import type { ConventionField, ConventionGroup } from './conventions.js';

export const tableGroup: ConventionGroup = {
  id: 'table',
  label: { en: 'Table', ru: 'Стол', es: 'Mesa' },
};

/** What every table agrees on, whatever the game. A game may give other defaults. */
export function commonConventions({
  moveTimeSec = 300,
  timeBankSec = 0,
  /** The rules know what to do when a computer plays for somebody who is away (`Game.absence`). */
  absence = false,
} = {}): readonly ConventionField[] {
  return [
    {
      id: 'moveTimeSec',
      type: 'integer',
      default: moveTimeSec,
      min: 5,
      max: 900,
      unit: { en: 's', ru: 'с', es: 's' },
      group: tableGroup.id,
      label: { en: 'Time per decision', ru: 'Время на решение', es: 'Tiempo por decisión' },
      help: {
        en: 'How long a player may think each time.',
        ru: 'Сколько можно думать над каждым решением.',
        es: 'Cuánto se puede pensar cada vez.',
      },
    },
    {
      id: 'timeBankSec',
      type: 'integer',
      default: timeBankSec,
      min: 0,
      max: 7200,
      unit: { en: 's', ru: 'с', es: 's' },
      group: tableGroup.id,
      label: { en: 'Time bank', ru: 'Запас времени', es: 'Reserva de tiempo' },
      help: {
        en: 'Extra time for the whole game, used when the time per decision is over.',
        ru: 'Дополнительное время на всю партию, когда время на решение вышло.',
        es: 'Tiempo extra para toda la partida, cuando se acaba el de la decisión.',
      },
    },
    ...(absence ? [absent] : []),
    {
      id: 'rated',
      type: 'boolean',
      default: true,
      group: tableGroup.id,
      label: { en: 'Rated', ru: 'На рейтинг', es: 'Puntuada' },
      help: {
        en: 'The result changes ratings, if people play with each other only.',
        ru: 'Результат меняет рейтинг, если играют только люди.',
        es: 'El resultado cambia la puntuación si solo juegan personas.',
      },
    },
    {
      id: 'ratedWithHouse',
      type: 'boolean',
      default: false,
      group: tableGroup.id,
      label: {
        en: 'Rated with a computer too',
        ru: 'На рейтинг и с компьютером',
        es: 'Puntuada también con ordenador',
      },
      help: {
        en: 'With a computer at the table the result still changes the ratings of the people, among themselves.',
        ru: 'И с компьютером за столом результат меняет рейтинг людей — между собой.',
        es: 'Con un ordenador en la mesa, el resultado cambia igualmente la puntuación de las personas, entre ellas.',
      },
    },
  ];
}

const absent: ConventionField = {
  id: 'absent',
  type: 'choice',
  default: 'closed',
  choices: [
    {
      value: 'closed',
      label: { en: 'the game is closed', ru: 'партия закрывается', es: 'se cierra la partida' },
    },
    {
      value: 'computer',
      label: {
        en: 'a computer plays on',
        ru: 'доигрывает компьютер',
        es: 'sigue un ordenador',
      },
    },
  ],
  group: tableGroup.id,
  label: {
    en: 'Who leaves or oversteps',
    ru: 'Ушёл или просрочил время',
    es: 'Quien se va o agota el tiempo',
  },
  help: {
    en: 'Pays the fine and the game is closed; or a computer plays for him until he is back, and he gains nothing by it.',
    ru: 'Платит штраф, и партия закрывается; или за него, пока не вернётся, играет компьютер, и он на этом не выигрывает.',
    es: 'Paga la multa y la partida se cierra; o un ordenador juega por él hasta que vuelva, y no gana nada con ello.',
  },
};
