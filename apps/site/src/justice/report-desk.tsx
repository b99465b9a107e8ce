'use client';

import type { PlayerAnswer, ReportAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { KeepApart } from '../people/keep-apart';
import { askClub, newKey } from '../personal/ask-club';
import { askMe, useMe } from '../personal/use-me';
import { WordsForm } from './words-form';
import styles from './justice.module.css';

const categories = ['cheating', 'stalling', 'abuse', 'profile', 'other'] as const;

interface Reported {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly gameId: string | null;
  readonly tableId: string | null;
  /** The talk that it is about. */
  readonly room: string | null;
  /** Of this report: sent again it is the same one. */
  readonly key: string;
}

/** Who, and over what, is in the address: `?players=…&game=…&table=…&room=…`. */
async function reported(): Promise<Reported> {
  const query = new URLSearchParams(window.location.search);
  const me = await askMe();
  const ids = (query.get('players') ?? '').split(',').filter((id) => id && id !== me?.player?.id);
  const found = await Promise.all(
    ids.slice(0, 8).map((id) => askClub<PlayerAnswer>('GET', `/api/players/${id}`)),
  );
  const people = found.flatMap((said) => (said.ok ? [said.answer.profile.player] : []));
  const over = (what: string) => query.get(what) || null;
  return {
    people,
    ...{ gameId: over('game'), tableId: over('table'), room: over('room') },
    key: newKey(),
  };
}

/** Tells the arbiters of a player. */
export function ReportDesk() {
  const t = useTranslations('justice');
  const me = useMe();
  const [about, setAbout] = useState<Reported>();
  const [who, setWho] = useState<string>();
  const [category, setCategory] = useState<(typeof categories)[number]>('abuse');
  const [sent, setSent] = useState(false);
  const [no, setNo] = useState<No>();
  useEffect(() => {
    let here = true;
    void askMe().then(async (known) => {
      const found = known?.player ? await reported() : undefined;
      if (here) setAbout(found);
    });
    return () => {
      here = false;
    };
  }, []);

  if (me && !me.player)
    return (
      <a className="button" href={signInPath('/report')} rel="nofollow">
        {t('signIn')}
      </a>
    );
  if (!about) return <p className="quiet">{t('asking')}</p>;
  const { people, gameId, tableId, room, key } = about;
  const player = people.length === 1 ? people[0]!.id : who;
  if (people.length === 0) return <p className="notice">{t('nobody')}</p>;
  if (sent)
    return (
      <section className="panel" role="status">
        <h2>{t('sentTitle')}</h2>
        <p>{t('sentText')}</p>
        <p>
          <a className="button plain" href="/justice">
            {t('toOwn')}
          </a>
        </p>
        {people
          .filter(({ id }) => id === player)
          .map((each) => (
            <KeepApart key={each.id} id={each.id} name={each.name} />
          ))}
      </section>
    );
  const send = async (text: string) => {
    const said = await askClub<ReportAnswer>('POST', '/api/justice/reports', {
      ...{ key, player, category, text },
      ...(gameId && { gameId }),
      ...(tableId && { tableId }),
      ...(room && { room }),
    });
    setNo(said.ok ? undefined : said);
    setSent(said.ok);
  };
  return (
    <div className={styles.form}>
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <fieldset className={styles.choices}>
        <legend>{t('who')}</legend>
        {people.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name="who" checked={player === id} onChange={() => setWho(id)} />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend>{t('about')}</legend>
        {categories.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="about"
              checked={category === each}
              onChange={() => setCategory(each)}
            />{' '}
            {t(`category.${each}`)}
          </label>
        ))}
      </fieldset>
      {gameId && <p className="quiet small">{t('evidence')}</p>}
      {(category === 'abuse' || room) && <p className="quiet small">{t('lines')}</p>}
      <WordsForm label={t('what')} hint={t('whatHint')} longest={1500}>
        {(words) => (
          <button
            type="button"
            className="button"
            disabled={!player || (category === 'other' && words.trim() === '')}
            onClick={() => void send(words)}
          >
            {t('send')}
          </button>
        )}
      </WordsForm>
    </div>
  );
}
