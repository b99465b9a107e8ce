import {
  gamePage,
  playerPage,
  threadPage,
  type ClubFacade,
  type PublicPage,
  type Topic,
} from '@trellis/facade';
import { languageNamed, type Language } from './reader-language.js';

/** A picture that a messenger shows of a page. */
export interface PictureRoute {
  /** What the site is asked for. */
  readonly path: string;
  readonly language: Language;
  /** What it shows: when a fact touches one of them, it is drawn again. */
  readonly topics: readonly Topic[];
}

const shape =
  /^\/pictures\/([a-z]{2})\/(home|(games|players|threads)\/([A-Za-z0-9_-]{1,64}))\.png$/;

const pages: Readonly<Record<string, (id: string) => PublicPage<unknown>>> = {
  games: gamePage,
  players: playerPage,
  threads: (id) => threadPage(id),
};

/**
 * The picture at an address: of the club, or of something that memory holds, that is of what a page shows to everybody. Undefined
 * for all else: nothing is drawn for it, and whether it exists somewhere is not told.
 */
export function pictureRoute(path: string, club: ClubFacade): PictureRoute | undefined {
  const [, named, place, kind, id] = shape.exec(path) ?? [];
  const language = languageNamed(named);
  if (!language || !place) return undefined;
  if (!kind || !id) return { path: '/pictures/home', language, topics: [] };
  const page = pages[kind]!(id);
  if (page.read(club) === undefined) return undefined;
  return { path: `/pictures/${place}`, language, topics: page.topics };
}
