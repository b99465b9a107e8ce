import { once } from 'node:events';
import { connect } from 'node:net';
import { Controller, Get, Post } from '@nestjs/common';
import { Refusal } from '@trellis/games/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MetricsListener } from '../health/metrics-listener.js';
import { AccountClub } from '../testing/account-club.js';
import { Browser } from '../testing/browser.js';
import { clubLimits, RateLimits } from './rate-limits.js';

class Trouble {
  bug() {
    throw new Error('canary of our insides');
  }
  later() {
    return Promise.reject(new TypeError('canary of our insides'));
  }
  refuse() {
    throw new Refusal('rate-limited', 'Wait.', { retryMs: 1500 });
  }
}
// Spelled out, because what is only for tests is outside of the project that compiles decorators.
Controller('api/trouble')(Trouble);
const methodOf = (name: keyof Trouble) =>
  Object.getOwnPropertyDescriptor(Trouble.prototype, name) as TypedPropertyDescriptor<unknown>;
Get('bug')(Trouble.prototype, 'bug', methodOf('bug'));
Get('later')(Trouble.prototype, 'later', methodOf('later'));
Post('refuse')(Trouble.prototype, 'refuse', methodOf('refuse'));

let club: AccountClub;
let databaseAnswers: () => Promise<void> = () => Promise.resolve();
beforeAll(async () => {
  club = await AccountClub.start({}, { controllers: [Trouble], ping: () => databaseAnswers() });
});
afterAll(() => club.stop());

/** What is sent is sent as it is: `fetch` would put it right. Resolves with all that comes back. */
async function raw(text: string): Promise<string> {
  const socket = connect(club.configuration.port, 'localhost');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => undefined); // a reset is a way to be refused
  socket.write(text);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}
const head = (line: string, ...more: string[]) =>
  [line, 'Host: localhost', 'Connection: close', ...more, '', ''].join('\r\n');

