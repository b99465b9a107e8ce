'use client';

import type { GameRecord } from '@trellis/facade';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, type ComponentType, type KeyboardEvent } from 'react';
import type { BoardProps } from '@trellis/games/kit';
import { computerName, faceOf } from '../games';
import { positionsOf, type Position } from './replay-positions';
import { Icon } from './icon';
import styles from './replay.module.css';
import { ShareLink } from './share-link';
import { usePly } from './use-ply';

/** A finished game, step by step: buttons, a slider, arrow keys, by itself, and a link to each step. */
export function Replay({ game }: { game: GameRecord }) {
  const t = useTranslations('replay');
  const positions = useMemo(() => positionsOf(game), [game]);
  if (!positions) return <p className="panel">{t('otherRules')}</p>;
  return <Steps game={game} positions={positions} />;
}

function Steps({ game, positions }: { game: GameRecord; positions: readonly Position[] }) {
  const t = useTranslations('replay');
  const language = useLocale();
  const last = positions.length - 1;
  const { ply, goTo, playing, play, pause } = usePly(last);
  const face = faceOf(game.game);
  const Board = face?.Board as ComponentType<BoardProps> | undefined;
  const position = positions[ply] ?? positions[0]!;
  const names = game.seats.map(
    ({ player, computer }) => player?.name ?? computerName(game.game, computer ?? '', language),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = { ArrowLeft: ply - 1, ArrowRight: ply + 1, Home: 0, End: last }[event.key];
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(wanted);
  };

  return (
    <section className={`panel ${styles.replay}`} aria-label={t('title')} onKeyDown={onKeyDown}>
      <div className={styles.board}>
        {Board && (
          <Board
            view={position.view}
            legal={[]}
            viewer="spectator"
            players={names.map((name) => ({ name }))}
            happened={position.happened === undefined ? [] : [position.happened]}
            onAct={() => undefined}
            lang={language}
            finished={ply === last}
          />
        )}
      </div>
      <div className={styles.controls}>
        <button type="button" onClick={() => goTo(0)} disabled={ply === 0} aria-label={t('first')}>
          <Icon of="first" />
        </button>
        <button
          type="button"
          onClick={() => goTo(ply - 1)}
          disabled={ply === 0}
          aria-label={t('back')}
        >
          <Icon of="back" />
        </button>
        <button
          type="button"
          className={styles.play}
          onClick={playing ? pause : play}
          aria-label={playing ? t('pause') : t('play')}
        >
          <Icon of={playing ? 'pause' : 'play'} />
        </button>
        <button
          type="button"
          onClick={() => goTo(ply + 1)}
          disabled={ply === last}
          aria-label={t('forward')}
        >
          <Icon of="forward" />
        </button>
        <button
          type="button"
          onClick={() => goTo(last)}
          disabled={ply === last}
          aria-label={t('last')}
        >
          <Icon of="last" />
        </button>
        <input
          type="range"
          min={0}
          max={last}
          value={ply}
          aria-label={t('step')}
          aria-valuetext={t('stepOf', { step: ply, steps: last })}
          onChange={(event) => goTo(Number(event.target.value))}
        />
      </div>
      <p className={styles.now} aria-live="polite">
        {t('stepOf', { step: ply, steps: last })}
        {position.step && <>: {labelOf(position)}</>}
      </p>
      <ol className={styles.moves} aria-label={t('moves')}>
        {positions.slice(1).map((each, index) => (
          <li key={index}>
            <a
              href={`#${index + 1}`}
              aria-current={index + 1 === ply ? 'step' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goTo(index + 1);
              }}
            >
              {labelOf(each)}
            </a>
          </li>
        ))}
      </ol>
      <ShareLink ply={ply} />
    </section>
  );

  function labelOf({ step, happened }: Position): string {
    if (!step) return t('start');
    switch (step.kind) {
      case 'acted':
        return face?.replayLabel?.(happened, language) ?? names[step.seat] ?? t('move');
      case 'shuffled':
        return t('shuffled');
      case 'rang':
        return t('rang');
      case 'forfeited':
        return t(`forfeited.${step.reason}`, { name: names[step.seat] ?? '' });
    }
  }
}
