import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArguments, chromiumPath } from '../harness/chromium.js';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { payloads } from './payloads.js';

export interface HostileOptions {
  /** Profiles, games and settings that are opened, beside the pages where all the texts stand together. */
  readonly pages: number;
  /** Default: all payloads. */
  readonly texts?: readonly string[];
  /** A script that every page runs first: a test plants a careless page with it. */
  readonly plant?: string;
}

export interface HostileReport {
  readonly payloads: number;
  readonly pages: number;
  /** How often one of the texts stood on a page, as text. */
  readonly shown: number;
  readonly faults: readonly string[];
}

/**
 * Fills a club with names and talk that would be code if some place took them for it, and walks through it with a
 * real browser: nothing may run, nothing may be blocked because it tried to, nobody else may be asked.
 */
export async function showHostileText(
  url: string,
  options: HostileOptions,
): Promise<HostileReport> {
  const texts = options.texts ?? payloads;
  const club = await fill(url, texts);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumArguments,
  });
  const watch = new Watch(url, texts, options.plant);
  try {
    const visitor = await watch.page(await browser.newContext(atTheDesk(url)));
    const { addresses } = club;
    for (const path of addresses.together) await watch.visits(visitor, path);
    const each = addresses.each.slice(0, options.pages);
    for (const path of each) await watch.visits(visitor, path);
    for (const session of club.sessions.slice(0, Math.ceil(options.pages / 10))) {
      const context = await browser.newContext(atTheDesk(url));
      const [name = '', value = ''] = session.cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url }]);
      const page = await watch.page(context);
      for (const path of ['/settings', '/halls/tic-tac-toe', addresses.talk])
        await watch.visits(page, path);
      await context.close();
    }
  } finally {
    await browser.close();
    club.clients.forEach((client) => client.close());
  }
  const { pages, shown, faults } = watch;
  return { payloads: texts.length, pages, shown, faults };
}

/** What people wrote, wherever people's words go. */
async function fill(url: string, texts: readonly string[]) {
  const enter = async (text: string, index: number) => {
    const session = await demoSignIn(url, nameOf(text, index));
    return { session, client: await ClubClient.open(url, session), text };
  };
  const people = await Promise.all(texts.map(enter));
  const [sessions, clients] = [
    people.map((each) => each.session),
    people.map((each) => each.client),
  ];
  const [host] = clients;
  const { tableId: talk } = await host!.must('table:set', { game: 'tic-tac-toe' });
  await host!.must('table:conventions', { tableId: talk, conventions: {} });
  const says = async ({ client, text }: (typeof people)[number]) => {
    await client.look(talk);
    for (const room of ['hall:tic-tac-toe', `table:${talk}`])
      await client.must('chat:say', { room, id: 'hostile-1', said: { text } });
  };
  await Promise.all(people.map(says));
  const games: string[] = [];
  for (let index = 2; index + 1 < clients.length; index += 2)
    games.push(await aGame(clients[index]!, clients[index + 1]!));
  return {
    sessions,
    clients,
    addresses: {
      talk: `/tables/${talk}`,
      together: ['/', '/halls', '/halls/tic-tac-toe', '/leaderboards', `/tables/${talk}`],
      each: sessions.flatMap(({ player }, index) => [
        `/players/${player}`,
        ...(games[index] ? [games[index]] : []),
      ]),
    },
  };
}

/** One that is over, so that results, profiles and leaderboards name the two; its address. */
async function aGame(first: ClubClient, second: ClubClient): Promise<string> {
  const { tableId } = await first.must('table:set', { game: 'tic-tac-toe' });
  await first.look(tableId);
  await first.must('table:conventions', { tableId, conventions: {} });
  await second.must('table:sit', { tableId, seat: 1 });
  await first.must('table:leave', { tableId });
  const { gameId } = await first.until(tableId, ({ phase }) => phase === 'finished');
  return `/games/${gameId}`;
}

/** As long as a name may be; tabs are none of it. The same text twice would be the same player. */
function nameOf(payload: string, index: number): string {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `${payload.replace(/\s+/g, ' ').slice(0, 52)} ${letters}`;
}

const atTheDesk = (url: string) => ({
  baseURL: url,
  locale: 'en-GB',
  reducedMotion: 'reduce' as const,
  viewport: { width: 1280, height: 900 },
});

class Watch {
  readonly faults: string[] = [];
  pages = 0;
  shown = 0;
  private path = '';

  constructor(
    private readonly url: string,
    private readonly texts: readonly string[],
    private readonly plant: string | undefined,
  ) {}

  /** A browser that tells of everything that could mean that a text has become code. */
  async page(context: BrowserContext): Promise<Page> {
    const own = [this.url, this.url.replace(/^http/, 'ws')];
    const fault = (what: string) => this.faults.push(`${this.path}: ${what}`);
    await context.exposeBinding('__violated', (_source, what: string) => fault(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const tell = (window as unknown as { __violated(what: string): void }).__violated;
        tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    if (this.plant) await context.addInitScript(this.plant);
    context.on('request', (request) => {
      const target = request.url();
      const ours = own.some((each) => target === each || target.startsWith(`${each}/`));
      if (!ours && !/^(data|blob|about):/.test(target)) fault(`asks ${target}`);
    });
    context.on('dialog', (dialog) => {
      fault(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('weberror', (error) => fault(`error: ${error.error().message}`));
    return context.newPage();
  }

  async visits(page: Page, path: string): Promise<void> {
    this.path = path;
    this.pages++;
    let answer = await page.goto(path);
    // A busy club asks its readers to come again in a moment.
    for (let again = 0; answer?.status() === 503 && again < 5; again++) {
      await page.waitForTimeout(2000);
      answer = await page.goto(path);
    }
    if (answer?.status() !== 200) this.faults.push(`${path}: ${answer?.status()}`);
    // Talk and tables come over the socket.
    if (/^\/(halls\/|tables\/)/.test(path))
      await page.waitForFunction((text) => document.body.innerText.includes(text), this.texts[0]!, {
        timeout: 15_000,
      });
    const text = await page.evaluate(() => document.body.innerText);
    const seen = this.texts.filter((payload) => text.includes(payload.slice(0, 30)));
    this.shown += seen.length;
    for (const what of await page.evaluate(becameMarkup)) this.faults.push(`${path}: ${what}`);
    if (new URL(page.url()).origin !== this.url) this.faults.push(`${path}: led to ${page.url()}`);
  }
}

/** In the page: elements and attributes that no page of the club has. */
function becameMarkup(): string[] {
  const never =
    'iframe, object, embed, base, meta[http-equiv=refresh][content*="/"], marquee, xmp, math, noscript p, [src*=evil], [href*="//evil"]:not([rel~=ugc]), img[src=x]';
  const found = [...document.querySelectorAll(never)].map((each) => each.outerHTML.slice(0, 120));
  for (const each of document.querySelectorAll('*'))
    for (const { name, value } of each.attributes)
      if (
        /^on/i.test(name) ||
        (/^(href|src|action|formaction|xlink:href)$/i.test(name) &&
          /^\s*(javascript|vbscript|data:text)/i.test(value))
      )
        found.push(`<${each.tagName} ${name}="${value.slice(0, 80)}">`);
  return found;
}
