import type { Words } from '@trellis/games/kit';

export const firstSteps: Words = {
  en: 'Press a free cell to set your mark. Three in a row win: across, down or from corner to corner.',
  ru: 'Нажмите на свободную клетку, чтобы поставить свой знак. Побеждают три в ряд: по горизонтали, по вертикали или по диагонали.',
  es: 'Pulsa una casilla libre para poner tu marca. Ganan tres en raya: en horizontal, en vertical o en diagonal.',
};
