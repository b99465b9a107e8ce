'use client';

import type { Report, SanctionKind } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import styles from './justice.module.css';

const kinds = ['warning', 'chat-pause', 'rated-pause', 'exclusion'] as const;
/** In minutes. */
const durations = ['60', '1440', '4320', '10080', '43200', '525600'] as const;

/** What an arbiter decides of a report: the answer, a sanction, and whether the game loses its rating. */
export function DecisionForm({ report, onDecided }: { report: Report; onDecided: () => void }) {
  const t = useTranslations('justice');
  const id = useId();
  const [upheld, setUpheld] = useState(true);
  const [answer, setAnswer] = useState('');
  const [kind, setKind] = useState<SanctionKind | ''>('');
  const [minutes, setMinutes] = useState<(typeof durations)[number]>('1440');
  const [reason, setReason] = useState('');
  const [annuls, setAnnuls] = useState(false);
  const [annulReason, setAnnulReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No>();
  const isWhole =
    answer.trim() !== '' &&
    (!upheld || kind === '' || reason.trim() !== '') &&
    (!upheld || !annuls || annulReason.trim() !== '');

  const decide = async () => {
    setBusy(true);
    // First, because a report that is decided leaves the queue.
    const annulled =
      upheld && annuls
        ? await askClub('POST', `/api/arbiter/games/${report.gameId}/annulment`, {
            reason: annulReason,
          })
        : undefined;
    if (annulled?.ok === false && annulled.code !== 'not-rated') {
      setBusy(false);
      return setNo(annulled);
    }
    const sanction = upheld && kind !== '' ? { kind, minutes: Number(minutes), reason } : undefined;
    const said = await askClub('POST', `/api/arbiter/reports/${report.id}/decision`, {
      ...{ upheld, answer, ...(sanction && { sanction }) },
    });
    setBusy(false);
    if (said.ok) onDecided();
    else setNo(said);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <h3>{t('decision')}</h3>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('decision')}</legend>
        {([true, false] as const).map((each) => (
          <label key={String(each)}>
            <input
              type="radio"
              name={`${id}-upheld`}
              checked={upheld === each}
              onChange={() => setUpheld(each)}
            />{' '}
            {t(each ? 'upheld' : 'dismissed')}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span className={styles.label}>{t('answer')}</span>
        <span className="quiet small">{t('answerHint')}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={1000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
      {upheld && (
        <>
          <label className="field">
            <span className={styles.label}>{t('sanction')}</span>
            <select
              className="input"
              value={kind}
              onChange={(event) => setKind(event.target.value as SanctionKind | '')}
            >
              <option value="">{t('noSanction')}</option>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`kind.${each}`)}
                </option>
              ))}
            </select>
          </label>
          {kind !== '' && (
            <>
              <p className="quiet small">{t(`meaning.${kind}`)}</p>
              {kind !== 'warning' && (
                <label className="field">
                  <span className={styles.label}>{t('lasts')}</span>
                  <select
                    className="input"
                    value={minutes}
                    onChange={(event) =>
                      setMinutes(event.target.value as (typeof durations)[number])
                    }
                  >
                    {durations.map((each) => (
                      <option key={each} value={each}>
                        {t(`duration.${each}`)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <label className="field">
                <span className={styles.label}>{t('reason')}</span>
                <textarea
                  className="input"
                  rows={2}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </label>
            </>
          )}
          {report.gameId !== null && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={annuls}
                onChange={(event) => setAnnuls(event.target.checked)}
              />{' '}
              <span>{t('annul')}</span>
            </label>
          )}
          {annuls && (
            <label className="field">
              <span className={styles.label}>{t('annulReason')}</span>
              <textarea
                className="input"
                rows={2}
                maxLength={500}
                value={annulReason}
                onChange={(event) => setAnnulReason(event.target.value)}
              />
            </label>
          )}
        </>
      )}
      <button className="button" type="submit" disabled={!isWhole || busy}>
        {t('decide')}
      </button>
    </form>
  );
}
