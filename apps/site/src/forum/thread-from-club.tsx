'use client';

import type { ThreadAnswer } from '@trellis/wire';
import { FromClub } from '../personal/from-club';
import { ThreadPage } from './thread-page';

/** An old thread that memory does not hold any more. */
export function ThreadFromClub() {
  return (
    <FromClub<ThreadAnswer> from="/api/forum/threads/">
      {({ thread }) => <ThreadPage {...thread} />}
    </FromClub>
  );
}
