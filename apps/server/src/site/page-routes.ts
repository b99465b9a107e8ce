import {
  blogPage,
  forumPage,
  fairnessPage,
  gamePage,
  hallPage,
  hallsPage,
  homePage,
  leaderboardsPage,
  newThingsPage,
  playerPage,
  sectionPage,
  statisticsPage,
  tablePage,
  threadPage,
  type ClubFacade,
  type Topic,
} from '@trellis/facade';
import { forumSections } from '@trellis/forum';
import { courseOf } from '@trellis/games/catalog/courses';

export interface PageRoute {
  /** What the site is asked for, and the key in the cache beside the language. */
  readonly path: string;
  readonly topics: readonly Topic[];
  /** What memory does not hold: the page is a frame for it, and the browser asks. */
  readonly asksFor?: Unheld;
}

export interface Unheld {
  readonly kind: 'players' | 'games' | 'tables' | 'threads';
  readonly id: string;
}

/** Why a sign-in did not work, as `/sign-in?error=` says it. */
const signInErrors = [
  'cancelled',
  'state-mismatch',
  'provider-failed',
  'provider-slow',
  'no-such-provider',
  'rate-limited',
  'bad-name',
  'other',
] as const;

/** Stands for an id that memory does not hold: all of them share one page, which asks the club in the browser. */
const unknownId = '-';

const withLetters = /^\/people\/[A-Za-z0-9_-]{1,64}$/;
const withThread = /^\/(forum\/topics|blog)\/([A-Za-z0-9_-]{1,64})$/;
const withId = /^\/(players|games|tables)\/([A-Za-z0-9_-]{1,64})$/;

/** Finds the public page of an address. What is no address of the club is not rendered for it, and not kept. */
export class PageRoutes {
  private readonly fixed = new Map<string, PageRoute>();

  constructor(
    games: readonly string[],
    private readonly club: ClubFacade,
  ) {
    this.add('/', homePage(games).topics);
    this.add('/halls', hallsPage(games).topics);
    this.add('/leaderboards', leaderboardsPage(games).topics);
    this.add('/fairness', fairnessPage().topics);
    this.add('/statistics', statisticsPage().topics);
    for (const game of games) {
      this.add(`/halls/${game}`, hallPage(game).topics);
      this.add(`/rules/${game}`, []);
      if (courseOf(game)) this.add(`/learn/${game}`, []);
    }
    this.add('/forum', forumPage(forumSections).topics);
    for (const section of forumSections) this.add(`/forum/${section}`, sectionPage(section).topics);
    this.add('/blog', blogPage().topics);
    this.add('/new', newThingsPage().topics);
    for (const path of ['/forum/search', '/forum/write', '/blog/write']) this.add(path, []);
    for (const path of ['/people', `/people/${unknownId}`]) this.add(path, []);
    for (const path of ['/justice', '/report', '/arbiter', '/arbiter/log']) this.add(path, []);
    this.add('/rules/grid', []);
    for (const path of ['/grid', '/rules', '/records', '/sign-in', '/settings', '/privacy'])
      this.add(path, []);
    for (const error of signInErrors) this.add(`/sign-in?error=${error}`, []);
  }

  find(path: string, query?: string): PageRoute | undefined {
    if (path === '/sign-in' && query) {
      const error = new URLSearchParams(query).get('error');
      if (error)
        return this.fixed.get(`${path}?error=${error}`) ?? this.fixed.get(`${path}?error=other`);
    }
    if (withLetters.test(path)) return this.fixed.get(`/people/${unknownId}`);
    return this.fixed.get(path) ?? this.withId(path) ?? this.withThread(path, query);
  }

  private withId(path: string): PageRoute | undefined {
    const [, kind, id] = withId.exec(path) ?? [];
    if (!kind || !id) return undefined;
    const { topics, read } = pageOf(kind, id);
    if (read(this.club) !== undefined) return { path, topics };
    const asksFor = { kind: kind as Unheld['kind'], id };
    return { path: `/${kind}/${unknownId}`, topics: [], asksFor };
  }

  /** A thread is shown page by page: `?page=2`. */
  private withThread(path: string, query = ''): PageRoute | undefined {
    const [, place, id] = withThread.exec(path) ?? [];
    if (!place || !id) return undefined;
    const page = Number(new URLSearchParams(query).get('page') ?? 1);
    const { topics, read } = threadPage(id, page);
    const shown = read(this.club);
    if (shown && shown.head.place !== place.split('/')[0]) return undefined;
    if (shown) return { path: page === 1 ? path : `${path}?page=${page}`, topics };
    // A page that the thread does not have is its first one; a thread that is not held is asked for in the browser.
    if (page !== 1) return this.withThread(path);
    return { path: `/${place}/${unknownId}`, topics: [], asksFor: { kind: 'threads', id } };
  }

  private add(path: string, topics: readonly Topic[]): void {
    this.fixed.set(path, { path, topics });
  }
}

function pageOf(kind: string, id: string) {
  if (kind === 'players') return playerPage(id);
  return kind === 'games' ? gamePage(id) : tablePage(id);
}
