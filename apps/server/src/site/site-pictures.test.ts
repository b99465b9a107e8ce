import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClubMemory, profileFrom, type PlayerCard } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SiteAsker } from './site-asker.js';
import { SitePictures } from './site-pictures.js';

let asked: IncomingMessage[];
let answer: { status: number; body: string };
let admitted: number;
let site: Server;
let club: Server;
let pictures: SitePictures;
let asker: SiteAsker;
let port: number | undefined;

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: 'a picture' };
  admitted = Infinity;
  site = createServer((request, response) => {
    asked.push(request);
    response.writeHead(answer.status).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  port = (site.address() as AddressInfo).port;
  asker = new SiteAsker('https://club.example');
  pictures = new SitePictures({
    club: clubWith({ id: 'ann', name: 'Ann' }),
    site: {
      get port() {
        return port;
      },
      factNumber: 7,
      started: Promise.resolve(),
    },
    ...{ asker, publicUrl: 'https://club.example', log: () => undefined },
    admit: () => {
      if (--admitted < 0) throw new Refusal('rate-limited', 'Too much.', { retryMs: 1_500 });
    },
  });
  club = createServer((request, response) =>
    pictures.answer(request, response, request.url!.split('?')[0]!),
  ).listen(0, '127.0.0.1');
  await once(club, 'listening');
});

afterEach(() => {
  asker.close();
  for (const server of [club, site]) {
    server.closeAllConnections();
    server.close();
  }
});

function clubWith(player: PlayerCard): ClubMemory {
  const memory = new ClubMemory(() => 'own');
  const profile = profileFrom({ player, memberSince: 1, lastSeen: 1 }, [], () => 'own');
  memory.apply({ kind: 'profile-known', profile, at: 1 });
  return memory;
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${(club.address() as AddressInfo).port}${path}`, { headers, method });

const anns = '/pictures/ru/players/ann.png';

describe('a picture', () => {
  test('is drawn once, in the language of its address, and kept whatever version is asked for', async () => {
    for (const query of ['', '?v=1', '?v=2&lang=es']) {
      const got = await get(anns + query, { cookie: 'lang=es', 'accept-language': 'es' });
      expect([got.status, await got.text()]).toEqual([200, 'a picture']);
    }
    expect(asked.map(({ url }) => url)).toEqual(['/pictures/players/ann']);
    expect(asked[0]!.headers).toMatchObject({ 'x-club-language': 'ru', 'x-club-fact': '7' });
    expect(asked[0]!.headers).not.toHaveProperty('cookie');
  });

  test('says how long it may be kept, and is not sent again to whoever has it', async () => {
    const first = await get(anns);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'cache-control': 'public, max-age=3600',
      'content-type': 'image/png',
      'content-length': '9',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    const again = await get(anns, { 'if-none-match': first.headers.get('etag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await get(anns, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test('is drawn again after a fact that touches it, with another ETag', async () => {
    const before = (await get(anns)).headers.get('etag');
    answer = { status: 200, body: 'another one' };
    pictures.touch(['player:bob', 'game:1']);
    expect((await get(anns)).headers.get('etag')).toBe(before);
    pictures.touch(['player:ann']);
    // At most every two seconds.
    await expect.poll(async () => (await get(anns)).text(), { timeout: 8_000 }).toBe('another one');
    expect((await get(anns)).headers.get('etag')).not.toBe(before);
    expect(asked).toHaveLength(2);
  });
});

describe('what is not drawn', () => {
  test.each([
    '/pictures/ru/players/bob.png',
    '/pictures/ru/games/ann.png',
    '/pictures/ru/threads/ann.png',
    '/pictures/ru/tables/ann.png',
    '/pictures/de/home.png',
    '/pictures/ru/home',
    '/pictures/ru/players/ann',
    '/pictures/ru/players/ann.png/',
    '/pictures/ru/players/%61nn.png',
    '/pictures/ru/players/..%2fhome.png',
    `/pictures/ru/players/${'a'.repeat(65)}.png`,
    '/pictures/ru/__proto__/ann.png',
    '/pictures/',
  ])('%s is not there, and the site hears nothing of it', async (path) => {
    const got = await get(path);
    expect([got.status, await got.text()]).toEqual([404, 'There is no such picture.']);
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect(asked).toEqual([]);
  });

  test('too much for one address; what is kept costs nothing', async () => {
    admitted = 1;
    expect((await get(anns)).status).toBe(200);
    const other = await get('/pictures/en/players/ann.png');
    expect(other.status).toBe(429);
    expect(other.headers.get('retry-after')).toBe('2');
    expect((await get(anns)).status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  test('what the site cannot draw now is asked for again later', async () => {
    answer = { status: 500, body: '' };
    const got = await get(anns);
    expect(got.status).toBe(503);
    expect(got.headers.get('retry-after')).toBe('5');
    port = undefined;
    expect((await get('/pictures/en/home.png')).status).toBe(503);
    answer = { status: 200, body: 'there it is' };
    port = (site.address() as AddressInfo).port;
    expect(await (await get(anns)).text()).toBe('there it is');
  });
});
