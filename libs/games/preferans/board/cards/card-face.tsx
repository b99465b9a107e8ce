import { suitOf, type Card, type Rank } from '@trellis/games/preferans/rules';
import { SuitSign, SuitUse } from './suit-sign';
import styles from './card.module.css';

/** Where the signs of a number card stand in a field of 100 by 140, as on every pack. */
const columns = { left: 34, middle: 50, right: 66 } as const;
const rows = [26, 55.33, 84.67, 114] as const;
type Place = readonly [x: number, y: number];

const both = (y: number): Place[] => [
  [columns.left, y],
  [columns.right, y],
];
const six = [...both(rows[0]), ...both(70), ...both(rows[3])];
const eightSides = rows.flatMap(both);

const pips: Readonly<Partial<Record<Rank, readonly Place[]>>> = {
  7: [...six, [columns.middle, 48]],
  8: [...six, [columns.middle, 48], [columns.middle, 92]],
  9: [...eightSides, [columns.middle, 70]],
  T: [...eightSides, [columns.middle, 40.67], [columns.middle, 99.33]],
};

const rankSign = (card: Card): string => (card[0] === 'T' ? '10' : card[0]!);

/** The face of a card. Pictures are files of their own, fetched when one is first shown. */
export function CardFace({ card }: { readonly card: Card }) {
  const suit = suitOf(card);
  const rank = card[0] as Rank;
  const court = rank === 'J' || rank === 'Q' || rank === 'K';
  return (
    <span className={styles.face} data-suit={suit} aria-hidden="true">
      <Index card={card} />
      {court ? (
        <span className={`${styles.court} ${styles[card]}`} />
      ) : (
        <svg className={styles.pips} viewBox="0 0 100 140">
          {rank === 'A' ? (
            <SuitUse suit={suit} x={50} y={70} size={suit === 'S' ? 66 : 46} />
          ) : (
            pips[rank]!.map(([x, y]) => (
              <SuitUse key={`${x} ${y}`} suit={suit} x={x} y={y} size={23} turned={y > 70} />
            ))
          )}
        </svg>
      )}
      <span className={styles.large}>
        <SuitSign suit={suit} />
      </span>
      <Index card={card} turned />
    </span>
  );
}

function Index({ card, turned }: { readonly card: Card; readonly turned?: boolean }) {
  return (
    <span className={styles.index} data-turned={turned} data-ten={card[0] === 'T' || undefined}>
      <span>{rankSign(card)}</span>
      <SuitSign suit={suitOf(card)} />
    </span>
  );
}

export function CardBack() {
  return <span className={styles.back} aria-hidden="true" />;
}
