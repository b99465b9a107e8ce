import { io } from 'socket.io-client';
import { declaredRoutes } from '../authority/declared.js';
import { demoSignIn, type Session } from '../harness/club-client.js';
import { send } from '../fuzz/raw-http.js';
import { cookieMutations, foreignOrigins, pathVariants, redirects } from './attacks.js';

export interface WebReport {
  readonly tried: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

export const attempts = [
  'crossSiteWrites',
  'foreignSockets',
  'forgedSessions',
  'openRedirects',
  'otherSpellings',
  'otherMethods',
  'insideOfNext',
] as const;

/** Everything that another site, a stranger's program or a forged cookie may try on a club over HTTP and its sockets. */
export async function tryFromOutside(
  url: string,
  tried: readonly (typeof attempts)[number][] = attempts,
): Promise<WebReport> {
  const attempt = new Attempt(url, await demoSignIn(url, 'Victim Of Everything'));
  for (const each of tried) await attempt[each]();
  await attempt.victimIsWell();
  return { tried: attempt.tried, faults: attempt.faults };
}

class Attempt {
  readonly tried: Record<string, number> = {};
  readonly faults: string[] = [];

  constructor(
    private readonly url: string,
    private readonly victim: Session,
  ) {}

  /** W01: every route that writes, from every foreign origin, as a form, as text and as JSON. */
  async crossSiteWrites(): Promise<void> {
    const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
    for (const { method, route, body } of declaredRoutes.filter((each) => each.method !== 'GET'))
      for (const origin of foreignOrigins(this.url))
        for (const type of types) {
          const headers = { origin, 'content-type': type, cookie: this.victim.cookie };
          const answer = await this.ask(route, { method, headers, body: JSON.stringify(body) });
          this.must(
            'cross-site writes',
            answer.status === 403,
            `${method} ${route} from ${origin}: ${answer.status}`,
          );
          this.must(
            'cross-site writes',
            answer.cookies.length === 0,
            `${method} ${route} sets a cookie`,
          );
        }
  }

  /** W02: with the victim's cookie, over both transports. */
  async foreignSockets(): Promise<void> {
    for (const origin of [...foreignOrigins(this.url), undefined])
      for (const transport of ['websocket', 'polling'] as const) {
        const outcome = await this.connects(transport, this.victim.cookie, origin);
        this.must(
          'foreign sockets',
          outcome === 'refused',
          `${transport} from ${origin}: ${outcome}`,
        );
      }
    const own = await this.connects('websocket', this.victim.cookie, this.url);
    this.must('foreign sockets', own === this.victim.player, 'The victim cannot connect himself');
  }

  /** A01: over HTTP and at a socket, whatever is not our cookie is nobody. */
  async forgedSessions(): Promise<void> {
    for (const cookie of cookieMutations(this.victim.cookie)) {
      const me = await this.ask('/api/me', { headers: { cookie } });
      const said = me.status < 400 ? (JSON.parse(me.text) as { player: unknown }).player : null;
      this.must('forged sessions', said === null, `/api/me knows ${cookie.slice(0, 80)}`);
      const headers = { cookie, origin: this.url, 'content-type': 'application/json' };
      const change = await this.ask('/api/me', {
        method: 'PATCH',
        headers,
        body: '{"hidesLastName":true}',
      });
      this.must('forged sessions', change.status >= 400, `PATCH takes ${cookie.slice(0, 80)}`);
      const socket = await this.connects('websocket', cookie, this.url);
      this.must(
        'forged sessions',
        socket === 'visitor' || socket === 'refused',
        `A socket takes ${cookie.slice(0, 80)}`,
      );
    }
  }

  /** A09: whatever the way back says, it leads to the club. */
  async openRedirects(): Promise<void> {
    for (const wanted of redirects) {
      const form = new URLSearchParams({ name: 'Returning Player', returnTo: wanted });
      const headers = { origin: this.url, 'content-type': 'application/x-www-form-urlencoded' };
      const signedIn = await this.ask('/auth/demo', {
        method: 'POST',
        headers,
        body: String(form),
      });
      this.leadsHome(`the form, ${JSON.stringify(wanted)}`, signedIn.location);
      for (const path of ['/sign-in?error=', '/auth/google?returnTo=', '/?lang=en&keep=1&next=']) {
        const answer = await this.ask(path + encodeURIComponent(wanted));
        this.leadsHome(`${path}${wanted}`, answer.location);
      }
    }
    for (const path of [
      '//evil.example/',
      '/\\evil.example/',
      '//evil.example/..',
      '/%5cevil.example/',
      '/halls//',
    ])
      this.leadsHome(path, (await this.raw('GET', path)).location);
  }

  /** W11: another spelling of an address of its own is answered no less privately, and never to a stranger. */
  async otherSpellings(): Promise<void> {
    const { player, cookie } = this.victim;
    const routes = [
      '/api/me',
      `/api/players/${player}`,
      '/api/games/x',
      '/auth/sign-out-everywhere',
    ];
    for (const route of routes)
      for (const path of pathVariants(route)) {
        const answer = await this.raw('GET', path);
        this.must('other spellings', !answer.text.includes('Victim'), `A stranger reads ${path}`);
        const own = await this.raw('GET', path, { Cookie: cookie });
        const isPrivate = /cache-control: private, no-store/i.test(own.text);
        this.must(
          'other spellings',
          !own.text.includes('Victim') || isPrivate,
          `${path} may be kept`,
        );
        const write = await this.raw('POST', path, {
          Cookie: cookie,
          Origin: 'https://evil.example',
        });
        this.must('other spellings', write.status >= 400, `POST ${path}: ${write.status}`);
      }
  }

