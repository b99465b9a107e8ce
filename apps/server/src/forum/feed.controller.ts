import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ClubMemory } from '@trellis/facade';
import { Configuration } from '../configuration/configuration.js';
import { atomFeed } from './feed.js';

const articlesInFeed = 20;

/** Programs that read the blog. What they get is public and in memory. */
@Controller('api/blog')
export class FeedController {
  constructor(
    @Inject(ClubMemory) private readonly memory: ClubMemory,
    @Inject(Configuration) private readonly configuration: Configuration,
  ) {}

  @Get('feed.atom')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=120')
  feed(): string {
    const articles = this.memory
      .threads('blog', articlesInFeed)
      .flatMap(({ id }) => this.memory.thread(id) ?? [])
      .filter(({ posts }) => posts[0]?.removed === null);
    const { publicUrl } = this.configuration;
    return atomFeed(articles, { publicUrl, title: 'Trellis' });
  }
}
