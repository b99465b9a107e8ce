import type { ConventionPreset } from '@trellis/games/kit';
import { w } from './field.js';

/** The schema's defaults are Sochi; the others say what they do differently. */
export const presets: readonly ConventionPreset[] = [
  { id: 'sochi', label: w('Sochi', 'Сочи', 'Sochi'), values: {} },
  {
    id: 'leningrad',
    label: w('Leningrad', 'Ленинград', 'Leningrado'),
    values: {
      poolEnd: 'sum',
      help: 'none',
      poolValue: 20,
      concede: 0,
      halfWhistDowngrade: true,
      tenGame: 'checked',
      whistDuty: 'half',
      whistStyle: 'gentleman',
      whistScale: 2,
      mountainScale: 2,
      raspasyPrice: 2,
      exitLadder: [6, 7, 8],
      exitBy: 'madeWhisted',
      exitByMisere: false,
    },
  },
  {
    id: 'rostov',
    label: w('Rostov', 'Ростов', 'Rostov'),
    values: {
      whistDuty: 'half',
      consolation: 'flat10',
      raspasyScore: 'whists',
      raspasyPrice: 5,
      raspasyProgression: [1],
      raspasyZero: 'one',
      raspasyTalon: 'closed',
      raspasyDealerPool: 1,
    },
  },
];
