'use client';

import type { GameRecord, PlayerCard } from '@trellis/facade';
import type { FeedbackTag, GivenFeedbackAnswer, Mark } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { No } from '../live/club-socket';
import { RefusalNote } from '../live/parts/refusal-note';
import { askClub } from '../personal/ask-club';
import { askMe, useMe } from '../personal/use-me';
import { PlayerLink } from '../ui/player-link';
import { ReportLink } from './report-link';
import styles from './justice.module.css';

const marks = ['positive', 'neutral', 'negative'] as const;
const tags = {
  positive: ['friendly', 'good-play', 'patient'],
  neutral: [],
  negative: ['slow', 'rude', 'left-early'],
} as const satisfies Record<Mark, readonly FeedbackTag[]>;

type Given = GivenFeedbackAnswer['given'];

/** How it was to play with each of the others, once each; and the way to the arbiters. For members. */
export function AfterGame({ game }: { game: Pick<GameRecord, 'id' | 'seats'> }) {
  const t = useTranslations('justice');
  const me = useMe();
  const [given, setGiven] = useState<Given>();
  const [no, setNo] = useState<No>();
  const path = `/api/justice/games/${game.id}/feedback` as const;
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<GivenFeedbackAnswer>('GET', path);
      if (here && said.ok) setGiven(said.answer.given);
    })();
    return () => {
      here = false;
    };
  }, [path]);

  const people = game.seats.flatMap(({ player }) => player ?? []);
  const others = people.filter(({ id, former }) => id !== me?.player?.id && !former);
  if (!me?.player || !given || others.length === 0) return null;
  const played = people.some(({ id }) => id === me.player?.id);
  const give = async (player: PlayerCard, mark: Mark, chosen: readonly FeedbackTag[]) => {
    const asked = { player: player.id, mark, tags: chosen };
    const said = await askClub<GivenFeedbackAnswer>('POST', path, asked);
    if (said.ok) setGiven(said.answer.given);
    setNo(said.ok ? undefined : said);
  };
  return (
    <section className="panel" id="feedback" aria-labelledby="after-game">
      <h2 id="after-game">{t('feedbackTitle')}</h2>
      {played && <p className="quiet small">{t('feedbackHint')}</p>}
      <RefusalNote no={no} onClose={() => setNo(undefined)} />
      <ul className={styles.rows}>
        {others.map((player) => (
          <li key={player.id} className={styles.opponent}>
            <strong>
              <PlayerLink player={player} />
            </strong>
            {played && (
              <Opinion
                given={given.find((each) => each.player === player.id)}
                onGive={(mark, chosen) => void give(player, mark, chosen)}
              />
            )}
            <ReportLink player={player} gameId={game.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OpinionProps {
  readonly given: Given[number] | undefined;
  readonly onGive: (mark: Mark, tags: readonly FeedbackTag[]) => void;
}

function Opinion({ given, onGive }: OpinionProps) {
  const t = useTranslations('justice');
  const [mark, setMark] = useState<Mark>();
  const [chosen, setChosen] = useState<readonly FeedbackTag[]>([]);
  if (given)
    return (
      <p role="status" className={styles.head}>
        <span data-mark={given.mark}>{t(`mark.${given.mark}`)}</span>
        {given.tags.map((tag) => (
          <span key={tag} className="quiet">
            {t(`tag.${tag}`)}
          </span>
        ))}
        <span className="quiet">{t('thanks')}</span>
      </p>
    );
  const toggle = (tag: FeedbackTag) =>
    setChosen(chosen.includes(tag) ? chosen.filter((each) => each !== tag) : [...chosen, tag]);
  return (
    <>
      <div className={styles.buttons}>
        {marks.map((each) => (
          <button
            key={each}
            type="button"
            className="button plain"
            aria-pressed={mark === each}
            onClick={() => {
              setMark(each);
              setChosen([]);
            }}
          >
            {t(`mark.${each}`)}
          </button>
        ))}
      </div>
      {mark && (
        <div className={styles.buttons}>
          {tags[mark].map((tag) => (
            <button
              key={tag}
              type="button"
              className={styles.tag}
              aria-pressed={chosen.includes(tag)}
              onClick={() => toggle(tag)}
            >
              {t(`tag.${tag}`)}
            </button>
          ))}
          <button type="button" className="button" onClick={() => onGive(mark, chosen)}>
            {t('send')}
          </button>
        </div>
      )}
    </>
  );
}
