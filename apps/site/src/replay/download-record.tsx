'use client';

import type { GameRecord } from '@trellis/facade';
import type { Notation } from '@trellis/games/kit';
import { useTranslations } from 'next-intl';
import styles from './replay.module.css';
import { saveFile } from './save-file';

interface Props {
  readonly notation: Notation;
  readonly game: GameRecord;
  readonly names: readonly string[];
}

/** The game as a file to keep, written in the browser. */
export function DownloadRecord({ notation, game, names }: Props) {
  const t = useTranslations('replay');
  const write = () =>
    notation.write({
      id: game.id,
      startedAt: new Date(game.startedAt).toISOString(),
      conventions: game.conventions,
      players: names,
      steps: game.steps,
    });
  const file = `${game.game}-${game.id}`;
  return (
    <div className={styles.record}>
      <button
        type="button"
        className="button plain"
        onClick={() => saveFile(`${file}.json`, JSON.stringify(write().document, null, 2))}
      >
        {t('asDocument')}
      </button>
      <button
        type="button"
        className="button plain"
        onClick={() => saveFile(`${file}.txt`, write().text)}
      >
        {t('asText')}
      </button>
      <a href="/records">{t('readRecord')}</a>
    </div>
  );
}
