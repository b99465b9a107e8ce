import type { Strain, Suit } from '@trellis/games/preferans/rules';
import styles from './card.module.css';

// The four signs of Adrian Kennard's deck (docs/licences.md), in a square of 1200 around 0, 0.
const shapes: Readonly<Record<Suit, string>> = {
  S: 'M0-500c100 250 355 400 355 685a150 150 0 0 1-300 0 10 10 0 0 0-20 0c0 200 50 215 95 315h-260c45-100 95-115 95-315a10 10 0 0 0-20 0 150 150 0 0 1-300 0c0-285 255-435 355-685Z',
  C: 'M30 150c5 235 55 250 100 350h-260c45-100 95-115 100-350a10 10 0 0 0-20 0 210 210 0 1 1-74-201 10 10 0 0 0 14-14 230 230 0 1 1 220 0 10 10 0 0 0 14 14 210 210 0 1 1-74 201 10 10 0 0 0-20 0Z',
  D: 'M-400 0C-350 0 0-450 0-500 0-450 350 0 400 0 350 0 0 450 0 500 0 450-350 0-400 0Z',
  H: 'M0-300c0-100 100-200 200-200s200 100 200 250C400 0 0 400 0 500 0 400-400 0-400-250c0-150 100-250 200-250S0-400 0-300Z',
};

const idOf = (suit: Suit) => `preferans-${suit}`;

/** Once on a page: what every sign refers to. */
export function SuitShapes() {
  return (
    <svg className={styles.shapes} aria-hidden="true">
      {(Object.keys(shapes) as Suit[]).map((suit) => (
        <symbol key={suit} id={idOf(suit)} viewBox="-600 -600 1200 1200">
          <path d={shapes[suit]} />
        </symbol>
      ))}
    </svg>
  );
}

/** One sign inside a drawing. */
export function SuitUse(props: {
  readonly suit: Suit;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turned?: boolean;
}) {
  const { suit, x, y, size, turned } = props;
  return (
    <use
      href={`#${idOf(suit)}`}
      x={x - size / 2}
      y={y - size / 2}
      width={size}
      height={size}
      transform={turned ? `rotate(180 ${x} ${y})` : undefined}
    />
  );
}

/** A sign in a line of text; nothing for no trump, which has words. */
export function SuitSign({ suit }: { readonly suit: Strain }) {
  if (suit === 'N') return null;
  return (
    <svg className={styles.sign} data-suit={suit} viewBox="-600 -600 1200 1200" aria-hidden="true">
      <use href={`#${idOf(suit)}`} x={-600} y={-600} width={1200} height={1200} />
    </svg>
  );
}
