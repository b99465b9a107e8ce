import type { Lang, StepMark } from '@trellis/games/kit';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import { discardGave } from './summary';
import { analysisWords } from './words';

/** A mark for every step that could have been better: "−1" all cards open, "?" by what was known. */
export function marksOf(
  findings: readonly DealFinding[],
  lang: Lang,
): ReadonlyMap<number, StepMark> {
  const say = analysisWords[lang];
  const marks = new Map<number, StepMark>();
  for (const { contract, cards } of findings) {
    if (contract && discardGave(contract) > 0) {
      const gave = discardGave(contract);
      const label = say.marks.discard(say.tricks(gave));
      marks.set(contract.ply, { sign: `−${gave}`, label, isMistake: true });
    }
    for (const { ply, open, knew } of cards) {
      const gave = open?.gave ?? 0;
      const sign = [gave > 0 && `−${gave}`, knew?.stands && '?'].filter(Boolean).join(' ');
      const label = [
        gave > 0 && say.marks.gave(say.tricks(gave)),
        knew?.stands && say.marks.knew(inWhists(lang, knew.lost)),
      ];
      if (sign) marks.set(ply, { sign, label: label.filter(Boolean).join('; '), isMistake: true });
    }
  }
  return marks;
}

/** "2.4 whists": of an estimate no more than one digit after the point. */
export function inWhists(lang: Lang, whists: number): string {
  const rounded = Math.round(whists * 10) / 10;
  const words = analysisWords[lang].whists(rounded);
  return words.replace(String(rounded), new Intl.NumberFormat(lang).format(rounded));
}
