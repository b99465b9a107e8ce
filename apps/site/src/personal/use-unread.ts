'use client';

import type { UnreadAnswer } from '@trellis/wire';
import { useEffect, useState } from 'react';
import { askClub } from './ask-club';
import { askMe } from './use-me';

/** Letters to the reader that he has not seen, asked once a page; 0 for a visitor. */
export function useUnread(): number {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<UnreadAnswer>('GET', '/api/people/unread');
      if (here && said.ok) setUnread(said.answer.unread);
    })();
    return () => {
      here = false;
    };
  }, []);
  return unread;
}
