import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forumSections } from '@trellis/forum';
import { courseOf } from '@trellis/games/catalog/courses';
import { games } from '@trellis/games/catalog/games';
import { memoryStorage } from '@trellis/storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { presetNamed } from '../facts/facts.module.js';
import { askedByItself } from '../testing/asked-by-itself.js';
import { TestClub } from '../testing/test-club.js';
import { Site } from './site.js';

/** Everything that was asked of the storage after it was broken. */
const asked: string[] = [];
let broken = false;
let club: TestClub;
let ids: Record<string, string>;

beforeAll(async () => {
  club = await TestClub.start(breakable(memoryStorage({ presetOf: presetNamed })), undefined, {
    pages: (need) => new Site({ ...need, log: () => undefined }),
  });
  const [ann, bob] = [await club.person('Ann Archer'), await club.person('Bob Baker')];
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await ann.must('table:look', { tableId });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:sit', { tableId, seat: 1 });
  await ann.must('table:leave', { tableId });
  const { gameId, seats } = await ann.sees(({ phase }) => phase === 'finished');
  ids = {
    ...{ players: seats[0]!.player!.id, games: gameId!, tables: tableId },
    forum: await written(ann.cookie!, { place: 'forum', section: 'cafe' }),
    people: 'anybody',
    blog: await written(ann.cookie!, { place: 'blog', section: 'members' }),
  };
  // The two stay: some seconds after somebody has gone the club writes when he was seen last.
  broken = true;
});
afterAll(async () => {
  broken = false;
  await club.stop();
});

async function written(cookie: string, where: object): Promise<string> {
  const thread = {
    ...where,
    key: `a-key-of-${JSON.stringify(where).length}`,
    title: 'A',
    markdown: 'B',
  };
  const answer = await club.fetch('/api/forum/threads', {
    method: 'POST',
    cookie,
    body: JSON.stringify(thread),
  });
  return ((await answer.json()) as { id: string }).id;
}

/** As the folders of the site say, `[game]` being every game and `[id]` one that is known and one that is not. */
function routes(): string[] {
  const app = new URL('../src/app/', import.meta.resolve('@trellis/site/entry'));
  return readdirSync(fileURLToPath(app), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])page\.tsx$/.test(file))
    .map((file) => `/${dirname(file)}`.replaceAll('\\', '/').replace(/^\/\.$/, '/'))
    .flatMap((route) => {
      if (route.endsWith('/[game]')) return games.map(({ name }) => route.replace('[game]', name));
      if (route.endsWith('/[section]'))
        return forumSections.map((section) => route.replace('[section]', section));
      if (!route.endsWith('/[id]')) return [route];
      const known = ids[route.split('/')[1]!];
      if (known === undefined) throw new Error(`This test knows no id for ${route}.`);
      return [route.replace('[id]', known), route.replace('[id]', 'unknown')];
    })
    .sort();
}

test('no anonymous page asks the storage for anything, in any language', async () => {
  const pages = routes();
  expect(pages).toEqual(expect.arrayContaining(['/', '/halls/tic-tac-toe', '/leaderboards']));
  const answers: [string, number][] = [];
  for (const page of pages)
    for (const lang of ['en', 'ru', 'es']) {
      const path = `${page}?lang=${lang}`;
      const answer = await fetch(club.url + path);
      expect(await answer.text(), path).toContain(`<html lang="${lang}"`);
      answers.push([path, answer.status]);
    }
  // Nothing is known of whom one writes to before one signs in.
  const noCourses = games
    .filter(({ name }) => !courseOf(name))
    .map(({ name }) => `/learn/${name}?`);
  const isNothing = (path: string) =>
    (/\/unknown/.test(path) && !path.startsWith('/people/')) ||
    noCourses.some((course) => path.startsWith(course));
  expect(answers.filter(([path, status]) => status !== (isNothing(path) ? 404 : 200))).toEqual([]);
  expect(answers.filter(([, status]) => status === 404).length).toBeGreaterThanOrEqual(5 * 3);
  expect((await fetch(`${club.url}/nothing-here`)).status).toBe(404);
  expect(asked.filter((method) => !askedByItself.has(method))).toEqual([]);
});

test('the storage is broken indeed', async () => {
  await expect(club.signIn('Cleo Cook')).rejects.toThrow();
  expect(asked).toContain('players.signIn');
});

/** A storage all of whose methods throw as soon as `broken` is set. */
function breakable<Of extends object>(real: Of, name = ''): Of {
  return new Proxy(real, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'function')
        return (...args: unknown[]) => {
          if (!broken) return value.apply(target, args) as unknown;
          asked.push(`${name}${String(key)}`);
          throw new Error('The storage is broken.');
        };
      return typeof value === 'object' && value !== null
        ? breakable(value, `${String(key)}.`)
        : value;
    },
  });
}
