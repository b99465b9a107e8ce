'use client';

import { useState } from 'react';
import type { Lang } from '@trellis/games/kit';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import styles from './analysis.module.css';
import { ResultGraph } from './ResultGraph';
import { runningResults } from './summary';
import { analysisWords } from './words';

/** Expected and actual result over the game: of one player as a graph, of all as a table. */
export function Results(props: {
  readonly findings: readonly DealFinding[];
  readonly names: readonly string[];
  readonly lang: Lang;
}) {
  const { findings, names, lang } = props;
  const say = analysisWords[lang];
  const [seat, setSeat] = useState(0);
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: 'negative' });
  const running = names.map((_, each) => runningResults(findings, each));
  return (
    <section aria-label={say.results}>
      <h3>{say.results}</h3>
      <label className={styles.whose}>
        <span>{say.whose}</span>
        <select
          className="input"
          value={seat}
          onChange={(event) => setSeat(Number(event.target.value))}
        >
          {names.map((name, each) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ResultGraph points={running[seat] ?? []} name={names[seat] ?? ''} lang={lang} />
      <p className={styles.note}>{say.resultsNote}</p>
      <details>
        <summary>{say.asTable}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.results}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {say.deal}
                </th>
                {names.map((name, each) => (
                  <th key={each} scope="colgroup" colSpan={2}>
                    {name}
                  </th>
                ))}
              </tr>
              <tr>
                {names.map((_, each) => [
                  <th key={`${each} actual`} scope="col">
                    {say.actual}
                  </th>,
                  <th key={`${each} expected`} scope="col">
                    {say.expected}
                  </th>,
                ])}
              </tr>
            </thead>
            <tbody>
              {findings.map(({ no }, at) => (
                <tr key={no}>
                  <th scope="row">{no}</th>
                  {running.map((points, each) => [
                    <td key={`${each} actual`}>{whole.format(points[at]!.actual)}</td>,
                    <td key={`${each} expected`}>{whole.format(points[at]!.expected)}</td>,
                  ])}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
