'use client';

import type { ThreadHead } from '@trellis/facade';
import { useEffect } from 'react';
import { postPath } from './thread-list';

/** Goes to a post just written or changed, as it is in its version. */
export function showPost(
  thread: Pick<ThreadHead, 'id' | 'place'>,
  number: number,
  version: number,
): void {
  const path = postPath(thread, number, version);
  const { pathname, search } = window.location;
  const stays = path.startsWith(`${pathname}${search}#`);
  window.location.href = path;
  if (stays) window.location.reload();
}

const patience = { betweenMs: 400, tries: 8 };

/**
 * Pages are kept by the server, and for a moment one may be older than what its reader has just written: then it is
 * loaded again. Scrolls to the post when it is there.
 */
export function useAskedPost(): void {
  useEffect(() => {
    const [, number, version] = /^#post-(\d+)\.(\d+)$/.exec(window.location.hash) ?? [];
    if (!number) return;
    const post = document.getElementById(`post-${number}`);
    const tries = Number(sessionStorage.getItem('asked-post') ?? 0);
    const isHere = post && Number(post.dataset.version) >= Number(version);
    if (!isHere && tries < patience.tries) {
      sessionStorage.setItem('asked-post', String(tries + 1));
      const timer = setTimeout(() => window.location.reload(), patience.betweenMs);
      return () => clearTimeout(timer);
    }
    sessionStorage.removeItem('asked-post');
    window.location.replace(`#post-${number}`);
    return undefined;
  }, []);
}
