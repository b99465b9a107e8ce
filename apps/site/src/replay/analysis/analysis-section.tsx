'use client';

import type { AnalysisProps } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useId, type ComponentType } from 'react';
import styles from './analysis.module.css';
import type { Analysis } from './use-analysis';

interface Props {
  readonly analysis: Analysis;
  readonly ply: number;
  readonly goTo: (ply: number) => void;
  readonly names: readonly string[];
}

/** Looking back: begun when somebody asks for it, with its progress; then what the game has to show of it. */
export function AnalysisSection({ analysis, ply, goTo, names }: Props) {
  const t = useTranslations('analysis');
  const lang = useLocale();
  const title = useId();
  const { status, findings, parts, marks, look, start, stop } = analysis;
  const mistakes = [...marks].flatMap(([at, mark]) => (mark.isMistake ? [at] : [])).sort(byNumber);
  const before = mistakes.findLast((at) => at < ply);
  const next = mistakes.find((at) => at > ply);
  const Panel = look?.Panel as ComponentType<AnalysisProps> | undefined;
  return (
    <section className={styles.analysis} aria-labelledby={title}>
      <h2 id={title}>{t('title')}</h2>
      {status === 'idle' && <p className="quiet">{t('lead')}</p>}
      <div className={styles.controls}>
        {(status === 'idle' || status === 'stopped' || status === 'failed') && (
          <button type="button" className="button" onClick={start}>
            {t(status === 'idle' ? 'start' : status === 'stopped' ? 'goOn' : 'again')}
          </button>
        )}
        {status === 'running' && (
          <>
            <progress
              aria-label={t('title')}
              {...(parts > 0 && { max: parts, value: findings.length })}
            />
            <button type="button" className="button plain" onClick={stop}>
              {t('stop')}
            </button>
          </>
        )}
        {findings.length > 0 && (
          <>
            <button
              type="button"
              className="button plain"
              disabled={before === undefined}
              onClick={() => before !== undefined && goTo(before)}
            >
              {t('previousMistake')}
            </button>
            <button
              type="button"
              className="button plain"
              disabled={next === undefined}
              onClick={() => next !== undefined && goTo(next)}
            >
              {t('nextMistake')}
            </button>
          </>
        )}
      </div>
      <p className={styles.progress} role="status">
        {status === 'running' && t('running', { found: findings.length, parts })}
        {status === 'stopped' && t('stopped', { found: findings.length, parts })}
        {status === 'done' && t('done', { mistakes: mistakes.length })}
        {status === 'failed' && t('failed')}
      </p>
      {Panel && findings.length > 0 && <Panel {...{ findings, ply, goTo, names, lang }} />}
    </section>
  );
}

const byNumber = (one: number, other: number) => one - other;
