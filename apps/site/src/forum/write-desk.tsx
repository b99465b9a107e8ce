'use client';

import { sectionsOf } from '@trellis/forum';
import type { Place } from '@trellis/facade';
import type { DraftsAnswer, ThreadStarted } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { No } from '../live/club-socket';
import { signInPath } from '../live/parts/member-action';
import { RefusalNote } from '../live/parts/refusal-note';
import { askMe, useMe } from '../personal/use-me';
import { When } from '../ui/when';
import { Composer } from './composer';
import { newKey } from '../personal/ask-club';
import { askForum } from './forum-api';
import { sectionName, threadPath } from './section-names';
import styles from './desk.module.css';

type Draft = DraftsAnswer['drafts'][number];

/** A new thread: where, under what title, its first text; and what was begun before. */
export function WriteDesk({ place }: { place: Place }) {
  const t = useTranslations('forum');
  const me = useMe();
  const sections = sectionsOf(place).filter(
    (section) => place === 'forum' || section !== 'club' || me?.player?.editor,
  );
  const [section, setSection] = useState<string>();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [saved, setSaved] = useState(false);
  const [no, setNo] = useState<No>();
  const key = useRef<string>(undefined);
  const draft = useRef<string>(undefined);

  const readDrafts = async () => {
    if (!(await askMe())?.player) return;
    const said = await askForum<DraftsAnswer>('GET', 'drafts');
    if (said.ok) setDrafts(said.answer.drafts.filter((each) => each.place === place));
  };
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askForum<DraftsAnswer>('GET', 'drafts');
      if (here && said.ok) setDrafts(said.answer.drafts.filter((each) => each.place === place));
    })();
    return () => {
      here = false;
    };
  }, [place]);

  if (me === undefined) return <p className="quiet">{t('asking')}</p>;
  if (!me?.player)
    return (
      <a className="button" href={signInPath(`/${place}/write`)} rel="nofollow">
        {t('signInToWrite')}
      </a>
    );

  const asked = new URLSearchParams(window.location.search).get('section') ?? '';
  const chosen = section ?? (sections.includes(asked) ? asked : (sections.at(-1) ?? ''));
  const written = { place, section: chosen, title, markdown: text };

  const publish = async () => {
    key.current ??= newKey();
    const said = await askForum<ThreadStarted>('POST', 'threads', {
      ...written,
      key: key.current,
      ...(draft.current && { draft: draft.current }),
    });
    if (said.ok) window.location.assign(threadPath({ id: said.answer.id, place }));
    else setNo(said);
  };
  const keep = async () => {
    draft.current ??= newKey();
    const said = await askForum('PUT', `drafts/${draft.current}`, written);
    setSaved(said.ok);
    setNo(said.ok ? undefined : said);
    await readDrafts();
  };
  const drop = async (id: string) => {
    const said = await askForum('DELETE', `drafts/${id}`);
    if (!said.ok) return setNo(said);
    if (draft.current === id) draft.current = undefined;
    await readDrafts();
  };
  const goOn = (each: Draft) => {
    draft.current = each.id;
    key.current = undefined;
    setSection(each.section);
    setTitle(each.title);
    setText(each.markdown);
    setSaved(false);
  };

  return (
    <>
      {sections.length > 1 && (
        <div className="field">
          <label htmlFor="section">{t('sectionLabel')}</label>
          <select
            id="section"
            className="input"
            value={chosen}
            onChange={(event) => setSection(event.target.value)}
          >
            {sections.map((each) => (
              <option key={each} value={each}>
                {sectionName(t, place, each)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label htmlFor="title">{t('titleLabel')}</label>
        <input
          id="title"
          className="input"
          value={title}
          maxLength={120}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <Composer
        text={text}
        onText={(next) => {
          setText(next);
          setSaved(false);
        }}
        label={t('yourText')}
        send={t('publish')}
        onSend={publish}
        rows={14}
      />
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <p className={styles.follow} role="status">
        <button
          type="button"
          className="button plain"
          disabled={text.trim() === '' && title.trim() === ''}
          onClick={() => void keep()}
        >
          {t('keepDraft')}
        </button>{' '}
        {saved && t('draftKept')}
      </p>
      {drafts.length > 0 && (
        <section className={styles.drafts} aria-labelledby="drafts">
          <h2 id="drafts">{t('drafts')}</h2>
          <ul className={styles.found}>
            {drafts.map((each) => (
              <li key={each.id} className={styles.links}>
                <button type="button" onClick={() => goOn(each)}>
                  {each.title || t('untitled')}
                </button>
                <span className="quiet small">
                  <When at={each.savedAt} />
                </span>
                <button type="button" onClick={() => void drop(each.id)}>
                  {t('dropDraft')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
