import type { AnyAnalysisFace } from './analysis.js';
import type { Words } from './conventions.js';
import type { AnyGame } from './game.js';
import type { Viewer } from './seat.js';

/** The languages of the club. */
export type Lang = keyof Words;

/** Cards are dealt, one is played, a trick is taken. */
export type BoardSound = 'deal' | 'card' | 'trick';

/**
 * What a board is given, whatever the game. It draws the view, offers the legal actions and reports
 * the chosen one; it runs no rules, keeps no clock and opens no socket.
 */
export interface BoardProps<View = unknown, Action = unknown> {
  readonly view: View;
  /** What this viewer may do now, as the server says; empty for spectators and when it is not his turn. */
  readonly legal: readonly Action[];
  readonly viewer: Viewer;
  /** Who sits where, by seat. `aside` is what the site has to show beside a name, presence and clock: a React node. */
  readonly players: readonly { readonly name: string; readonly aside?: unknown }[];
  /** What `Game.past` lists, as far as it has been fetched: it may be shorter than the view says for a moment. */
  readonly past?: readonly unknown[];
  /** What `actionFor` told of everything done since the last view, for animation and sound. Empty at first sight. */
  readonly happened: readonly unknown[];
  readonly onAct: (action: Action) => void;
  /** Something is to be heard now; the site sounds it, or not, as the reader wishes. */
  readonly onSound?: (sound: BoardSound) => void;
  /** An action of this viewer is on its way: offer no other one. */
  readonly busy?: boolean;
  readonly lang: Lang;
  /** The game is over; the view shows how it ended. */
  readonly finished: boolean;
  /** One looks back at a finished game, maybe from the seat of who played it: nothing is asked or proposed. */
  readonly replay?: boolean;
}

/** How a game looks to the site: `board/index.ts` of each game exports one, and the catalog lists it. */
export interface GameFace<View = unknown, Action = unknown> {
  /** `Game.name` of the rules it belongs to. */
  readonly game: string;
  readonly name: Words;
  /** One line for the hall and the home page. */
  readonly tagline: Words;
  /** For who sits down and has never played: what the first words and moves mean, in a few sentences. */
  readonly firstSteps: () => Promise<Words>;
  /** Names of the computer players, by level. */
  readonly computers: Readonly<Record<string, Words>>;
  /** A React component; the kit does not know React. */
  readonly Board: (props: BoardProps<View, Action>) => unknown;
  /** The board draws the seats itself, with `aside` beside each name; otherwise the site puts plates around it. */
  readonly drawsSeats?: boolean;
  /**
   * What a table agrees on, without the rest of the rules, fetched at a table. Default: with all the rules, which a
   * small game can afford.
   */
  readonly agreement?: () => Promise<AgreementFace>;
  /** Where the things of a shuffled deck go, for the statistics of deals: every game that shuffles has it. */
  readonly deck?: () => Promise<DeckWords>;
  /** The words of a replay, fetched where one is shown. */
  readonly replayWords?: () => Promise<ReplayWords<View>>;
  /** How the findings of this game's analyst look, where it has one. */
  readonly analysis?: () => Promise<AnyAnalysisFace>;
}

export type AgreementFace = Pick<AnyGame, 'conventions' | 'agreedIn'>;

/** A part of what `Game.tallies` counts. */
export interface TallyTable {
  readonly id: string;
  readonly title: Words;
  /** What a line succeeded means here. */
  readonly made: Words;
  readonly rows: readonly { readonly of: string; readonly name: Words }[];
}

export interface DeckWords {
  readonly length: number;
  /** Every place of the deck belongs to one of them. */
  readonly hands: readonly { readonly name: Words; readonly places: readonly number[] }[];
  card(thing: number, lang: Lang): string;
}

/** What a replay says of a game. */
export interface ReplayWords<View = unknown> {
  /** One step, e.g. "row 1, column 2"; `happened` is what `actionFor` told. */
  step?(happened: unknown, lang: Lang): string;
  /**
   * What a part of the game, from one shuffle to the next, came to: "Deal 3: …". `end` is the view
   * when it was over. Undefined for a shuffle that begins nothing to look at.
   */
  part?(end: View, lang: Lang, names: readonly string[]): string | undefined;
  /** What a shuffle led to, from the view after it, where "cards are dealt" is not it. */
  shuffled?(after: View, lang: Lang, names: readonly string[]): string | undefined;
  /** Where a record is damaged, from `at` of the refusal: "deal 3, card 8". */
  place?(at: string, lang: Lang): string;
}

/** A face whose types do not matter to the caller. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Board is contravariant; `unknown` would refuse every real board.
export type AnyGameFace = GameFace<any, any>;
