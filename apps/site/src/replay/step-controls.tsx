import { useTranslations } from 'next-intl';
import { Icon } from './icon';
import styles from './replay.module.css';

interface Props {
  readonly ply: number;
  readonly last: number;
  readonly playing: boolean;
  readonly goTo: (ply: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
}

/** Buttons and a slider. */
export function StepControls({ ply, last, playing, goTo, play, pause }: Props) {
  const t = useTranslations('replay');
  return (
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
  );
}
