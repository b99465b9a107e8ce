import { useState } from 'react';
import { levelOf, type Bid } from '@trellis/games/preferans/rules';
import { BidText } from '../table/SeatPlace';
import { useTableAtHand } from '../table/table-context';
import controls from './controls.module.css';

interface Props {
  readonly rows: readonly (readonly Bid[])[];
  /** Which can be pressed. */
  readonly open: readonly Bid[];
  readonly chosen: Bid | undefined;
  /** Tells those who listen which one is chosen. */
  readonly toggles?: boolean;
  readonly onChoose: (bid: Bid) => void;
}

/** Bids or contracts as a grid, a row a level. A phone shows nines and tens only when asked, or when nothing else is left. */
export function Ladder({ rows, open, chosen, toggles, onChoose }: Props) {
  const { say } = useTableAtHand();
  const [whole, setWhole] = useState(false);
  const isHigh = (bid: Bid) => bid === 'MB' || (levelOf(bid) ?? 0) > 8;
  const short = !whole && open.some((bid) => !isHigh(bid)) && open.some(isHigh);
  return (
    <div className={controls.ladder} data-short={short || undefined}>
      {rows.map((row) => {
        const dead = row.every((bid) => !open.includes(bid));
        return row.map((bid) => (
          <button
            key={bid}
            type="button"
            className={[
              controls.cell,
              row.length === 1 && controls.wide,
              row.length === 2 && controls.half,
              isHigh(bid) && controls.high,
              dead && controls.dead,
            ]
              .filter(Boolean)
              .join(' ')}
            data-bid={bid}
            disabled={!open.includes(bid)}
            aria-pressed={toggles || chosen === bid ? chosen === bid : undefined}
            onClick={() => onChoose(bid)}
          >
            <BidText bid={bid} />
          </button>
        ));
      })}
      <button
        type="button"
        className={`${controls.button} ${controls.higher}`}
        data-word="higher"
        onClick={() => setWhole(true)}
      >
        {say.higher}
      </button>
    </div>
  );
}
