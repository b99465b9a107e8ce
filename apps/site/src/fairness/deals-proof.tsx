'use client';

import type { GameRecord } from '@trellis/facade';
import { dealFormat } from '@trellis/games/kit';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { saveFile } from '../replay/save-file';
import { usePlayerName } from '../ui/use-player-name';
import { seenDeal } from './seen-deals';
import styles from './deals-proof.module.css';
import { canVerify, verifyDeals, type Fault, type Seen, type Verdict } from './verify-deals';

type Checked = { readonly verdict: Verdict | undefined; readonly seen: Seen | undefined };

/** Every deck of the game, drawn again in the reader's own browser. Nothing where nothing was shuffled. */
export function DealsProof({ game }: { game: GameRecord }) {
  const t = useTranslations('fairDeal');
  const called = usePlayerName();
  const [checked, setChecked] = useState<Checked | 'cannot'>();
  const { id, fairness, steps } = game;
  const shuffles = steps.flatMap((step) => (step.kind === 'shuffled' ? [step.order] : []));

  useEffect(() => {
    let wanted = true;
    const seen = seenDeal(id);
    const checking = canVerify()
      ? verifyDeals({ id, fairness, steps }, seen).then((verdict) => ({ verdict, seen }))
      : Promise.resolve('cannot' as const);
    void checking.then((result) => {
      if (wanted) setChecked(result);
    });
    return () => {
      wanted = false;
    };
  }, [id, fairness, steps]);

  if (shuffles.length === 0) return null;
  if (!fairness)
    return (
      <section className="panel" aria-labelledby="deals">
        <h2 id="deals">{t('deals')}</h2>
        <p className={styles.after}>{t('old')}</p>
      </section>
    );
  const download = () => {
    const proof = { format: dealFormat, id, game: game.game, fairness, shuffles };
    saveFile(`deals-${id}.json`, JSON.stringify(proof, null, 1));
  };
  return (
    <section className="panel" aria-labelledby="deals">
      <h2 id="deals">{t('deals')}</h2>
      <div role="status" className={styles.verdict}>
        {checked === undefined ? (
          <p>{t('checking')}</p>
        ) : checked === 'cannot' ? (
          <p>{t('cannot')}</p>
        ) : (
          checked.verdict && <VerdictWords {...checked} verdict={checked.verdict} />
        )}
      </div>
      <details className={styles.after}>
        <summary>{t('details')}</summary>
        <dl className={styles.facts}>
          <dt>{t('commitment')}</dt>
          <dd>
            <code>{fairness.commitment}</code>
          </dd>
          <dt>{t('secret')}</dt>
          <dd>
            <code>{fairness.secret}</code>
          </dd>
          {fairness.contributions.map((contribution, seat) => (
            <div key={seat}>
              <dt>{t('contributionOf', { seat: seat + 1, name: nameAt(seat) })}</dt>
              <dd>{contribution ? <code>{contribution}</code> : t('none')}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className={styles.ways}>
        <button type="button" className="button plain" onClick={download}>
          {t('download')}
        </button>
        <a href="/fairness">{t('more')}</a>
      </p>
    </section>
  );

  function nameAt(seat: number): string {
    const player = game.seats[seat]?.player;
    return player ? called(player) : t('computer');
  }
}

function VerdictWords({ verdict, seen }: { verdict: Verdict; seen: Seen | undefined }) {
  const t = useTranslations('fairDeal');
  const { faults, checked, before } = verdict;
  if (faults.length > 0)
    return (
      <>
        <p className={styles.wrong}>✗ {t('wrong')}</p>
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>{faultWords(fault)}</li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <p className={styles.right}>✓ {t('right', { count: checked })}</p>
      {seen && <p>{t(seen.contribution ? 'seenBoth' : 'seen')}</p>}
      {before > 0 && <p>{t('before', { count: before })}</p>}
    </>
  );

  function faultWords(fault: Fault): string {
    return fault.kind === 'shuffle'
      ? t('fault.shuffle', { shuffle: fault.shuffle })
      : t(`fault.${fault.kind}`);
  }
}
