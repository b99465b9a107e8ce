import type { ConventionField, ConventionGroup } from './conventions.js';

export const tableGroup: ConventionGroup = {
  id: 'table',
  label: { en: 'Table', ru: 'Стол', es: 'Mesa' },
};

/** What every table agrees on, whatever the game. A game may give other defaults. */
export function commonConventions({
  moveTimeSec = 300,
  timeBankSec = 0,
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
    {
      id: 'rated',
      type: 'boolean',
      default: true,
      group: tableGroup.id,
      label: { en: 'Rated', ru: 'На рейтинг', es: 'Puntuada' },
      help: {
        en: 'The result changes ratings. Games with a computer player never do.',
        ru: 'Результат меняет рейтинг. Партии с компьютером — никогда.',
        es: 'El resultado cambia la puntuación. Las partidas con el ordenador, nunca.',
      },
    },
  ];
}
