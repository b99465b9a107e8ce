'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { No } from '../live/club-socket';
import { ModalDialog } from '../live/parts/modal-dialog';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from './ask-club';
import styles from './your-data.module.css';

interface Props {
  /** As the account has it; undefined for somebody who is banned, whom the club tells nothing but why. */
  readonly name: string | undefined;
  readonly onClose: () => void;
}

/** Says what becomes of what, and deletes the account for whoever types his name. */
export function DeleteAccount({ name, onClose }: Props) {
  const t = useTranslations('yourData');
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'asks' | 'busy' | 'gone'>('asks');
  const [no, setNo] = useState<No>();

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    const said = await askClub('POST', '/api/me/deletion', { name: typed });
    setNo(said.ok ? undefined : said);
    setState(said.ok ? 'gone' : 'asks');
  };
  const leave = () => window.location.assign('/');

  if (state === 'gone')
    return (
      <ModalDialog title={t('gone')} onClose={leave}>
        <button type="button" className="button" onClick={leave}>
          {t('toStart')}
        </button>
      </ModalDialog>
    );
  return (
    <ModalDialog title={t('deleteTitle')} onClose={onClose}>
      <ul className={styles.text}>
        <li>{t('goes')}</li>
        <li>{t('stays')}</li>
        {name === undefined && <li>{t('asBanned')}</li>}
        <li>{t('grace')}</li>
      </ul>
      <form className={styles.form} onSubmit={(event) => void remove(event)}>
        <div className="field">
          <label htmlFor="own-name">
            {name === undefined ? t('typeYourName') : t('typeName', { name })}
          </label>
          <input
            id="own-name"
            className="input"
            required
            maxLength={200}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <RefusalNote no={no} onClose={() => setNo(undefined)} />
        <div className={styles.ways}>
          <button type="submit" className="button" disabled={state === 'busy'}>
            {t('deleteForGood')}
          </button>
          <button type="button" className="button plain" onClick={onClose}>
            {t('keep')}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
