'use client';

import { games } from '@trellis/games/catalog/games';
import type { AnyGame, ReadGame } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type ChangeEvent, type FormEvent } from 'react';
import { faceOf, gameName } from '../games';
import { ReplayPlayer } from '../replay/replay-player';
import { useReplayWords } from '../replay/use-replay-words';
import { longestRecord, readText, type Reading } from './read-text';
import styles from './record-reader.module.css';

const withNotation = games.filter(({ notation }) => notation !== undefined);

/** Takes a record from a file or from what is pasted, and shows the game. Nothing leaves the browser. */
export function RecordReader() {
  const t = useTranslations('records');
  const language = useLocale();
  const [rules, setRules] = useState<AnyGame | undefined>(withNotation[0]);
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading>();
  if (!rules) return null;

  const namesOf = ({ players, conventions }: ReadGame) =>
    players ??
    Array.from({ length: rules.seats(conventions) }, (_, seat) => t('seat', { number: seat + 1 }));
  const look = (record: string) => {
    // The place in the last replay means nothing in this one.
    window.history.replaceState(window.history.state, '', '#0');
    setReading(readText(rules, record));
  };
  const onFile = async (file: File) => {
    if (file.size > longestRecord * 4) return setReading({ kind: 'too-long' });
    const record = await file.text();
    setText(record);
    look(record);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    look(text);
  };

  return (
    <>
      <form className={`panel ${styles.reader}`} onSubmit={onSubmit}>
        <label className="field">
          <span>{t('game')}</span>
          <select
            className="input"
            value={rules.name}
            onChange={(event) => {
              setRules(withNotation.find(({ name }) => name === event.target.value));
              setReading(undefined);
            }}
          >
            {withNotation.map(({ name }) => (
              <option key={name} value={name}>
                {gameName(name, language)}
              </option>
            ))}
          </select>
        </label>
        <FileField onFile={(file) => void onFile(file)} />
        <label className="field">
          <span>{t('text')}</span>
          <textarea
            className="input"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={text.trim() === ''}>
          {t('look')}
        </button>
        <div role="status">
          {reading?.kind === 'read' && <p>{t('shown')}</p>}
          {reading?.kind === 'too-long' && <p className={styles.refused}>{t('tooLong')}</p>}
          {reading?.kind === 'damaged' && <Damaged rules={rules} {...reading} />}
        </div>
      </form>
      {reading?.kind === 'read' && (
        <ReplayPlayer rules={rules} moments={reading.game.moments} names={namesOf(reading.game)} />
      )}
    </>
  );
}

/** The browser's own button would speak the browser's language; this one speaks the page's. */
function FileField({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('records');
  const [name, setName] = useState<string>();
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file, mended meanwhile, may be chosen again.
    target.value = '';
    if (!file) return;
    setName(file.name);
    onFile(file);
  };
  return (
    <div className="field">
      <span id="record-file">{t('file')}</span>
      <div className={styles.file}>
        <label className={`button plain ${styles.choose}`}>
          <input
            className="visually-hidden"
            type="file"
            accept=".json,.txt,application/json,text/plain"
            aria-describedby="record-file record-file-name"
            onChange={onChange}
          />
          {t('choose')}
        </label>
        <span id="record-file-name" className="quiet">
          {name ?? t('noFile')}
        </span>
      </div>
    </div>
  );
}

function Damaged({ rules, at, rule }: { rules: AnyGame; at: string; rule?: string }) {
  const t = useTranslations('records');
  const language = useLocale();
  const words = useReplayWords(faceOf(rules.name));
  const place = words?.place?.(at, language) ?? at;
  return (
    <p className={styles.refused}>
      {t('damaged', { place })} {rule !== undefined && t('breaksRule', { rule })}
    </p>
  );
}
