'use client';

import type { GameRecord } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { computerNames } from '../games';
import { DownloadRecord } from './download-record';
import { momentsOf } from './moments';
import { ReplayPlayer } from './replay-player';

/** A finished game of the club, step by step, and its record to keep. */
export function Replay({ game }: { game: GameRecord }) {
  const t = useTranslations('replay');
  const language = useLocale();
  const moments = useMemo(() => momentsOf(game), [game]);
  const rules = gameNamed(game.game);
  if (!moments || !rules) return <p className="panel">{t('otherRules')}</p>;
  const computers = computerNames(
    game.game,
    game.seats.map(({ computer }) => computer),
    language,
  );
  const names = game.seats.map(({ player }, seat) => player?.name ?? computers[seat] ?? '');
  return (
    <ReplayPlayer rules={rules} moments={moments} names={names} hasAddress>
      {rules.notation && <DownloadRecord notation={rules.notation} game={game} names={names} />}
    </ReplayPlayer>
  );
}
