/** What a messenger shows of a page that somebody shares, before it is drawn: words in one language, and what stands beside them. */
export interface Picture {
  /** What the club is called. */
  readonly club: string;
  /** Small, above the title: what it is. */
  readonly about: string;
  readonly title: Wording;
  /** A sentence or two below the title. */
  readonly text?: string;
  /** Who came off how, or what somebody plays how well. */
  readonly lines: readonly PictureLine[];
  /** Small, at the end. */
  readonly foot: string;
  readonly art: PictureArt;
}

export interface PictureLine {
  readonly name: Wording;
  readonly value: string;
  /** Behind the value, small. */
  readonly aside?: string;
  /** Stands out. */
  readonly first?: boolean;
}

/** What somebody has written himself, in whatever script, and our own words for when no font of the club has its letters. */
export interface Wording {
  readonly text: string;
  readonly otherwise: string;
}

export type PictureArt =
  /** The fan, faint behind the words, which take all of the width. */
  | { readonly kind: 'none' }
  /** King, queen and jack, as on the first page. */
  | { readonly kind: 'fan' }
  /** The first letter of a name, as on a profile. */
  | { readonly kind: 'initial'; readonly of: Wording }
  /** How a game ended, in SVG, 300 wide and high, from the game's face: never with anybody's words in it. */
  | { readonly kind: 'board'; readonly svg: string };

export const pictureSize = { width: 1200, height: 630 } as const;
