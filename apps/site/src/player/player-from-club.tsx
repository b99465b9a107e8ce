'use client';

import type { PlayerAnswer } from '@trellis/wire';
import { FromClub } from '../personal/from-club';
import { PlayerProfile } from './player-profile';
import { PlayerTools } from './player-tools';

/** A profile that memory does not hold: asked for in the browser by somebody who is signed in. */
export function PlayerFromClub() {
  return (
    <FromClub<PlayerAnswer> from="/api/players/">
      {({ profile }) => (
        <PlayerProfile profile={profile} tools={<PlayerTools player={profile.player} />} />
      )}
    </FromClub>
  );
}
