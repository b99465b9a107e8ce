import type { ConventionConflict, Conventions } from '@trellis/games/kit';
import { w } from './field.js';

/** Rule 15.2: what does not go together. The message names both options as the dialog and the record do. */
export function conflicts(conventions: Conventions): readonly ConventionConflict[] {
  const { players, raspasyTalon, raspasyScore, help, poolEnd, poolValue } = conventions;
  const found: ConventionConflict[] = [];
  if (raspasyTalon === 'dealer' && players !== 4) {
    found.push({
      fields: ['raspasyTalon', 'players'],
      message: w(
        'raspasyTalon = dealer needs players = 4: only a dealer who sits out can play the talon.',
        'raspasyTalon = dealer требует players = 4: за прикуп играет только сидящий сдающий.',
        'raspasyTalon = dealer exige players = 4: solo quien reparte y no juega puede jugar el talón.',
      ),
    });
  }
  if (help === 'american' && poolEnd !== 'each') {
    found.push({
      fields: ['help', 'poolEnd'],
      message: w(
        'help = american needs poolEnd = each: help fills pools that must all be full.',
        'help = american требует poolEnd = each: помощь закрывает пулю каждого.',
        'help = american exige poolEnd = each: la ayuda llena el pozo de cada uno.',
      ),
    });
  }
  if (help === 'american' && poolValue !== 10) {
    found.push({
      fields: ['help', 'poolValue'],
      message: w(
        'help = american needs poolValue = 10: a point of help is paid with ten whists.',
        'help = american требует poolValue = 10: очко помощи стоит десять вистов.',
        'help = american exige poolValue = 10: un punto de ayuda se paga con diez vistas.',
      ),
    });
  }
  if (writesHalves(conventions)) {
    for (const [field, value] of [
      ['dutyLow', 'equal'],
      ['dutyHigh', 'split'],
    ] as const) {
      if (conventions[field] !== value) continue;
      found.push({
        fields: [field, 'whistDuty'],
        message: w(
          `${field} = ${value} and whistDuty = half at mountainScale = 1 would write half points.`,
          `${field} = ${value} и whistDuty = half при mountainScale = 1 дали бы половинки очков.`,
          `${field} = ${value} y whistDuty = half con mountainScale = 1 darían medios puntos.`,
        ),
      });
    }
  }
  const dealerPlaysTalon = raspasyTalon === 'dealer' || (raspasyTalon === 'auto' && players === 4);
  if (raspasyScore === 'whists' && dealerPlaysTalon) {
    found.push({
      fields: ['raspasyScore', 'raspasyTalon'],
      message: w(
        'raspasyScore = whists needs raspasyTalon = closed or suit: the dealer’s tricks have no whists.',
        'raspasyScore = whists требует raspasyTalon = closed или suit: за взятки сдающего вистов нет.',
        'raspasyScore = whists exige raspasyTalon = closed o suit: las bazas de quien reparte no dan vistas.',
      ),
    });
  }
  return found;
}

const writesHalves = ({ whistDuty, mountainScale }: Conventions) =>
  whistDuty === 'half' && mountainScale === 1;
