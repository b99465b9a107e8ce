import type { ReplayWords } from '@trellis/games/kit';
import { useEffect, useState } from 'react';
import type { faceOf } from '../games';

/** The game's words of a replay, once they are fetched; undefined before, and for a game that has none. */
export function useReplayWords(face: ReturnType<typeof faceOf>): ReplayWords | undefined {
  const [fetched, setFetched] = useState<{ face: typeof face; words: ReplayWords }>();
  useEffect(() => {
    let wanted = true;
    void face?.replayWords?.().then((words) => {
      if (wanted) setFetched({ face, words });
    });
    return () => {
      wanted = false;
    };
  }, [face]);
  return fetched?.face === face ? fetched?.words : undefined;
}