  /** W12. */
  async otherMethods(): Promise<void> {
    const paths = [
      '/',
      '/halls/preferans',
      '/api/me',
      '/sign-in',
      '/tables/x',
      '/auth/demo',
      '/_next/static/x',
    ];
    for (const path of paths) {
      const [get, head] = [await this.raw('GET', path), await this.raw('HEAD', path)];
      this.must(
        'methods',
        get.status === head.status,
        `HEAD ${path}: ${head.status}, GET: ${get.status}`,
      );
      for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'PUT', 'DELETE', 'BREW']) {
        const answer = await this.raw(method, path, { Cookie: this.victim.cookie });
        this.must(
          'methods',
          answer.status >= 400 || answer.status === 0,
          `${method} ${path}: ${answer.status}`,
        );
        this.must(
          'methods',
          !answer.text.includes(this.victim.cookie),
          `${method} ${path} says the cookie`,
        );
      }
    }
  }

  /** W05, W06, W07: what has let people past Next, or into it. */
  async insideOfNext(): Promise<void> {
    const stages = [
      'middleware',
      'src/middleware',
      'middleware:middleware:middleware:middleware:middleware',
    ];
    for (const value of stages)
      for (const path of ['/api/me', '/api/players/x', '/settings', '/']) {
        const plain = await this.ask(path);
        const passed = await this.ask(path, { headers: { 'x-middleware-subrequest': value } });
        this.must(
          'next',
          passed.status === plain.status,
          `${path} with x-middleware-subrequest: ${passed.status}`,
        );
      }
    for (const path of ['/', '/settings', '/sign-in', '/halls/preferans', '/tables/x']) {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x']) {
        const headers = { 'next-action': '0'.repeat(40), 'content-type': type, origin: this.url };
        const answer = await this.ask(path, {
          method: 'POST',
          headers,
          body: '["$1:constructor:constructor"]',
        });
        this.must(
          'next',
          [403, 404, 405, 415].includes(answer.status),
          `Next-Action at ${path}: ${answer.status}`,
        );
      }
      const action = await this.ask(path, { headers: { 'next-action': 'x', rsc: '1' } });
      this.must('next', action.status < 500, `${path} with Next-Action: ${action.status}`);
    }
    const upgrade = { Upgrade: 'websocket', Connection: 'Upgrade' };
    for (const target of [
      'http://169.254.169.254/latest/',
      'http://127.0.0.1:22/',
      'https://evil.example/',
      'file:///etc/passwd',
    ])
      for (const isUpgrade of [false, true]) {
        const answer = await this.raw('GET', target, isUpgrade ? upgrade : {});
        this.must(
          'next',
          answer.status === 400 || answer.status === 404 || answer.status === 0,
          `GET ${target}: ${answer.status}`,
        );
      }
    const internal = [
      '/_next/image?url=http://127.0.0.1:22/',
      '/_next/data/x/index.json',
      '/_next/webpack-hmr',
      '/__nextjs_original-stack-frame',
      '/_next/server/app/page.js',
      '/.env',
      '/server.js.map',
    ];
    for (const path of internal) {
      const { status } = await this.ask(path);
      this.must('next', status === 404 || status === 405, `${path}: ${status}`);
    }
  }

  /** After all that: still signed in, and as he was. */
  async victimIsWell(): Promise<void> {
    const me = await this.ask('/api/me', { headers: { cookie: this.victim.cookie } });
    const { player } = JSON.parse(me.text) as { player: { hidesLastName: boolean } | null };
    this.must(
      'the victim',
      player?.hidesLastName === false,
      `The victim is ${JSON.stringify(player)}`,
    );
  }

  private must(what: string, holds: boolean, otherwise: string): void {
    this.tried[what] = (this.tried[what] ?? 0) + 1;
    if (!holds) this.faults.push(`${what}: ${otherwise}`);
  }

  /** As browsers read it: backslashes are slashes, and tabs and line ends are not there. */
  private leadsHome(what: string, location: string | null): void {
    const to = new URL(location ?? '/', this.url);
    // To a provider, which sends people back here.
    const back = new URL(to.searchParams.get('redirect_uri') ?? to);
    this.must('open redirects', back.origin === this.url, `${what} leads to ${location}`);
  }

  private async ask(path: string, init: RequestInit = {}) {
    const answer = await fetch(this.url + path, { ...init, redirect: 'manual' });
    return {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get('location'),
      cookies: answer.headers.getSetCookie(),
    };
  }

  /** As it is written: `fetch` would put the address right. */
  private async raw(method: string, path: string, headers: Record<string, string> = {}) {
    const { host, port } = new URL(this.url);
    const lines = Object.entries({ Host: host, Connection: 'close', ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
    const { status, text } = await send(
      Number(port),
      `${method} ${path} HTTP/1.1\r\n${head}\r\n\r\n`,
    );
    return { status, text, location: /^location: (.*?)\r?$/im.exec(text)?.[1] ?? null };
  }

  /** Who the socket is taken for: `visitor`, the player's id, or `refused`. */
  private async connects(
    transport: 'websocket' | 'polling',
    cookie: string,
    origin?: string,
  ): Promise<string> {
    const socket = io(this.url, {
      transports: [transport],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, ...(origin !== undefined && { origin }) },
    });
    try {
      const connected = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
      });
      if (!connected) return 'refused';
      // Only a player may ask this, of a table that is not there.
      const answer = (await socket.emitWithAck('table:stand', { tableId: 'nobody' })) as {
        code: string;
      };
      return answer.code === 'not-signed-in' ? 'visitor' : this.victim.player;
    } finally {
      socket.disconnect();
    }
  }
}
