import type { ReplayWords } from '@trellis/games/kit';
import type { Action } from '@trellis/games/tic-tac-toe/rules';
import { messages } from './messages';

export const replayWords: ReplayWords = {
  step(happened, lang) {
    const { cell } = happened as Action;
    return messages[lang].place(Math.floor(cell / 3) + 1, (cell % 3) + 1);
  },
};