describe('W04: headers', () => {
  test.each(['/api/me', '/api/health/live', '/auth/google', '/api/nothing', '/api/trouble/bug'])(
    'of %s',
    async (path) => {
      const { headers } = await new Browser(club.url).ask(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, no-store'); // W08
      expect(headers.get('vary')).toBe('Cookie');
      expect(headers.get('strict-transport-security')).toBeNull(); // this club is not on https
      for (const leak of ['x-powered-by', 'server', 'etag', 'access-control-allow-origin'])
        expect(headers.get(leak)).toBeNull(); // W03, W16
    },
  );

  test('W03: no other site is given a word, whatever it asks', async () => {
    const asking = {
      origin: 'https://evil.example',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'content-type',
    };
    const answer = await new Browser(club.url).ask('/api/me', {
      method: 'OPTIONS',
      headers: asking,
    });
    expect(answer.status).toBe(405);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-'))).toEqual([]);
  });
});

describe('request ids', () => {
  test('one is made, said and logged', async () => {
    const answer = await new Browser(club.url).ask('/api/me');
    const id = answer.headers.get('x-request-id')!;
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await expect.poll(() => club.logged.join('')).toContain(id);
  });

  test('that of a proxy is kept when it looks like one', async () => {
    const idFor = async (given: string) => {
      const headers = { 'x-request-id': given };
      return (await new Browser(club.url).ask('/api/me', { headers })).headers.get('x-request-id');
    };
    expect(await idFor('proxy-1234567')).toBe('proxy-1234567');
    for (const bad of ['x', 'a b c d e f', '{"level":"error"}', 'a'.repeat(65)])
      expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('errors', () => {
  test.each(['/api/trouble/bug', '/api/trouble/later'])(
    'W16: of a bug (%s) nothing is told but the id that finds it in the log',
    async (path) => {
      const answer = await new Browser(club.url).ask(path);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).not.toContain('canary');
      const { requestId, ...rest } = JSON.parse(text) as { requestId: string };
      expect(rest).toEqual({
        ok: false,
        code: 'internal-error',
        message: 'Something is wrong on our side.',
      });
      const line = club.logged.find(
        (each) => each.includes('A request failed') && each.includes(requestId),
      );
      expect(line).toContain('canary of our insides');
    },
  );

  test('a refusal is its code, with its details', async () => {
    const answer = await new Browser(club.url).post('/api/trouble/refuse');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.json()).toEqual({
      ok: false,
      code: 'rate-limited',
      message: 'Wait.',
      retryMs: 1500,
    });
  });

  test('an address that is not there', async () => {
    const answer = await new Browser(club.url).ask('/api/nothing/here');
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { ok: false, code: 'not-found', message: 'There is nothing here.' },
    ]);
  });
});

describe('bodies', () => {
  const send = (body: string, type = 'application/json') =>
    new Browser(club.url).ask('/auth/demo', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });

  test.each([
    ['broken JSON', '{"name":', 400, 'bad-request'],
    ['no object', '"Anna"', 400, 'bad-request'],
    ['a NUL byte', '{"name":"A\0"}', 400, 'bad-request'],
    ['1e400', '{"name":1e400}', 400, 'bad-request'],
    ['half a character', '{"name":"\\ud800"}', 400, 'bad-request'],
    ['a prototype', '{"name":"Anna","__proto__":{"x":1}}', 400, 'bad-request'],
    ['nesting', `{"name":${'['.repeat(4000)}${']'.repeat(4000)}}`, 400, 'bad-request'],
    ['17 KB', JSON.stringify({ name: 'a'.repeat(17 * 1024) }), 413, 'too-large'],
    ['1 MB', JSON.stringify({ name: 'a'.repeat(1024 * 1024) }), 413, 'too-large'],
  ])('%s is refused', async (_title, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ['text', 'text/plain'],
    ['a file form', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['JSON of another kind', 'application/json-patch+json'],
    ['JSON in another alphabet', 'application/json; charset=iso-8859-1'],
  ])('%s is refused by its type', async (_title, type) => {
    const answer = await send('{"name":"Anna"}', type);
    expect([answer.status, (await answer.json()).code]).toEqual([415, 'wrong-type']);
  });

  test('a form with too many fields', async () => {
    const answer = await send(
      Array.from({ length: 30 }, (_, i) => `f${i}=1`).join('&'),
      'application/x-www-form-urlencoded',
    );
    expect(answer.status).toBe(413);
  });

  test('under /api a form is refused', async () => {
    const answer = await new Browser(club.url).ask('/api/me', {
      method: 'PATCH',
      body: new URLSearchParams({ hidesLastName: 'true' }),
    });
    expect(answer.status).toBe(415);
  });
});

describe('W01: writes from another site', () => {
  const writes: [method: string, path: string][] = [
    ['POST', '/auth/demo'],
    ['POST', '/auth/sign-out'],
    ['POST', '/auth/sign-out-everywhere'],
    ['PATCH', '/api/me'],
  ];
  const strangers: [title: string, headers: Record<string, string>][] = [
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin at all (null)', { origin: 'null' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ];
  test.each(writes.flatMap((write) => strangers.map((each) => [...write, ...each] as const)))(
    '%s %s from %s changes nothing',
    async (method, path, _title, headers) => {
      const browser = new Browser(club.url);
      await browser.post('/auth/demo', { name: 'Anna' });
      const cookie = browser.cookieHeader;
      const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
      for (const type of types) {
        const answer = await fetch(club.url + path, {
          method,
          headers: { cookie, 'content-type': type, ...headers },
          body: '{"name":"Eve","hidesLastName":true}',
        });
        expect([answer.status, (await answer.json()).code]).toEqual([403, 'cross-site']);
      }
      const me = await (await browser.ask('/api/me')).json();
      expect(me.player).toMatchObject({ firstName: 'Anna', hidesLastName: false });
    },
  );

  test('nothing changes by reading', async () => {
    const browser = new Browser(club.url);
    await browser.post('/auth/demo', { name: 'Anna' });
    for (const path of ['/auth/sign-out', '/auth/sign-out-everywhere', '/auth/demo?name=Eve'])
      expect((await browser.ask(path)).status).toBe(404);
    expect((await (await browser.ask('/api/me')).json()).player.name).toBe('Anna');
  });
});

describe('W11: another spelling of a path', () => {
  test.each([
    '/api/me/',
    '/API/ME',
    '/api//me',
    '//api/me',
    '/api/me;a=b',
    '/api/./me',
    '/x/../api/me',
    '/api/%6de',
    '/%61pi/me',
    '/api%2fme',
    '/api/me%00',
    '/api/me?x=/rules',
  ])('%s is refused, or answered as privately as the usual one', async (path) => {
    const browser = new Browser(club.url);
    await browser.post('/auth/demo', { name: 'Canarybird' });
    const answer = await raw(head(`GET ${path} HTTP/1.1`, `Cookie: ${browser.cookieHeader}`));
    if (answer.includes('Canarybird')) expect(answer).toContain('Cache-Control: private, no-store');
    else expect(answer).toMatch(/^HTTP\/1.1 (400|404) /);
    const unsigned = await raw(head(`GET ${path} HTTP/1.1`));
    expect(unsigned).not.toContain('Canarybird');
  });
});

describe('W12: methods', () => {
  test('HEAD is GET without a body', async () => {
    const answer = await fetch(`${club.url}/api/me`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test.each(['TRACE', 'PROPFIND', 'OPTIONS', 'MKCOL', 'LOCK'])('%s is refused', async (method) => {
    expect(await raw(head(`${method} /api/me HTTP/1.1`))).toMatch(/^HTTP\/1.1 405 /);
  });

  test('CONNECT and what is no method lose their connection', async () => {
    expect(await raw(head('CONNECT localhost:22 HTTP/1.1'))).not.toMatch(/^HTTP\/1.1 2/);
    expect(await raw(head('HELLO /api/me HTTP/1.1'))).toMatch(/^HTTP\/1.1 400 /);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('W06: %s to a page is refused', async (method) => {
    const headers = { 'next-action': 'x', 'content-type': 'text/plain' };
    const answer = await new Browser(club.url).ask('/rules', { method, headers, body: '[]' });
    expect(answer.status).toBe(405);
  });

  test('a method in a header is no method', async () => {
    const answer = await new Browser(club.url).ask('/api/me', {
      headers: { 'x-http-method-override': 'PATCH' },
    });
    expect((await answer.json()).player).toBeNull();
  });
});

describe('W07: a request for another host', () => {
  test('is refused', async () => {
    const answer = await raw(head('GET http://127.0.0.1:22/ HTTP/1.1'));
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
  });

  test.each([
    '/',
    '/rules',
    '/_next/hmr',
    '/socket.io',
    '/socket.iox/',
    '//socket.io/',
    'http://169.254.169.254/socket.io/',
    'ws://localhost/socket.io/',
  ])('loses its connection when it upgrades to %s', async (path) => {
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: eA=='];
    const lines = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', ...upgrade];
    expect(await raw([...lines, '', ''].join('\r\n'))).toBe('');
  });
});

describe('W10: limits', () => {
  test('count what a trusted proxy saw, not what the client claims', async () => {
    const limits = {
      ...clubLimits,
      'sign-in': { ...clubLimits['sign-in'], address: { points: 2, seconds: 60 } },
    };
    const limited = await AccountClub.start(
      { trustProxy: 1 },
      { rateLimits: new RateLimits({ limits }) },
    );
    const from = (forwarded: string) =>
      new Browser(limited.url).post(
        '/auth/demo',
        { name: 'Anna' },
        { 'x-forwarded-for': forwarded },
      );
    expect((await from('1.1.1.1, 203.0.113.9')).status).toBe(200);
    expect((await from('2.2.2.2, 203.0.113.9')).status).toBe(200);
    const refused = await from('3.3.3.3, 203.0.113.9');
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'rate-limited']);
    expect((await from('203.0.113.9, 198.51.100.7')).status).toBe(200);
    await limited.stop();
  });
});

describe('health', () => {
  const ready = async () => {
    const answer = await new Browser(club.url).ask('/api/health/ready');
    return [answer.status, await answer.json()];
  };

  test('S08: ready follows the database, alive does not', async () => {
    const up = { ok: true, database: 'up', redis: 'off', draining: false };
    expect(await ready()).toEqual([200, up]);
    databaseAnswers = () => Promise.reject(new Error('away'));
    expect(await ready()).toEqual([503, { ...up, ok: false, database: 'away' }]);
    let asked = 0;
    databaseAnswers = () => {
      asked += 1;
      return new Promise(() => undefined); // hangs
    };
    const answers = await Promise.all([ready(), ready(), ready()]);
    expect(answers.map(([status]) => status)).toEqual([503, 503, 503]);
    expect(asked).toBe(1);
    expect((await new Browser(club.url).ask('/api/health/live')).status).toBe(200);
    databaseAnswers = () => Promise.resolve();
    expect(await ready()).toEqual([200, up]);
    club.health.drain();
    expect(await ready()).toEqual([503, { ...up, ok: false, draining: true }]);
  });

  test('metrics are on a port of their own, and not on the club’s', async () => {
    club.metrics.requestAnswered('table:act', 'stale-view');
    club.metrics.journalAppended(3, 0.002);
    club.metrics.watch('sockets', 'Open sockets.', () => 42);
    const listener = new MetricsListener(club.metrics);
    const port = await listener.start(0);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('trellis_requests_total{event="table:act",code="stale-view"} 1');
    expect(text).toContain('trellis_journal_entries_total 3');
    expect(text).toContain('trellis_sockets 42');
    expect(text).toMatch(/trellis_nodejs_eventloop_lag_p99_seconds \d/);
    expect(text).toMatch(/trellis_http_seconds_count\{method="GET",status="2xx"\} \d/);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    await listener.stop();
    expect((await new Browser(club.url).ask('/metrics')).status).toBe(404);
  });
});
