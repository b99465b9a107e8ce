import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClubMemory, profileFrom } from '@trellis/facade';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageRoutes } from './page-routes.js';
import { SiteAsker } from './site-asker.js';
import { SitePages } from './site-pages.js';
import { SitePictures } from './site-pictures.js';
import { StaticFiles } from './static-files.js';

let asked: IncomingMessage[];
let answer: (request: IncomingMessage) => { status?: number; html: string };
let site: Server;
let club: Server;
let port: number | undefined;
let pages: SitePages;
let asker: SiteAsker;
let folder: string;

beforeEach(async () => {
  asked = [];
  answer = ({ url }) => ({ html: `<p>${url}</p>`, status: url === '/-/not-found' ? 404 : 200 });
  site = createServer((request, response) => {
    asked.push(request);
    const { status = 200, html } = answer(request);
    response.writeHead(status).end(html);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  port = (site.address() as AddressInfo).port;

  const memory = new ClubMemory(() => 'own');
  const ann = profileFrom(
    { player: { id: 'ann', name: 'Ann' }, memberSince: 1, lastSeen: 1 },
    [],
    () => 'own',
  );
  memory.apply({ kind: 'profile-known', profile: ann, at: 1 });
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  writeFileSync(join(folder, 'theme.js'), 'theme();'.repeat(100));
  const files = new StaticFiles();
  await files.add('/', folder, 'public, max-age=300');
  await files.add('/built/', folder, 'public, max-age=31536000, immutable');
  files.addText('/build.txt', join(folder, 'theme.js'), 'no-cache');
  const publicUrl = 'https://club.example';
  asker = new SiteAsker(publicUrl);
  const toAsk = {
    site: {
      get port() {
        return port;
      },
      factNumber: 7,
      started: Promise.resolve(),
    },
    ...{ asker, publicUrl, log: () => undefined },
  };
  pages = new SitePages({
    ...toAsk,
    routes: new PageRoutes(['go'], memory),
    files,
    pictures: new SitePictures({ ...toAsk, club: memory, admit: () => undefined }),
    mayFind: ({ id }, cookies) => id.startsWith('old') && cookies === 'session=ann',
  });
  club = createServer((request, response) =>
    pages.middleware(request, response, () => response.writeHead(299).end('not a page')),
  ).listen(0, '127.0.0.1');
  await once(club, 'listening');
});

afterEach(() => {
  asker.close();
  for (const server of [club, site]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const asking = ask({ port: (club.address() as AddressInfo).port, path, headers, method }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of response.setEncoding('utf8')) body += String(part);
  return { status: response.statusCode, headers: response.headers as IncomingHttpHeaders, body };
}

describe('a page', () => {
  test('is the same for everybody and asked of the site once', async () => {
    for (const cookie of ['session=ann', 'session=bob', 'lang=en']) {
      expect(await get('/', { cookie })).toMatchObject({ status: 200, body: '<p>/</p>' });
    }
    expect(asked).toHaveLength(1);
  });

  test('is asked for without cookies and addresses, and with what it must know of', async () => {
    await get('/', { cookie: 'session=secret', 'x-forwarded-for': '1.2.3.4', authorization: 'x' });
    expect(asked[0]?.headers).toMatchObject({ 'x-club-fact': '7', 'x-club-language': 'en' });
    expect(Object.keys(asked[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/cookie|forwarded|authorization/)]),
    );
  });

  test('of something unknown is a frame for whoever may find it, and nothing for everybody else', async () => {
    const ann = { cookie: 'session=ann' };
    expect(await get('/players/old', ann)).toMatchObject({
      status: 200,
      body: '<p>/players/-</p>',
    });
    for (const path of ['/players/old', '/games/old', '/tables/old', '/blog/old'])
      expect(await get(path), path).toMatchObject({ status: 404 });
    expect(await get('/players/unknown', ann)).toMatchObject({ status: 404 });
    // What memory holds is asked of nobody.
    expect(await get('/players/ann')).toMatchObject({ status: 200 });
    // The frame is one page, whatever its status.
    expect(asked.filter(({ url }) => url === '/players/-')).toHaveLength(1);
  });

  test('comes in the language that was asked for, chosen before, or preferred', async () => {
    const ru = { 'accept-language': 'ru' };
    await get('/', ru);
    await get('/', { ...ru, cookie: 'lang=es' });
    await get('/?lang=en', { ...ru, cookie: 'lang=es' });
    expect(asked.map(({ headers }) => headers['x-club-language'])).toEqual(['ru', 'es', 'en']);
  });

  test('a choice of language is kept in a cookie and the address is clean again', async () => {
    const { status, headers } = await get('/halls?lang=ru&keep=1');
    expect(status).toBe(303);
    expect(headers.location).toBe('/halls');
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^lang=ru; Path=\//)]);
  });

  test('is not sent again to whoever has it, and HEAD sends no body', async () => {
    const { headers } = await get('/');
    expect(await get('/', { 'if-none-match': String(headers.etag) })).toMatchObject({
      status: 304,
      body: '',
    });
    const head = await get('/', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe('8');
  });

  test('runs exactly the scripts that the site made', async () => {
    answer = ({ headers }) => {
      const [, nonce] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? [];
      return { html: `<script nonce="${nonce}">ours()</script><script>theirs()</script>` };
    };
    const { body, headers } = await get('/');
    expect(body).toBe('<script>ours()</script><script>theirs()</script>');
    expect(String(headers['content-security-policy']).match(/sha256-/g)).toHaveLength(1);
  });

  test('is asked for again after a fact touched it', async () => {
    await get('/halls/go');
    pages.touch(['leaderboards']);
    await get('/halls/go');
    expect(asked).toHaveLength(1);
  });
});

describe('addresses', () => {
  test.each(['/api/me', '/auth/google', '/socket.io/?EIO=4', '/api'])(
    '%s is not ours',
    async (path) => {
      expect((await get(path)).status).toBe(299);
    },
  );

  test('those that are no pages share one answer, whatever they are', async () => {
    for (const path of [
      '/nope',
      '/halls/chess',
      '/players/a%2Fb',
      '/players/a/b',
      '//evil.example',
      '/apis',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect(asked.map(({ url }) => url)).toEqual(['/-/not-found']);
  });

  test('ids that memory does not hold share one page', async () => {
    for (const id of ['one', 'two', 'three']) await get(`/games/${id}`);
    await get('/players/ann?from=anywhere');
    expect(asked.map(({ url }) => url)).toEqual(['/games/-', '/players/ann']);
  });

  test('a query fills no cache; a sign-in error is one of those we know', async () => {
    for (const query of ['?a=1', '?a=2', '?lang=xx', '?error=<script>']) await get(`/${query}`);
    await get('/sign-in?error=cancelled&returnTo=/halls');
    await get('/sign-in?error=whatever');
    expect(asked.map(({ url }) => url)).toEqual([
      '/',
      '/sign-in?error=cancelled',
      '/sign-in?error=other',
    ]);
  });

  test('a slash too many leads to the page', async () => {
    expect(await get('/halls/')).toMatchObject({ status: 308, headers: { location: '/halls' } });
  });

  test('nothing is written to a page', async () => {
    expect(await get('/', {}, 'POST')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('files come compressed and once', async () => {
    const { headers } = await get('/theme.js', { 'accept-encoding': 'br' });
    expect(headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=300',
    });
    expect((await get('/theme.js', { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect((await get('/../theme.js')).status).toBe(404);
    // Nobody asks whether it is still the same.
    expect((await get('/built/theme.js')).headers.etag).toBeUndefined();
  });

  test('a single file is text at an address of its own', async () => {
    const { headers, status } = await get('/build.txt');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
});

describe('when the site is away', () => {
  test('pages that were seen are still there, others say when to come back', async () => {
    await get('/');
    port = undefined;
    expect((await get('/')).status).toBe(200);
    expect(await get('/halls')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });

  test('a page that breaks is not kept', async () => {
    answer = () => ({ status: 500, html: 'broken' });
    expect((await get('/')).status).toBe(503);
    answer = () => ({ html: 'well' });
    expect((await get('/')).body).toBe('well');
  });
});
