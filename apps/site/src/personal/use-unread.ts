'use client';

import type { UnreadAnswer } from '@trellis/wire';
import { useCallback, useEffect, useState } from 'react';
import { askClub } from './ask-club';
import { askMe } from './use-me';

const nothing: UnreadAnswer = { unread: 0, threads: 0 };

/** What waits for the reader, asked once a page, and again when `ask` is called; nothing for a visitor. */
export function useUnread(): readonly [unread: UnreadAnswer, ask: () => void] {
  const [unread, setUnread] = useState(nothing);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<UnreadAnswer>('GET', '/api/people/unread');
      if (said.ok) setUnread(said.answer);
    })();
  }, [asked]);
  return [unread, useCallback(() => setAsked((times) => times + 1), [])];
}
