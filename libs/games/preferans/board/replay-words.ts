import type { Lang, ReplayWords } from '@trellis/games/kit';
import {
  conventionSchema,
  unfold,
  type Action,
  type FoldedView,
} from '@trellis/games/preferans/rules';
import { actionInWords } from './action-in-words';
import { messages } from './messages/messages';
import { placeWords } from './messages/place-words';
import { resultInWords } from './sheet/result-in-words';

export const replayWords: ReplayWords<FoldedView> = {
  step: (happened, lang) => actionInWords(happened as Action, lang),

  part(folded, lang, names) {
    const { deal, last } = unfold(folded);
    const say = messages[lang];
    if (deal) return say.dealNo(deal.no);
    if (!last) return undefined;
    const cameTo = last.outcome ? resultInWords(last.outcome, last.order, lang, names) : say.void;
    return `${say.dealNo(last.no)}. ${cameTo}`;
  },

  shuffled(folded, lang, names) {
    const { deal, score } = unfold(folded);
    return deal || !score ? undefined : messages[lang].firstDealer(names[score.firstDealer] ?? '');
  },

  place(at, lang) {
    const words = placeWords[lang];
    const [, line] = /^line (\d+)$/.exec(at) ?? [];
    if (line !== undefined) return `${words['line']} ${line}`;
    return at
      .split('.')
      .map((part) => {
        const [, name = part, index] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
        const word = words[name] ?? conventionIn(lang, name) ?? name;
        return index === undefined ? word : `${word} ${Number(index) + 1}`;
      })
      .join(', ');
  },
};

function conventionIn(lang: Lang, id: string): string | undefined {
  return conventionSchema.fields.find((field) => field.id === id)?.label[lang];
}
