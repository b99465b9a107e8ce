import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryStorage } from '@trellis/storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presetNamed } from '../facts/facts.module.js';
import type { Person } from '../testing/person.js';
import { publicUrl, TestClub } from '../testing/test-club.js';
import { Site } from './site.js';

// Pages and pictures as whoever gets a link in a messenger asks for them: without cookies.
let club: TestClub;
let ann: Person;
/** By what the page is of. */
let paths: Record<'home' | 'game' | 'player' | 'topic' | 'article', string>;

beforeAll(async () => {
  club = await TestClub.start(memoryStorage({ presetOf: presetNamed }), undefined, {
    pages: (need) => new Site({ ...need, log: () => undefined }),
  });
  ann = await club.person('Ann "Ace" <Archer>');
  const bob = await club.person('Боб Бейкер');
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await ann.must('table:look', { tableId });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:sit', { tableId, seat: 1 });
  for (const [move, cell] of [0, 4, 8, 2, 6, 3, 7].entries()) {
    const { seq: after } = ann.views.findLast(({ id }) => id === tableId)!;
    const { seq } = await [ann, bob][move % 2]!.must('table:act', {
      ...{ tableId, after, action: { cell } },
    });
    await ann.sees((view) => view.seq >= seq);
  }
  const { gameId, seats } = await ann.sees(({ phase }) => phase === 'finished');
  paths = {
    home: '/',
    game: `/games/${gameId}`,
    player: `/players/${seats[0]!.player!.id}`,
    topic: `/forum/topics/${await written({ place: 'forum', section: 'cafe' })}`,
    article: `/blog/${await written({ place: 'blog', section: 'members' })}`,
  };
});
afterAll(() => club.stop());

async function written(where: { place: string; section: string }): Promise<string> {
  const thread = { ...where, key: `key-of-${where.section}`, title: 'A & <b>', markdown: 'Words.' };
  const answer = await club.fetch('/api/forum/threads', {
    ...{ method: 'POST', cookie: ann.cookie!, body: JSON.stringify(thread) },
  });
  return ((await answer.json()) as { id: string }).id;
}

/** What the head of a page says, by property or name. */
async function headOf(path: string): Promise<Record<string, string>> {
  const html = await (await fetch(club.url + path)).text();
  const found = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name, content]) => [name!, unescaped(content!)]));
}

function unescaped(text: string): string {
  const entities = { quot: '"', '#x27': "'", lt: '<', gt: '>', amp: '&' };
  return text.replace(
    /&(quot|#x27|lt|gt|amp);/g,
    (_, name: keyof typeof entities) => entities[name],
  );
}

async function sizeOf(answer: Response): Promise<readonly number[]> {
  const png = Buffer.from(await answer.arrayBuffer());
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  if (process.env.PICTURES_TO)
    writeFileSync(join(process.env.PICTURES_TO, `${answer.url.replace(/\W+/g, '-')}.png`), png);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe.each(['home', 'game', 'player', 'topic', 'article'] as const)('a %s', (kind) => {
  test.each(['en', 'ru', 'es'])('in %s has a picture of 1200 × 630', async (lang) => {
    const head = await headOf(`${paths[kind]}?lang=${lang}`);
    const image = head['og:image']!;
    expect(image).toMatch(
      new RegExp(`^${publicUrl}/pictures/${lang}/[\\w/-]+\\.png\\?v=[0-9a-f]{12}$`),
    );
    expect(head).toMatchObject({
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:type': 'image/png',
      'og:image:alt': expect.stringMatching(/\S/),
      'og:title': expect.stringMatching(/\S/),
      'og:description': expect.stringMatching(/\S/),
      'og:locale': { en: 'en_US', ru: 'ru_RU', es: 'es_ES' }[lang],
      'og:type':
        { home: 'website', game: 'website', player: 'profile' }[kind as string] ?? 'article',
      'twitter:card': 'summary_large_image',
      'twitter:image': image,
    });
    const answer = await fetch(image.replace(publicUrl, club.url));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(await sizeOf(answer)).toEqual([1200, 630]);
  });
});

test('titles and descriptions tell who played, as it was', async () => {
  const head = await headOf(`${paths.game}?lang=en`);
  expect(head['og:title']).toBe('Ann "Ace" <Archer> – Боб Бейкер: Tic-tac-toe');
  expect(head['og:description']).toMatch(/^Ann "Ace" <Archer> -?\d+, Боб Бейкер -?\d+\. Look/);
});

test('a page without a picture of its own has the club’s, also a table that is not public', async () => {
  for (const path of ['/halls', '/rules', '/tables/unknown'])
    expect((await headOf(`${path}?lang=ru`))['og:image'], path).toContain(
      '/pictures/ru/home.png?v=',
    );
});

test('a changed thing has a picture at another address', async () => {
  const before = (await headOf(paths.topic))['og:image'];
  const id = paths.topic.split('/').at(-1);
  const answer = { key: 'an-answer', markdown: 'Mine, too.' };
  await club.fetch(`/api/forum/threads/${id}/posts`, {
    ...{ method: 'POST', cookie: ann.cookie!, body: JSON.stringify(answer) },
  });
  await expect.poll(async () => (await headOf(paths.topic))['og:image']).not.toBe(before);
});

test('what memory does not hold has none, for members neither', async () => {
  for (const path of ['games/unknown', 'players/unknown', 'threads/unknown', 'games/-', 'tables/x'])
    for (const cookie of [undefined, ann.cookie!]) {
      const answer = await fetch(`${club.url}/pictures/en/${path}.png`, {
        headers: cookie ? { cookie } : {},
      });
      expect([answer.status, await answer.text()], path).toEqual([
        404,
        'There is no such picture.',
      ]);
    }
});
