import type { CSSProperties } from 'react';
import type { Seat } from '@trellis/games/kit';
import type { ActiveSeats } from './trick-order';
import type { PlayedTrick } from '@trellis/games/preferans/rules';
import { CardFace } from '../cards/card-face';
import { cardName } from '../messages/names';
import { seatsOfTrick } from './trick-order';
import { useTableAtHand } from './table-context';
import styles from './trick.module.css';

interface Props {
  readonly trick: PlayedTrick;
  readonly order: ActiveSeats;
  /** It is over and on its way to whoever took it. */
  readonly leaving?: boolean;
  /** The next trick has begun above it. */
  readonly covered?: boolean;
}

/** The cards of one trick, each in front of whoever played it; the talon's in the middle. */
export function Trick({ trick, order, leaving, covered }: Props) {
  const { lang, say, names, places } = useTableAtHand();
  const seats = seatsOfTrick(order, trick);
  const describe = (card: string, seat: Seat | undefined) =>
    `${seat === undefined ? say.talon : names[seat]}: ${card}`;
  return (
    <ul
      className={styles.trick}
      data-leaving={(leaving && places[trick.owner!]) || undefined}
      data-covered={covered || undefined}
      aria-label={say.trick}
      aria-hidden={leaving || undefined}
    >
      {trick.talon && (
        <li className={styles.card} data-from="talon">
          <span className={styles.name}>{describe(cardName(lang, trick.talon), undefined)}</span>
          <CardFace card={trick.talon} />
        </li>
      )}
      {trick.cards.map((card, at) => (
        <li
          key={card}
          className={styles.card}
          data-from={places[seats[at]!]}
          style={{ '--at': at } as CSSProperties}
        >
          <span className={styles.name}>{describe(cardName(lang, card), seats[at])}</span>
          <CardFace card={card} />
        </li>
      ))}
    </ul>
  );
}
