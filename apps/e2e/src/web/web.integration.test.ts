import { IdentityProvider } from '@trellis/server/testing/identity-provider';
import { Browser } from '@trellis/server/testing/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClubProcess } from '../harness/club-process.js';
import { redirects } from './attacks.js';
import { tryFromOutside } from './from-outside.js';
import { payloads } from './payloads.js';
import { showHostileText } from './hostile-text.js';

const provider = new IdentityProvider();
let club: ClubProcess;
beforeAll(async () => {
  await provider.start();
  club = await ClubProcess.start({
    env: {
      DEMO_SIGN_IN: 'on',
      LOG_LEVEL: 'error',
      GOOGLE_STAND_IN: provider.url,
      GOOGLE_CLIENT_ID: 'club',
      GOOGLE_CLIENT_SECRET: 'secret-of-the-machine',
    },
  });
});
afterAll(async () => {
  await club.remove();
  await provider.stop();
});

test('nothing from another site, no forged cookie and no crooked address gets anywhere', async () => {
  const report = await tryFromOutside(club.url);
  console.log(JSON.stringify({ machine: 'web', ...report }));
  expect(report.faults).toEqual([]);
  expect(Object.keys(report.tried)).toHaveLength(8);
  for (const tries of Object.values(report.tried)) expect(tries).toBeGreaterThan(0);
});

test('text that people wrote is text, wherever a real browser shows it', async () => {
  const report = await showHostileText(club.url, { pages: 8 });
  console.log(JSON.stringify({ machine: 'hostile text', ...report }));
  expect(report.faults).toEqual([]);
  expect(report.payloads).toBeGreaterThanOrEqual(60);
  // The hall and the table show what everybody said.
  expect(report.shown).toBeGreaterThan(2 * report.payloads);
  expect(club.printed).not.toContain('"level":"error"');
});

test('planted: a page that takes talk for markup', async () => {
  const plant = `const seen = new WeakSet();
  new MutationObserver(() => {
    for (const each of document.querySelectorAll('p, span, bdi, a'))
      if (!seen.has(each) && seen.add(each) && /<(img|svg|script)/.test(each.textContent)) each.innerHTML = each.textContent;
  }).observe(document, { childList: true, subtree: true });`;
  const { faults } = await showHostileText(club.url, {
    pages: 0,
    plant,
    texts: payloads.slice(0, 24),
  });
  expect(faults.some((each) => each.includes('onerror'))).toBe(true);
  expect(faults.some((each) => each.includes('policy: script-src'))).toBe(true);
});

describe('planted: a club that is open to others', () => {
  /** Says of every request that it comes from the club's own page, as a careless proxy might. */
  let proxy: Server;
  beforeAll(async () => {
    proxy = createServer((asked, answer) => {
      const { port } = new URL(club.url);
      const headers = { ...asked.headers, origin: club.url, host: `localhost:${port}` };
      const passed = request({ port, method: asked.method, path: asked.url, headers }, (back) => {
        answer.writeHead(back.statusCode!, back.headers);
        back.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    });
    proxy.on('upgrade', (_asked, socket) => socket.destroy());
    await new Promise<void>((resolve) => proxy.listen(0, resolve));
  });
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  test('the machine finds it', async () => {
    const { port } = proxy.address() as AddressInfo;
    const { faults } = await tryFromOutside(`http://localhost:${port}`, [
      'crossSiteWrites',
      'foreignSockets',
    ]);
    expect(faults.some((each) => each.startsWith('cross-site writes: PATCH /api/me'))).toBe(true);
    expect(faults.some((each) => each.startsWith('foreign sockets: polling'))).toBe(true);
  });
});

test('whatever way back is asked for at the provider, it leads to the club', async () => {
  for (const wanted of redirects) {
    provider.reset();
    const browser = new Browser(club.url);
    const end = await browser.follow(`/auth/google?returnTo=${encodeURIComponent(wanted)}`);
    expect(end.origin, wanted).toBe(club.url);
    expect(browser.jar.has('trellis'), wanted).toBe(true);
  }
  expect(redirects.length).toBeGreaterThanOrEqual(40);
});

describe('a hostile profile of a provider', () => {
  const profiles: [title: string, person: Record<string, unknown>][] = [
    [
      'HTML',
      { given_name: '<img src=x onerror=alert(1)>', family_name: '</script><script>alert(1)' },
    ],
    ['bidi', { given_name: '\u202eevil\u2066', family_name: '\u2069\u200b\u200f' }],
    [
      'NUL and controls',
      { given_name: 'A\u0000nna\u001b[31m', family_name: 'B\r\nSet-Cookie: x=1' },
    ],
    ['a lone surrogate', { given_name: 'A\ud800', family_name: '\udc00B' }],
    ['10 KB', { given_name: 'x'.repeat(10_240), family_name: 'я'.repeat(10_240) }],
    ['10,000 marks', { given_name: `Z${'\u0335'.repeat(10_000)}`, family_name: 'algo' }],
    ['nothing that is visible', { given_name: '\u200b\u2800', family_name: '\u3164' }],
  ];
  test.each(profiles)(
    '%s: shown as a name, short and whole, or not let in',
    async (title, person) => {
      provider.reset();
      const sub = `hostile-${title}`;
      provider.person = { sub };
      provider.userinfo = { statusCode: 200, body: { sub, ...person } };
      const browser = new Browser(club.url);
      const end = await browser.follow('/auth/google?returnTo=/settings');
      expect(end.origin).toBe(club.url);
      const { player } = (await (await browser.ask('/api/me')).json()) as {
        player: { name: string };
      };
      expect(player.name).toMatch(/[\p{L}\p{N}]/u);
      expect([...player.name].length).toBeLessThanOrEqual(121);
      expect(player.name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(player.name).not.toMatch(/\p{M}{9}/u);
    },
  );
});
