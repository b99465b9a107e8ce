'use client';

import type { GameAnswer } from '@trellis/wire';
import { FromClub } from '../personal/from-club';
import { GameReport } from './game-report';

/** An old game that memory does not hold any more. */
export function GameFromClub() {
  return (
    <FromClub<GameAnswer> from="/api/games/">{({ game }) => <GameReport game={game} />}</FromClub>
  );
}
