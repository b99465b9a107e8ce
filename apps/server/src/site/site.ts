import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { topicsTouchedBy, type Bus, type ClubMemory } from '@trellis/facade';
import { PageRoutes } from './page-routes.js';
import { SitePages, type SitePagesOptions } from './site-pages.js';
import { SiteAsker } from './site-asker.js';
import { SitePictures } from './site-pictures.js';
import { SiteProcess } from './site-process.js';
import { StaticFiles } from './static-files.js';

export interface SiteOptions {
  /** The server's own memory, loaded. From `start` on the site applies the bus's facts to it: nobody else may. */
  readonly memory: ClubMemory;
  readonly bus: Bus;
  /** Names of all games. */
  readonly games: readonly string[];
  /** Scheme, host and port. */
  readonly publicUrl: string;
  /** Whether a reader may find what memory does not hold. */
  readonly mayFind: SitePagesOptions['mayFind'];
  /** Throws a `Refusal` when whoever asks has had too many pictures drawn. */
  readonly admitDrawing: (request: IncomingMessage) => void;
  /** What the sign-in page offers. */
  readonly signIn: { readonly google: boolean; readonly oidc: boolean; readonly demo: boolean };
  readonly log: (line: string) => void;
}

const immutable = 'public, max-age=31536000, immutable';
const askAgain = 'public, max-age=300';

/** The pages of the club: their process, their cache, and the facts that keep both true. */
export class Site {
  readonly process: SiteProcess;
  private readonly pages: SitePages;
  private readonly asker: SiteAsker;
  private readonly files = new StaticFiles();
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly options: SiteOptions) {
    const { memory, publicUrl, games, signIn, mayFind, admitDrawing, log } = options;
    const providers = Object.entries(signIn).filter(([, offered]) => offered);
    this.process = new SiteProcess({
      snapshot: () => memory.snapshot(),
      env: { PUBLIC_URL: publicUrl, SIGN_IN: providers.map(([name]) => name).join(',') },
      log,
      folder: siteFolder('.'),
    });
    const routes = new PageRoutes(games, memory);
    const { files, process: site } = this;
    const asker = (this.asker = new SiteAsker(publicUrl));
    const toAsk = { site, asker, publicUrl, log };
    const pictures = new SitePictures({ ...toAsk, club: memory, admit: admitDrawing });
    this.pages = new SitePages({ ...toAsk, routes, files, pictures, mayFind });
  }

  /**
   * Answers all but `/api`, `/auth` and `/socket.io` before the server's other listeners hear of it: a
   * page from the cache costs no walk through Express. Call it once, when those listeners are there.
   */
  standInFront(server: Server): void {
    const listeners = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) =>
      this.pages.middleware(request, response, () => {
        for (const listener of listeners) listener.call(server, request, response);
      }),
    );
  }

  /** Resolves when the site's process listens. Memory may still be loaded meanwhile: then say so by `reload`. */
  async start(): Promise<void> {
    const { bus, memory } = this.options;
    const listens = this.process.start();
    // What a fact touches is asked while memory is as it was; pages are marked when the site has been told.
    this.unsubscribe = bus.subscribe((fact) => {
      const topics = topicsTouchedBy(fact, memory);
      memory.apply(fact);
      this.process.send(fact);
      this.pages.touch(topics);
    });
    await this.files.add(
      '/_next/static/',
      siteFolder('.next/static'),
      immutable,
      siteFolder('.next/packed'),
    );
    await this.files.add('/', siteFolder('public'), askAgain);
    this.files.addText('/build.txt', siteFolder('.next/BUILD_ID'), 'no-cache');
    await listens;
  }

  /** Memory was loaded anew, not by facts. */
  reload(): void {
    this.process.sendSnapshot();
    this.pages.touchAll();
  }

  async stop(): Promise<void> {
    this.unsubscribe?.();
    this.asker.close();
    await this.process.stop();
  }
}

/** A folder of the site's package; its entry is in `dist`. */
function siteFolder(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.resolve('@trellis/site/entry')));
}
