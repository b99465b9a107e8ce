import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Topic } from '@trellis/facade';
import { siteHeaders } from '@trellis/site/channel';
import { encode, encodingFor, type Encoded, type Encoding } from './encoded.js';
import { PageCache } from './page-cache.js';
import type { PageRoute, PageRoutes, Unheld } from './page-routes.js';
import {
  chosenLanguage,
  languageNamed,
  preferredLanguage,
  type Language,
} from './reader-language.js';
import type { SiteAsker } from './site-asker.js';
import type { SitePictures } from './site-pictures.js';
import type { SiteProcess } from './site-process.js';
import type { StaticAnswer, StaticFiles } from './static-files.js';
import { commonHeaders, headersOfFile, ofDocuments } from './site-headers.js';
import { policyOf, strictPage } from './strict-page.js';

export interface SitePagesOptions {
  readonly routes: PageRoutes;
  readonly files: StaticFiles;
  /** Where the site listens, and what it must know of. */
  readonly site: Pick<SiteProcess, 'started' | 'port' | 'factNumber'>;
  readonly asker: SiteAsker;
  readonly pictures: SitePictures;
  readonly publicUrl: string;
  /** Whether this reader may find what memory does not hold; asked of memory, too. Otherwise there is nothing at that address. */
  readonly mayFind: (what: Unheld, cookies: string | undefined) => boolean;
  readonly log: (line: string) => void;
}

/** A page as it is sent. `bytes` is what it takes in the cache. */
interface ReadyPage {
  readonly status: number;
  readonly encoded: Encoded;
  /** Names and values in turn, as `writeHead` takes them. */
  readonly heads: Readonly<Record<Encoding | 'unchanged', string[]>>;
  readonly bytes: number;
}

const notOurs = /^\/(?:api|auth|socket\.io|robots\.txt|sitemap\.xml)(?:[/?]|$)/;
const notFound: PageRoute = { path: '/-/not-found', topics: [] };
/** Renderings under way at once; further readers are asked to come back. */
const mostRenderings = 32;

/**
 * Everything a browser loads before it speaks to the club: pages from the cache, files from memory.
 * Stands before all other middleware; the site sees no cookie and no address of a reader.
 */
export class SitePages {
  private readonly cache = new PageCache<ReadyPage>();
  private readonly common: Readonly<Record<string, string>>;
  private readonly liveOrigin: string;
  private renderings = 0;

  constructor(private readonly options: SitePagesOptions) {
    this.liveOrigin = options.publicUrl.replace(/^http/, 'ws');
    this.common = commonHeaders(options.publicUrl);
  }

  /** Pages that show one of these are rendered again when somebody asks for them. */
  touch(topics: readonly Topic[]): void {
    this.cache.touch(topics);
    this.options.pictures.touch(topics);
  }

  /** Every page is rendered again when somebody asks for it. */
  touchAll(): void {
    this.cache.touchAll();
    this.options.pictures.touchAll();
  }

