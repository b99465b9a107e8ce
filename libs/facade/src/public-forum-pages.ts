import type { PublicPage, Topic } from './public-pages.js';
import { postsOnPage, type Post, type ThreadHead, type ThreadId } from './public-forum.js';

/** How many threads a list shows. */
export const threadsListed = 60;

export interface SectionInput {
  readonly section: string;
  /** Of the threads that memory holds. */
  readonly newest: readonly ThreadHead[];
}

/** The forum's sections, each with what was written in last. */
export function forumPage(sections: readonly string[]): PublicPage<readonly SectionInput[]> {
  return {
    topics: ['forum', 'names'],
    read: (club) =>
      sections.map((section) => ({ section, newest: club.threads('forum', 3, section) })),
  };
}

export function sectionPage(section: string): PublicPage<readonly ThreadHead[]> {
  return {
    topics: [`section:${section}`, 'names'],
    read: (club) => club.threads('forum', threadsListed, section),
  };
}

export function blogPage(): PublicPage<readonly ThreadHead[]> {
  return { topics: ['blog', 'names'], read: (club) => club.threads('blog', threadsListed) };
}

export interface ThreadPageInput {
  readonly head: ThreadHead;
  /** The posts of this page. */
  readonly posts: readonly Post[];
  readonly page: number;
  readonly pages: number;
}

/** One page (from 1) of a thread; undefined when memory does not hold the thread or it has no such page. */
export function threadPage(id: ThreadId, page = 1): PublicPage<ThreadPageInput | undefined> {
  return {
    topics: [`thread:${id}`, 'names'],
    read: (club) => {
      const thread = club.thread(id);
      if (!thread) return undefined;
      const pages = Math.max(1, Math.ceil(thread.posts.length / postsOnPage));
      if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
      const posts = thread.posts.slice((page - 1) * postsOnPage, page * postsOnPage);
      return { head: thread.head, posts, page, pages };
    },
  };
}

/** What is new anywhere in the forum and the blog, what was written in last first. */
export function newThingsPage(): PublicPage<readonly ThreadHead[]> {
  return {
    topics: ['forum', 'blog', 'names'],
    read: (club) =>
      [...club.threads('forum', threadsListed), ...club.threads('blog', threadsListed)]
        .sort((a, b) => b.last.at - a.last.at)
        .slice(0, threadsListed),
  };
}

/** What a change of a thread shows on. */
export function topicsOfThread({ id, place, section }: ThreadHead): readonly Topic[] {
  const lists: readonly Topic[] = place === 'forum' ? ['forum', `section:${section}`] : ['blog'];
  return [`thread:${id}`, ...lists];
}
