'use client';

import { useLocale, useTranslations } from 'next-intl';
import { GridBoard } from './grid-board';
import { PaintStatus } from './paint-status';
import { directions, useArrowKeys, useAutoMove, useGrid, type Mode } from './use-grid';
import styles from './grid.module.css';

const modes: readonly Mode[] = ['walk', 'paint'];
const arrows = {
  up: 'M12 5l7 12H5z',
  down: 'M12 19l7-12H5z',
  left: 'M5 12l12-7v14z',
  right: 'M19 12L7 5v14z',
};

/** The shared world: the board, who is here, and the ways to walk. */
export function GridScreen() {
  const t = useTranslations('grid');
  const lang = useLocale();
  const { state, online, mode, step, choose } = useGrid();
  const walksItself = useAutoMove(step);
  useArrowKeys(step);
  const own = state?.walkers.get(state.you);
  const isPainted = mode === 'paint' && state?.room === 'paint';

  return (
    <div className={styles.screen} lang={lang}>
      <div className={styles.head}>
        <fieldset className={styles.modes}>
          <legend className="visually-hidden">{t('mode')}</legend>
          {modes.map((each) => (
            <label key={each} className={styles.mode}>
              <input
                type="radio"
                name="mode"
                checked={mode === each}
                onChange={() => choose(each)}
                // Arrow keys walk; the space bar and the pointer choose.
                onKeyDown={(event) => event.key.startsWith('Arrow') && event.preventDefault()}
              />
              <span>{t(each)}</span>
            </label>
          ))}
        </fieldset>
        <p className={styles.people} role="status">
          {!online && (state ? t('away') : t('connecting'))}
          {online && state && t('people', { count: state.count })}
          {online && walksItself && <> · {t('auto')}</>}
        </p>
      </div>
      {isPainted && state?.painting && <PaintStatus state={state} painting={state.painting} />}
      {state ? (
        <GridBoard state={state} label={t('board', { columns: state.columns, rows: state.rows })} />
      ) : (
        <div className={styles.waiting} aria-hidden="true" />
      )}
      <div className={styles.controls}>
        <div className={styles.pad}>
          {directions.map((direction) => (
            <button
              key={direction}
              type="button"
              className={styles.arrow}
              data-direction={direction}
              aria-label={t(direction)}
              onClick={() => step(direction)}
            >
              <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                <path d={arrows[direction]} fill="currentColor" />
              </svg>
            </button>
          ))}
          <span className={styles.own} aria-hidden="true">
            {state?.symbol}
          </span>
        </div>
        <p className="quiet">
          {own && state && <>{t('position', { symbol: state.symbol, x: own.x, y: own.y })} </>}
          {t('keys')}
        </p>
      </div>
    </div>
  );
}
