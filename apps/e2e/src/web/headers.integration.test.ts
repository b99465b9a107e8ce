import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClubProcess } from '../harness/club-process.js';

// The club as it stands behind the proxy of a real domain.
const publicUrl = 'https://club.example';
let club: ClubProcess;
beforeAll(async () => {
  club = await ClubProcess.start({
    env: {
      NODE_ENV: 'production',
      PUBLIC_URL: publicUrl,
      SESSION_SECRET: 'd3a1f0c9b8e7645231a0f9e8d7c6b5a4',
      DEMO_SIGN_IN: 'on',
      LOG_LEVEL: 'error',
    },
  });
});
afterAll(() => club.remove());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As the proxy asks, with the host of the club. */
function ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({
      ...{ host: '127.0.0.1', port: club.port, path, method },
      headers: { host: 'club.example', ...headers },
    });
    asking.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: text }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const ofClub = { origin: publicUrl, 'content-type': 'application/json' };
const write = (body: string, headers: Readonly<Record<string, string>> = ofClub): Asked => ({
  ...{ method: 'POST', headers, body },
});

/** Every class of route and of answer. */
const classes: readonly (readonly [what: string, path: string, status: number, asked?: Asked])[] = [
  ['the first page', '/', 200],
  ['a page in Russian', '/halls', 200, { headers: { 'accept-language': 'ru' } }],
  ['a hall', '/halls/tic-tac-toe', 200],
  ['a page with a form', '/sign-in', 200],
  ['a page of somebody’s own', '/settings', 200],
  ['rules', '/rules/preferans', 200],
  ['a course', '/learn/preferans', 200],
  ['a page for HEAD', '/', 200, { method: 'HEAD' }],
  ['the payload of a page', '/?_rsc=1', 200, { headers: { rsc: '1' } }],
  ['a page that is not there', '/no/such/page', 404],
  ['a game that only members may look for', '/games/nothing', 404],
  ['a script', '/theme.js', 200],
  ['a picture', '/icon.svg', 200],
  ['the picture of a page', '/pictures/en/home.png', 200],
  ['the picture of nothing', '/pictures/en/games/nothing.png', 404],
  ['the manifest', '/manifest.webmanifest', 200],
  ['a file that is not there', '/_next/static/nothing.js', 404],
  ['the API', '/api/me', 200],
  ['the API for who may not', '/api/people', 401],
  ['an address of the API that is not there', '/api/nothing', 404],
  ['bad JSON', '/api/me', 400, { ...write('{'), method: 'PATCH' }],
  ['a body too large', '/api/me', 413, { ...write(`"${'x'.repeat(600_000)}"`), method: 'PATCH' }],
  [
    'a body of another type',
    '/api/me',
    415,
    write('x', { origin: publicUrl, 'content-type': 'text/plain' }),
  ],
  [
    'a write from elsewhere',
    '/api/me',
    403,
    write('{}', { ...ofClub, origin: 'https://evil.example' }),
  ],
  ['a write to a page', '/rules', 405, write('{}')],
  ['an unknown method', '/', 405, { method: 'PROPFIND' }],
  ['a write to another host', 'http://evil.example/', 405, write('{}')],
  ['signing in', '/auth/demo', 200, write('{"name":"Ann Header"}')],
  [
    'a redirect to where one came from',
    '/auth/sign-out',
    303,
    write('', { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  ['a provider that is not offered', '/auth/google', 404],
  ['the documents of the API', '/api/docs', 200],
  ['the contract', '/api/docs/openapi.json', 200],
  ['a feed', '/api/blog/feed.atom', 200],
  ['what robots are told', '/robots.txt', 200],
  ['the list of pages', '/sitemap.xml', 200],
  ['health', '/api/health/live', 200],
  [
    'the sockets by polling',
    '/socket.io/?EIO=4&transport=polling',
    200,
    { headers: { origin: publicUrl } },
  ],
  [
    'the sockets for a stranger',
    '/socket.io/?EIO=4&transport=polling',
    403,
    { headers: { origin: 'https://evil.example' } },
  ],
  [
    'a poll of nobody',
    '/socket.io/?EIO=4&transport=polling&sid=none',
    400,
    { headers: { origin: publicUrl } },
  ],
];

function directives(policy: string): Map<string, readonly string[]> {
  return new Map(
    policy.split(';').map((each) => {
      const [name, ...values] = each.trim().split(/\s+/);
      return [name!, values] as const;
    }),
  );
}

function mustBeSafe({ headers }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['strict-transport-security']).toMatch(/^max-age=(\d{8,})/);
  for (const leak of ['x-powered-by', 'server']) expect(headers[leak]).toBeUndefined();
  const policy = directives(String(headers['content-security-policy']));
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  expect(policy.get('base-uri')).toEqual(["'none'"]);
  for (const [name, sources] of policy) {
    if (name !== 'style-src-attr') expect(sources, name).not.toContain("'unsafe-inline'");
    for (const source of sources)
      expect(source, name).not.toMatch(/^(\*|https?:|'unsafe-eval'|'unsafe-hashes'|blob:)$/);
  }
  for (const source of policy.get('script-src') ?? [])
    expect(source).toMatch(/^'(self|none|sha256-[\w+/=]+)'$/);
}

describe('every class of answer carries the headers that protect', () => {
  const all = classes.map(
    ([what, path, status, asked = {}]) => [what, path, status, asked] as const,
  );
  test.each(all)('%s: %s is %i', async (_what, path, status, asked) => {
    const answer = await ask(path, asked);
    expect(answer.status, answer.body.slice(0, 300)).toBe(status);
    mustBeSafe(answer);
  });

  test('a request that is no HTTP is told nothing at all', async () => {
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(club.port, '127.0.0.1', () => socket.end('GET / HTTP/9.9\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(said).toMatch(/^(HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n)?$/);
  });

  test('no page has a script or a style that its policy would have to let through unseen', async () => {
    for (const [, path, status, asked] of classes) {
      const { headers, body } = await ask(path, asked);
      if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
      expect(body, path).not.toMatch(/\son[a-z]+\s*=\s*["']/);
      expect(body, path).not.toMatch(/<style\b|javascript:/);
    }
  });
});
