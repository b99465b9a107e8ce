'use client';

import type { AnyGame, Moment } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { faceOf } from '../games';
import { AnalysisSection } from './analysis/analysis-section';
import { StepMarkSign } from './analysis/step-mark-sign';
import { useAnalysis } from './analysis/use-analysis';
import { happenedAt, partsOf, viewOf } from './moments';
import styles from './replay.module.css';
import { ShareLink } from './share-link';
import { StepControls } from './step-controls';
import { usePlace } from './use-place';
import { useReplayWords } from './use-replay-words';

interface Props {
  readonly rules: AnyGame;
  readonly moments: readonly Moment[];
  /** By seat. */
  readonly names: readonly string[];
  /** Others find this game where the reader looks at it: a link to a moment makes sense. */
  readonly hasAddress?: boolean;
  /** Below the moves. */
  readonly children?: ReactNode;
}

/** A game step by step: buttons, a slider, arrow keys, by itself; part by part where it is long. */
export function ReplayPlayer({ rules, moments, names, hasAddress, children }: Props) {
  const t = useTranslations('replay');
  const language = useLocale();
  const last = moments.length - 1;
  const { ply, onlooker, goTo, lookAs, playing, play, pause } = usePlace(last, names.length);
  const face = faceOf(rules.name);
  const words = useReplayWords(face);
  const analysis = useAnalysis(rules.name, moments, face);
  const parts = useMemo(
    () => (words ? partsOf(rules, moments, words, language, names) : []),
    [rules, moments, words, language, names],
  );
  const part = parts.findLast(({ from }) => from <= ply);
  const [from, to] = part ? [Math.max(1, part.from), part.to] : [1, last];
  const view = useMemo(
    () => viewOf(rules, moments[ply]!, onlooker),
    [rules, moments, ply, onlooker],
  );
  const happened = useMemo(() => {
    const told: unknown = happenedAt(rules, moments, ply, onlooker);
    return told === undefined ? [] : [told];
  }, [rules, moments, ply, onlooker]);

  // Only the list is scrolled to the step, not the page; once more when it is longer, for its words have come.
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const step = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !step) return;
    const within = step.getBoundingClientRect().top - list.current.getBoundingClientRect().top;
    list.current.scrollTop += within - list.current.clientHeight / 2;
  }, [ply, from, words]);

  const onKeyDown = (event: KeyboardEvent) => {
    // There the arrows choose.
    if (event.target instanceof HTMLSelectElement) return;
    const wanted = { ArrowLeft: ply - 1, ArrowRight: ply + 1, Home: 0, End: last }[event.key];
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(wanted);
  };

  return (
    <section className={`panel ${styles.replay}`} aria-label={t('title')} onKeyDown={onKeyDown}>
      {(parts.length > 0 || rules.openView) && (
        <div className={styles.choices}>
          {parts.length > 0 && (
            <label>
              <span>{t('part')}</span>
              <select
                className="input"
                value={part ? parts.indexOf(part) : 0}
                onChange={(event) => goTo(parts[Number(event.target.value)]?.from ?? 0)}
              >
                {parts.map(({ title }, at) => (
                  <option key={at} value={at}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {rules.openView && (
            <label>
              <span>{t('seen')}</span>
              <select
                className="input"
                value={onlooker}
                onChange={({ target: { value } }) =>
                  lookAs(value === 'all' ? 'all' : Number(value))
                }
              >
                <option value="all">{t('allOpen')}</option>
                {names.map((name, seat) => (
                  <option key={seat} value={seat}>
                    {t('asSeen', { name })}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <div className={styles.board} data-felt={face?.drawsSeats || undefined}>
        {face && (
          <face.Board
            view={view}
            past={rules.past?.(moments[ply]!.state)}
            legal={[]}
            viewer={onlooker === 'all' ? 'spectator' : onlooker}
            players={names.map((name) => ({ name }))}
            happened={happened}
            onAct={() => undefined}
            lang={language}
            finished={ply === last}
            replay
          />
        )}
      </div>
      <StepControls {...{ ply, last, playing, goTo, play, pause }} />
      <p className={styles.now} aria-live="polite">
        {t('stepOf', { step: ply, steps: last })}
        {ply > 0 && <>: {labelOf(ply)}</>}
      </p>
      <ol ref={list} className={styles.moves} aria-label={t('moves')} start={from}>
        {moments.slice(from, to + 1).map((_, index) => (
          <li key={from + index} value={from + index}>
            <a
              href={`#${from + index}`}
              data-no={from + index}
              aria-current={from + index === ply ? 'step' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goTo(from + index);
              }}
            >
              {labelOf(from + index)}
              <StepMarkSign mark={analysis?.marks.get(from + index)} />
            </a>
          </li>
        ))}
      </ol>
      {analysis && <AnalysisSection {...{ analysis, ply, goTo, names }} />}
      {hasAddress && <ShareLink place={{ ply, onlooker }} />}
      {children}
    </section>
  );

  function labelOf(at: number): string {
    const step = moments[at]?.step;
    switch (step?.kind) {
      case 'acted': {
        const name = names[step.seat] ?? '';
        const told: unknown = happenedAt(rules, moments, at, 'all');
        const label = words?.step?.(told, language);
        return label === undefined ? name : `${name} · ${label}`;
      }
      case 'shuffled':
        return (
          words?.shuffled?.(viewOf(rules, moments[at]!, 'spectator'), language, names) ??
          t('shuffled')
        );
      case 'relieved':
        return t(`relieved.${step.reason}`, { name: names[step.seat] ?? '' });
      case 'returned':
        return t('returned', { name: names[step.seat] ?? '' });
      case 'proven':
        return t('proven');
      case 'forfeited':
        return t(`forfeited.${step.reason}`, { name: names[step.seat] ?? '' });
      default:
        return t('rang');
    }
  }
}