  /** For `app.use`, before everything else. */
  readonly middleware = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ): void => {
    const url = request.url ?? '/';
    if (notOurs.test(url)) return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...this.common, Allow: 'GET, HEAD' }).end();
      return;
    }
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    if (path.startsWith('/pictures/')) return this.options.pictures.answer(request, response, path);
    const file = this.options.files.find(path);
    if (file) {
      void file.then(
        (answer) => this.sendFile(request, response, path, answer),
        (error: unknown) => this.unavailable(request, response, 'en', error),
      );
      return;
    }
    this.page(request, response, path, mark < 0 ? '' : url.slice(mark + 1));
  };

  private page(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): void {
    const asked = query ? new URLSearchParams(query) : undefined;
    const askedLanguage = languageNamed(asked?.get('lang'));
    const route = this.options.routes.find(path, query);
    if (!route) {
      const trimmed = path.replace(/\/+$/, '');
      if (trimmed !== path && this.options.routes.find(trimmed))
        return this.redirect(response, 308, trimmed);
    }
    if (askedLanguage && asked?.has('keep') && route) {
      const cookie = `lang=${askedLanguage}; Path=/; Max-Age=31536000; SameSite=Lax`;
      return this.redirect(response, 303, path, { 'Set-Cookie': cookie });
    }
    const language =
      askedLanguage ??
      chosenLanguage(request.headers.cookie) ??
      preferredLanguage(request.headers['accept-language']);
    const { path: shown, topics, asksFor } = route ?? notFound;
    const key = `${language} ${shown}`;
    const isNothing = asksFor && !this.options.mayFind(asksFor, request.headers.cookie);
    const send = (page: ReadyPage) =>
      this.sendPage(request, response, isNothing ? { ...page, status: 404 } : page);
    const ready = this.cache.fresh(key);
    if (ready) return send(ready);
    this.cache
      .get(key, topics, () => this.render(shown, language, route ? 200 : 404))
      .then((page) => {
        if (!page) throw new Error(`The site did not know ${shown}.`);
        send(page);
      })
      .catch((error: unknown) => this.unavailable(request, response, language, error));
  }

  /** Undefined when the site answers with another status than the one expected. */
  private async render(
    path: string,
    language: Language,
    status: number,
  ): Promise<ReadyPage | undefined> {
    await this.options.site.started;
    const { port, factNumber } = this.options.site;
    if (port === undefined) throw new Error('The site is away.');
    if (this.renderings >= mostRenderings) throw new Error('The site has too much to do.');
    this.renderings += 1;
    try {
      const nonce = randomBytes(18).toString('base64url');
      const answer = await this.options.asker.get(port, path, {
        accept: 'text/html',
        [siteHeaders.language]: language,
        [siteHeaders.fact]: String(factNumber),
        'content-security-policy': `script-src 'nonce-${nonce}'`,
      });
      if (answer.status !== status) {
        if (answer.status >= 500) throw new Error(`The site answered ${answer.status} to ${path}.`);
        return undefined;
      }
      const { html, scriptHashes } = strictPage(answer.body.toString(), nonce);
      const encoded = await encode(Buffer.from(html));
      const policy = policyOf(scriptHashes, this.liveOrigin);
      const heads = this.headsOf(encoded, policy);
      return { status, encoded, heads, bytes: encoded.bytes + 4 * policy.length };
    } finally {
      this.renderings -= 1;
    }
  }

  private sendPage(request: IncomingMessage, response: ServerResponse, page: ReadyPage): void {
    const { encoded, heads, status } = page;
    if (status === 200 && request.headers['if-none-match'] === encoded.etag) {
      response.writeHead(304, heads.unchanged).end();
      return;
    }
    const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined);
    response.writeHead(status, heads[encoding]);
    if (request.method === 'HEAD') response.end();
    else response.end(encoded.forms[encoding]);
  }

  /** The headers of a page, written once: this is what nearly every request gets. */
  private headsOf({ etag, forms }: Encoded, policy: string): ReadyPage['heads'] {
    const all = Object.entries({
      ...this.common,
      ...ofDocuments,
      'Content-Security-Policy': policy,
      // Kept by browsers, but asked about each time: the answer is mostly 304.
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
      ETag: etag,
    }).flat();
    const withBody = (encoding: Encoding) => [
      ...all,
      ...['Content-Type', 'text/html; charset=utf-8'],
      ...['Content-Length', String(forms[encoding].length)],
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ];
    return {
      unchanged: all,
      identity: withBody('identity'),
      gzip: withBody('gzip'),
      br: withBody('br'),
    };
  }

  private sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    { encoded, type, cacheControl }: StaticAnswer,
  ): void {
    const headers: Record<string, string | number> = {
      ...this.common,
      ...headersOfFile(path, type, this.liveOrigin),
      'Content-Type': type,
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
      // What never changes is never asked about again.
      ...(!cacheControl.includes('immutable') && { ETag: encoded.etag }),
    };
    if (request.headers['if-none-match'] === encoded.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined);
    const body = encoded.forms[encoding];
    if (body !== encoded.forms.identity) headers['Content-Encoding'] = encoding;
    headers['Content-Length'] = body.length;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') response.end();
    else response.end(body);
  }

  private redirect(
    response: ServerResponse,
    status: 303 | 308,
    path: string,
    headers: Record<string, string> = {},
  ): void {
    response
      .writeHead(status, { ...this.common, ...headers, Location: path, 'Content-Length': 0 })
      .end();
  }

  /** The site is away and nothing is kept of this page: a page of plain words that loads itself again. */
  private unavailable(
    request: IncomingMessage,
    response: ServerResponse,
    language: Language,
    error: unknown,
  ): void {
    this.options.log(error instanceof Error ? error.message : String(error));
    const send = (body: Buffer) => {
      response.writeHead(503, {
        ...this.common,
        ...ofDocuments,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policyOf([], this.liveOrigin),
        'Cache-Control': 'no-store',
        'Retry-After': '5',
        'Content-Length': body.length,
      });
      if (request.method === 'HEAD') response.end();
      else response.end(body);
    };
    const words = this.options.files.find(`/unavailable/${language}.html`);
    if (!words) return send(Buffer.from('<!doctype html><title>503</title>503'));
    words.then(
      ({ encoded }) => send(encoded.forms.identity),
      () => send(Buffer.from('<!doctype html><title>503</title>503')),
    );
  }
}
