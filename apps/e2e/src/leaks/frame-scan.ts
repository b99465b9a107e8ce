import type { Viewer } from '@trellis/games/kit';
import { isCard, isContract, type Card, type State } from '@trellis/games/preferans/rules';
import { dealt, mayKnow } from './knowledge.js';

/** What a vantage received that it may not know. */
export interface Hit {
  readonly vantage: string;
  readonly what: string;
  readonly where: string;
  /** The beginning of what was received. */
  readonly text: string;
}

/** `value`: the whole text in which it was found, where it is one. */
export interface Found {
  readonly what: string;
  readonly where: string;
  readonly value?: string;
}

interface View {
  readonly seq: number;
  readonly board?: unknown;
}

/** One table as it was after each entry, for everybody who looks at it. */
export interface Truth {
  /** The state of the rules at this entry; undefined while nothing is dealt. */
  at(seq: number): State | undefined;
}

/**
 * Reads one message of the socket as somebody would who hopes for a card: every text in it that can
 * be cards is compared with what this viewer may know, every list of numbers with the shuffle.
 */
export function scanFrame(
  text: string,
  viewer: Viewer,
  truth: Truth,
  publicNames: ReadonlySet<string>,
): Found[] {
  const json = /^[23]\d*(\[[\s\S]*\])$/.exec(text)?.[1];
  if (json === undefined) return [];
  const message = JSON.parse(json) as unknown[];
  const view = viewIn(message);
  const state = view && truth.at(view.seq);
  const found: Found[] = [];
  const allowed: ReadonlySet<Card> = state ? mayKnow(state, viewer) : new Set();
  walk(message, [], (value, path) => {
    if (isOpen(path, state)) return;
    if (typeof value === 'string') {
      if (publicNames.has(value) || isWords(path, value)) return;
      for (const card of cardsIn(value))
        if (!allowed.has(card)) found.push({ what: card, where: path.join('.'), value });
    } else if (state?.deal && Array.isArray(value) && isShuffle(value, state.deal.deck)) {
      found.push({ what: 'the order of the deck', where: path.join('.') });
    }
  });
  if (state?.last && !lastIsTrue(view?.board, state))
    found.push({ what: 'another last deal', where: 'board.last' });
  return found;
}

/** The view in a message: pushed, or the answer to a look. */
export function viewIn(message: readonly unknown[]): View | undefined {
  const [event, body] = message;
  if (event === 'table:view') return body as View;
  return event && typeof event === 'object' && 'view' in event ? (event.view as View) : undefined;
}

type Path = readonly (string | number)[];

function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  visit(value, path);
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) walk(child, [...path, key], visit);
}

/** What deals came to, and a deal that is over, lies open to all (rule 16.5); so does a card that has just been played. */
function isOpen(path: Path, state: State | undefined): boolean {
  if (path.includes('past') || (state?.last && path.includes('last'))) return true;
  return path.includes('happened') && path.at(-1) === 'card';
}

/** Bids are written as cards are: "7S". */
function isWords(path: Path, value: string): boolean {
  const field = path.at(-1);
  if (field === 'auction')
    return value.split(' ').every((call) => /^\d(P|=|[A-Z0-9]+)$/.test(call));
  return (field === 'contract' || field === 'word' || field === 'bid') && isContract(value);
}

function* cardsIn(text: string): Generator<Card> {
  for (let at = 0; at + 1 < text.length; at++) {
    const two = text.slice(at, at + 2);
    if (isCard(two)) yield two;
  }
}

const pack = ['S', 'C', 'D', 'H'].flatMap((suit) => [...'789TJQKA'].map((rank) => rank + suit));

/** Four numbers that stand in the deck as they stand here. */
function isShuffle(values: readonly unknown[], deck: string): boolean {
  if (values.length < 4 || !values.every((each) => Number.isInteger(each))) return false;
  const numbers = (deck.match(/../g) ?? []).map((card) => pack.indexOf(card));
  return `,${numbers.join()},`.includes(`,${values.slice(0, 4).join()},`);
}

function lastIsTrue(board: unknown, { last, conventions }: State): boolean {
  const shown = (board as { last?: { hands?: readonly string[] } } | undefined)?.last;
  if (!shown?.hands) return board === undefined;
  const { hands } = dealt(last!.deal, conventions.players);
  return shown.hands.every((hand, seat) => hand === hands[seat]!.join(''));
}
