import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClubMemory, installFacade } from '@trellis/facade';
import { presetIdOf } from '@trellis/games/catalog/games';
import type nextModule from 'next';
import { FactFeed } from './fact-feed.js';
import { installPictures } from './pictures/installed-pictures.js';
import { PictureThread } from './pictures/picture-thread.js';
import { siteHeaders, type FromSite, type ToSite } from './site-channel.js';

// The site: a child process of the server, on a loopback port that only the server knows.

/** How long a page waits for facts that are on their way. */
const longestWaitMs = 2_000;

// Next is CommonJS that is its own default export, which its types do not say.
const next = createRequire(import.meta.url)('next') as typeof nextModule.default;

const memory = new ClubMemory(presetIdOf);
const feed = new FactFeed(memory);
installFacade(memory);
const pictures = new PictureThread();
installPictures((picture) => pictures.draw(picture));

process.on('message', (message: ToSite) => feed.take(message));
// The server is gone, in whatever way: nobody else may speak to the site.
process.on('disconnect', () => process.exit(0));

const dir = fileURLToPath(new URL('..', import.meta.url));
// Pages say of which build they are; `/build.txt` says which one the club is now.
process.env.SITE_BUILD = readFileSync(join(dir, '.next/BUILD_ID'), 'utf8').trim();

const app = next({
  dev: false,
  dir,
  customServer: true,
  hostname: '127.0.0.1',
});
await app.prepare();
const render = app.getRequestHandler();

const server = createServer((request, response) => {
  void answer().catch((error: unknown) => {
    console.error(error);
    response.statusCode = 500;
    response.end();
  });
  async function answer() {
    await feed.reaches(Number(request.headers[siteHeaders.fact] ?? 0), longestWaitMs);
    await render(request, response);
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const listening: FromSite = { kind: 'listening', port: (server.address() as AddressInfo).port };
process.send?.(listening);
