import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Card } from '@trellis/games/preferans/rules';
import { CardFace } from '../cards/card-face';
import { cardName } from '../messages/names';
import { useTableAtHand } from '../table/table-context';
import { cardAfterKey, fanOf } from './fan';
import styles from './hand.module.css';

interface Props {
  readonly cards: readonly Card[];
  readonly label: string;
  /** The own hand is a fan; others lie open in a row. */
  readonly kind: 'own' | 'open';
  /** What can be chosen now; undefined when cards are only to be looked at. */
  readonly playable?: readonly Card[];
  /** Chosen in advance, for the discard, or lifted by a first tap. */
  readonly chosen?: readonly Card[];
  /** To be marked: what came from the talon. */
  readonly fresh?: readonly Card[];
  /** Dims what cannot be chosen and lifts what can. */
  readonly marksLegal?: boolean;
  /** A choice that another press takes back. */
  readonly toggles?: boolean;
  /** These cards have just been dealt. */
  readonly dealt?: boolean;
  readonly onChoose?: (card: Card) => void;
}

/** Cards face up. One of them takes part in the order of the Tab key, the arrow keys lead to the others. */
export function Hand(props: Props) {
  const { cards, label, kind, playable, chosen = [], fresh = [], marksLegal, toggles } = props;
  const { lang } = useTableAtHand();
  const [current, setCurrent] = useState<Card>();
  const list = useRef<HTMLUListElement>(null);
  const focusable =
    current && cards.includes(current)
      ? current
      : (cards.find((card) => playable?.includes(card)) ?? cards[0]);
  const fan = fanOf(cards.length);

  // A card that is played takes the focus with it: it comes back to the hand.
  const hadFocus = useRef(false);
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [cards]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cards.findIndex((card) => card === (event.target as HTMLElement).dataset['card']);
    const to = at < 0 ? undefined : cardAfterKey(at, cards.length, event.key);
    if (to === undefined) return;
    event.preventDefault(); // the page must not scroll
    list.current?.querySelector<HTMLElement>(`[data-card="${cards[to]}"]`)?.focus();
  }

  return (
    <ul
      ref={list}
      className={styles.hand}
      data-kind={kind}
      data-dealt={props.dealt || undefined}
      data-crowded={cards.length > 10 || undefined}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => (hadFocus.current = event.relatedTarget === null && hadFocus.current)}
    >
      {cards.map((card, at) => {
        const legal = playable?.includes(card) ?? false;
        const place = fan[at]!;
        return (
          <li
            key={card}
            className={styles.place}
            style={
              {
                '--turn': `${place.turn}deg`,
                '--drop': place.drop,
                '--pair': Math.floor(at / 2),
              } as CSSProperties
            }
          >
            <button
              type="button"
              className={styles.card}
              data-card={card}
              data-legal={marksLegal ? legal : undefined}
              data-chosen={chosen.includes(card) || undefined}
              data-fresh={fresh.includes(card) || undefined}
              // Not `disabled`: who listens must be able to reach every card.
              aria-disabled={!legal}
              aria-pressed={toggles && legal ? chosen.includes(card) : undefined}
              tabIndex={card === focusable ? 0 : -1}
              onFocus={() => setCurrent(card)}
              onClick={() => legal && props.onChoose?.(card)}
            >
              <span className={styles.name}>{cardName(lang, card)}</span>
              <CardFace card={card} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
