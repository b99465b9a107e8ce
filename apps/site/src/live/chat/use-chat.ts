'use client';

import type { ChatLine } from '@trellis/wire';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { askUntilAnswered, type Asked, type No } from '../club-socket';
import { clubSocket } from '../use-club-socket';
import { lastSeq, mergeLines, missesBefore } from './chat-lines';

export type Said = { readonly text: string } | { readonly phrase: string };

/**
 * The lines of a room, live. Mount one per room: give the component that uses it the room as its key.
 * Listening is asked for again whenever `arrivals` changes; 0 is "not yet".
 */
export function useChat(room: string, arrivals: number) {
  const [lines, add] = useReducer(mergeLines, [] as readonly ChatLine[]);
  /** The newest line there was when the room was first heard; undefined until then. */
  const [heardTo, setHeardTo] = useState<number>();
  const [refused, setRefused] = useState<No>();
  const newest = useRef<readonly ChatLine[]>([]);

  useEffect(() => {
    newest.current = lines;
  }, [lines]);

  const catchUp = useCallback(
    async (isWanted: () => boolean) => {
      const since = lastSeq(newest.current); // fixed: a line that arrives while we ask must not hide those before it
      const answer = await askUntilAnswered(
        () => clubSocket().ask('chat:listen', { room, since }),
        isWanted,
      );
      if (!isWanted()) return;
      if (answer.ok) {
        add(answer.lines);
        setHeardTo((before) => before ?? lastSeq(answer.lines));
      }
      setRefused(answer.ok ? undefined : answer);
    },
    [room],
  );

  useEffect(() => {
    if (arrivals === 0) return;
    let wanted = true;
    const isWanted = () => wanted;
    const stop = clubSocket().on('chat:line', (message) => {
      if (message.room !== room) return;
      if (missesBefore(newest.current, message.line)) void catchUp(isWanted);
      add([message.line]);
    });
    void catchUp(isWanted);
    return () => {
      wanted = false;
      stop();
    };
  }, [arrivals, room, catchUp]);

  useEffect(() => () => void clubSocket().ask('chat:unlisten', { room }), [room]);

  /** The same id again is the same line, so a lost answer is simply asked for again. */
  const say = useCallback(
    (id: string, said: Said): Promise<Asked<'chat:say'>> =>
      askUntilAnswered(
        () => clubSocket().ask('chat:say', { room, id, said }),
        () => true,
        3,
      ),
    [room],
  );

  return {
    lines,
    heard: heardTo !== undefined || refused !== undefined,
    heardTo: heardTo ?? Infinity,
    refused,
    say,
  };
}
