import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ClubMemory } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Configuration } from '../configuration/configuration.js';
import { robots, sitemap } from './sitemap.js';

/** How long a list of pages is good (ms): those who read it come once a day. */
const goodFor = 10 * 60_000;

/** For those who look for pages. What they get is public and in memory. */
@Controller()
export class SitemapController {
  private kept = { at: -Infinity, text: '' };

  constructor(
    @Inject(ClubMemory) private readonly memory: ClubMemory,
    @Inject(Configuration) private readonly configuration: Configuration,
  ) {}

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  robots(): string {
    return robots(this.configuration.publicUrl);
  }

  @Get('sitemap.xml')
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  sitemap(): string {
    const now = performance.now();
    if (now - this.kept.at > goodFor) {
      const names = games.map(({ name }) => name);
      this.kept = { at: now, text: sitemap(this.memory, names, this.configuration.publicUrl) };
    }
    return this.kept.text;
  }
}
