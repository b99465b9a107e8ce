import type { Identity } from '@trellis/players';
import { Refusal } from '@trellis/games/kit';

/** Controls, invisible and direction-changing characters, halves of characters: nothing a name is made of. */
const notText = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const longest = 60;
/** Counted as letters and symbols, but nobody sees them. */
const unseen = /[\u115f\u1160\u2800\u3164\uffa0]/gu;
/** More accents on one letter than any language writes. */
const pileOfMarks = /(\p{M}{4})\p{M}+/gu;

/** What a provider says of a person, fit to be shown. The account stays the provider's, whatever the name. */
export function identityOf(
  issuer: string,
  subject: string,
  names: { first?: string; last?: string; whole?: string },
): Identity {
  if (subject === '' || subject.length > 255)
    throw new Error('The provider did not say who it was.');
  const first = clean(names.first);
  const last = clean(names.last);
  if (first || last)
    return first
      ? { issuer, subject, firstName: first, lastName: last }
      : { issuer, subject, firstName: last, lastName: '' };
  return { issuer, subject, ...firstAndLast(clean(names.whole) || 'Player') };
}

/**
 * The demo player of a name that somebody typed; the same name, however spaced or capitalised, is the same player.
 * Refuses (`bad-name`) what is not a name.
 */
export function demoIdentity(typed: string): Identity {
  // Control characters are refused, not dropped, before spaces are made equal: a tab is one of them.
  if (notText.test(typed)) throw badName();
  const name = tidy(typed.normalize('NFC'));
  if ([...name].length > longest || !/[\p{L}\p{N}]/u.test(name)) throw badName();
  return {
    issuer: 'demo',
    subject: name.normalize('NFKC').toLowerCase(),
    ...firstAndLast(name),
  };
}

function badName(): Refusal {
  return new Refusal('bad-name', 'Write a name of letters, 60 at most.');
}

function clean(text: string | undefined): string {
  const kept = tidy((text ?? '').normalize('NFC').replace(new RegExp(notText, 'gu'), ' '));
  return [...kept].slice(0, longest).join('').trim();
}

function tidy(text: string): string {
  return text.replace(unseen, ' ').replace(pileOfMarks, '$1').replace(/\s+/gu, ' ').trim();
}

function firstAndLast(name: string): { firstName: string; lastName: string } {
  const space = name.indexOf(' ');
  if (space < 0) return { firstName: name, lastName: '' };
  return { firstName: name.slice(0, space), lastName: name.slice(space + 1) };
}
