import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClubFacade, Topic } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { siteHeaders } from '@trellis/site/channel';
import { unencoded, type Encoded } from './encoded.js';
import { PageCache } from './page-cache.js';
import { pictureRoute, type PictureRoute } from './picture-routes.js';
import type { SiteAsker } from './site-asker.js';
import { commonHeaders } from './site-headers.js';
import type { SiteProcess } from './site-process.js';

export interface SitePicturesOptions {
  readonly club: ClubFacade;
  readonly site: Pick<SiteProcess, 'started' | 'port' | 'factNumber'>;
  readonly asker: SiteAsker;
  readonly publicUrl: string;
  /** Throws a `Refusal` when whoever asks has had too many pictures drawn. */
  readonly admit: (request: IncomingMessage) => void;
  readonly log: (line: string) => void;
}

interface ReadyPicture {
  readonly encoded: Encoded;
  readonly bytes: number;
}

/** A picture is some 150 KB; one is drawn again at most so often, however often what it shows changes. */
const kept = { entries: 400, bytes: 48 * 1024 * 1024, pauseMs: 2_000, patienceMs: 1_000 };
/** Pictures under way at once; the site draws them one after the other. */
const mostDrawings = 8;

/**
 * Pictures of pages, for messengers: kept here, drawn by the site's process, in a thread of it. Who asks for what is kept costs
 * nothing; what has to be drawn counts against the address that asks.
 */
export class SitePictures {
  private readonly cache = new PageCache<ReadyPicture>(undefined, kept);
  private readonly common: Readonly<Record<string, string>>;
  private drawings = 0;

  constructor(private readonly options: SitePicturesOptions) {
    this.common = {
      ...commonHeaders(options.publicUrl),
      // They are made for others' pages.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
  }

  touch(topics: readonly Topic[]): void {
    this.cache.touch(topics);
  }

  touchAll(): void {
    this.cache.touchAll();
  }

  /** Answers a request for an address below `/pictures/`. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): void {
    const route = pictureRoute(path, this.options.club);
    if (!route) return this.refuse(request, response, 404, 'There is no such picture.');
    const key = `${route.language} ${route.path}`;
    const ready = this.cache.fresh(key);
    if (ready) return this.send(request, response, ready);
    try {
      this.options.admit(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const wait = Math.ceil(Number(error.details?.retryMs ?? 1_000) / 1_000);
      return this.refuse(request, response, 429, 'Too many pictures at once.', wait);
    }
    this.cache
      .get(key, route.topics, () => this.draw(route))
      .then((picture) =>
        picture
          ? this.send(request, response, picture)
          : this.refuse(request, response, 404, 'There is no such picture.'),
      )
      .catch((error: unknown) => {
        this.options.log(error instanceof Error ? error.message : String(error));
        this.refuse(request, response, 503, 'The picture cannot be drawn at this moment.', 5);
      });
  }

  /** Undefined when the site, whose memory may be a moment ahead, does not know it any more. */
  private async draw({ path, language }: PictureRoute): Promise<ReadyPicture | undefined> {
    const { site, asker } = this.options;
    await site.started;
    const { port, factNumber } = site;
    if (port === undefined) throw new Error('The site is away.');
    if (this.drawings >= mostDrawings) throw new Error('Too many pictures are being drawn.');
    this.drawings += 1;
    try {
      const { status, body } = await asker.get(port, path, {
        accept: 'image/png',
        [siteHeaders.language]: language,
        [siteHeaders.fact]: String(factNumber),
      });
      if (status === 404) return undefined;
      if (status !== 200) throw new Error(`The site answered ${status} to ${path}.`);
      const encoded = unencoded(body);
      return { encoded, bytes: encoded.bytes };
    } finally {
      this.drawings -= 1;
    }
  }

  private send(
    request: IncomingMessage,
    response: ServerResponse,
    { encoded: { etag, forms } }: ReadyPicture,
  ): void {
    const headers = {
      ...this.common,
      // The page names another address when the picture changes; an hour, so that a name somebody took back is soon gone.
      'Cache-Control': 'public, max-age=3600',
      ETag: etag,
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = forms.identity;
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'image/png',
      'Content-Length': body.length,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  private refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: 404 | 429 | 503,
    why: string,
    retryAfter?: number,
  ): void {
    response.writeHead(status, {
      ...this.common,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(why),
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    });
    response.end(request.method === 'HEAD' ? undefined : why);
  }
}
