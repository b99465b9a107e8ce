import { writtenText, type PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { Report } from './report.js';
import { warningShown, type SanctionKind } from './sanction.js';

const day = 24 * 60 * 60 * 1000;

/** In UTF-16 units. */
const longestWords = { report: 1_500, reason: 500, answer: 1_000, appeal: 1_500 } as const;

/** How much one player may report: an honest one never comes near, and a heap of false ones stays small. */
const reportLimits = { aDay: 10, onOneADay: 1 } as const;

/** Near a report so many lines of the talk are kept. */
export const linesNear = 40;

/** The longest pause (ms), and the shortest. */
const sanctionTimes = { least: 60_000, most: 3_650 * day } as const;

/** As it is kept. Refuses as `writtenText` does, and with `line-too-long`. */
export function cleanWords(of: keyof typeof longestWords, text: string): string {
  const clean = writtenText(text).replace(/\n{3,}/g, '\n\n');
  const longest = longestWords[of];
  if (clean.length > longest)
    throw new Refusal('line-too-long', `At most ${longest} characters.`, { longest });
  return clean;
}

/** A report may come without words, unless its category says nothing. */
export function cleanReport({ category, text }: Pick<Report, 'category' | 'text'>): string {
  return text.trim() === '' && category !== 'other' ? '' : cleanWords('report', text);
}

/** Since when `mustBeWithinReports` counts. */
export const reportsSince = (now: number): number => now - day;

/** Refuses with `enough-reports` or `already-reported`. `made` are the reporter's own of the last day. */
export function mustBeWithinReports(
  on: PlayerId,
  made: readonly { readonly on: { readonly id: PlayerId } }[],
): void {
  if (made.filter((each) => each.on.id === on).length >= reportLimits.onOneADay)
    throw new Refusal('already-reported', 'You have reported this player today.');
  if (made.length >= reportLimits.aDay)
    throw new Refusal('enough-reports', `At most ${reportLimits.aDay} reports a day.`);
}

/** When a sanction of so many minutes ends. Refuses with `wrong-duration`. */
export function endOf(kind: SanctionKind, minutes: number, now: number): number {
  if (kind === 'warning') return now + warningShown;
  const ms = minutes * 60_000;
  if (!(ms >= sanctionTimes.least && ms <= sanctionTimes.most))
    throw new Refusal('wrong-duration', 'A pause lasts from a minute to ten years.');
  return now + ms;
}

/** An arbiter judges nobody's case in which he is a party. Refuses with `own-case`. */
export function mustBeImpartial(arbiter: PlayerId, parties: readonly PlayerId[]): void {
  if (parties.includes(arbiter))
    throw new Refusal('own-case', 'Another arbiter decides what concerns you yourself.');
}
