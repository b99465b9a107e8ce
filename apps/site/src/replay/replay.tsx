'use client';

import type { GameRecord } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { computerNumbers } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { computerName, whichComputer } from '../games';
import { usePlayerName } from '../ui/use-player-name';
import { DownloadRecord } from './download-record';
import { momentsOf } from './moments';
import { ReplayPlayer } from './replay-player';

/** A finished game of the club, step by step, and its record to keep. */
export function Replay({ game }: { game: GameRecord }) {
  const t = useTranslations('replay');
  const house = useTranslations('game');
  const language = useLocale();
  const called = usePlayerName();
  const moments = useMemo(() => momentsOf(game), [game]);
  const rules = gameNamed(game.game);
  if (!moments || !rules) return <p className="panel">{t('otherRules')}</p>;
  const numbers = computerNumbers(game.seats.map(({ computer }) => computer));
  const names = game.seats.map(({ player, computer }, seat) => {
    if (player) return called(player);
    const level = computerName(game.game, computer ?? '', language);
    return house('computer', { level, which: whichComputer(numbers[seat]) });
  });
  return (
    <ReplayPlayer rules={rules} moments={moments} names={names} hasAddress>
      {rules.notation && <DownloadRecord notation={rules.notation} game={game} names={names} />}
    </ReplayPlayer>
  );
}
