import type { ReactNode } from 'react';
import type { Card } from '@trellis/games/preferans/rules';
import { CardBack, CardFace } from '../cards/card-face';
import { cardName } from '../messages/names';
import { resultInWords } from '../sheet/result-in-words';
import { Trick } from './Trick';
import { lastTrickOf, runningTrick } from './trick-order';
import { useTableAtHand } from './table-context';
import styles from './centre.module.css';

interface Props {
  /** What is asked of the viewer now. */
  readonly children: ReactNode;
  readonly onLastDeal: () => void;
}

/** The middle of the table: the trick or the talon, and over it what the viewer is asked. */
export function Centre({ children, onLastDeal }: Props) {
  const { view, viewer, say, names, lang } = useTableAtHand();
  const { deal, last } = view;
  const starts = !deal || (!deal.won && !deal.play && deal.auction.length < 3);
  const tricks = deal?.play?.tricks ?? (starts ? (last?.tricks ?? []) : []);
  const order = deal?.play ? deal.order : last?.order;
  const playing = deal?.play !== undefined;
  // What lay on the table when a deal was broken off is gone: what is told of it stands there.
  const running = playing ? runningTrick(tricks) : undefined;
  const leaving = lastTrickOf(tricks);
  const showsTalon = deal && !playing && deal.talon.length > 0;
  const leads = playing && !deal.won && !running?.[1].talon ? nextTalonCard() : undefined;

  function nextTalonCard(): Card | undefined {
    const done = tricks.filter(({ owner }) => owner !== undefined).length;
    return running ? undefined : deal!.talon[done];
  }

  return (
    <div className={styles.centre} data-playing={playing || undefined}>
      {order && (leaving || running || leads) && (
        <div className={styles.tricks} data-behind={!playing || undefined}>
          {leaving && (
            <Trick
              key={`${playing} ${leaving[0]}`}
              trick={leaving[1]}
              order={order}
              leaving
              covered={running !== undefined || leads !== undefined}
            />
          )}
          {(running || leads) && (
            <Trick
              key={`${playing} ${running?.[0] ?? 'talon'}`}
              trick={running?.[1] ?? { leader: order[0], cards: [], talon: leads! }}
              order={order}
            />
          )}
        </div>
      )}
      <div className={styles.over}>
        {starts && last && (
          <p className={styles.before}>
            <span>
              {last.outcome ? resultInWords(last.outcome, last.order, lang, names) : say.void}
            </span>{' '}
            <button type="button" className={styles.link} onClick={onLastDeal}>
              {say.details}
            </button>
          </p>
        )}
        {showsTalon && (
          <Talon cards={deal.talon} taken={deal.won?.declarer === viewer && !deal.contract} />
        )}
        {children}
      </div>
    </div>
  );
}

/** Two cards that turn over before everybody's eyes. */
function Talon({ cards, taken }: { readonly cards: readonly Card[]; readonly taken: boolean }) {
  const { say, lang } = useTableAtHand();
  return (
    <ul className={styles.talon} data-taken={taken || undefined} aria-label={say.talon}>
      {cards.map((card) => (
        <li key={card}>
          <span className={styles.spoken}>{cardName(lang, card)}</span>
          <span className={styles.flip}>
            <CardBack />
            <CardFace card={card} />
          </span>
        </li>
      ))}
    </ul>
  );
}
