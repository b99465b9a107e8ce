import type { Lang } from '@trellis/games/kit';
import type { Action } from '@trellis/games/preferans/rules';
import { sayingWords } from './messages/saying-words';
import { bidName, callName, cardName } from './messages/names';

/** One step of a deal, for the list of a replay. */
export function actionInWords(action: Action, lang: Lang): string {
  const say = sayingWords[lang];
  switch (action.kind) {
    case 'call':
      return callName(lang, action.word);
    case 'contract':
      return bidName(lang, action.contract);
    case 'concede':
      return say.steps.conceded;
    case 'declare':
      return say.defence[action.word];
    case 'play':
      return cardName(lang, action.card);
    case 'offer':
      return `${say.steps.offers}: ${action.tricks.join('-')}`;
    case 'answer':
    case 'answer-stop':
      return action.yes ? say.yes : say.no;
    case 'hand-over':
      return say.steps.handsOver;
    case 'propose-stop':
      return say.proposeStop;
  }
}
