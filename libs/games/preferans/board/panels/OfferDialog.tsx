import { useState } from 'react';
import type { Seat } from '@trellis/games/kit';
import { offersLeft } from '../table/standing';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import { missingIn, restAmong, restTo, stepped } from './split-of-tricks';
import styles from './parts.module.css';

/** Ends a deal whose rest is clear: all mine, all yours, or any split of the tricks. */
export function OfferDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, viewer, say, names, onAct, busy } = useTableAtHand();
  const deal = view.deal!;
  const { taken } = deal.play!;
  const me = viewer as Seat;
  const declarer = deal.won?.declarer;
  const [tricks, setTricks] = useState<readonly number[]>(taken);
  // Against a declarer the rest is his; otherwise it is divided among the others.
  const others =
    declarer !== undefined && declarer !== me
      ? [declarer]
      : deal.order.filter((seat) => seat !== me);
  const left = missingIn(tricks);
  const shows = view.conventions.claimExposes && declarer === me;

  return (
    <Dialog title={say.offer} onClose={onClose}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.button}
          onClick={() => setTricks(restTo(taken, me))}
        >
          {say.restMine}
        </button>
        <button
          type="button"
          className={styles.button}
          onClick={() => setTricks(restAmong(taken, others))}
        >
          {say.restYours}
        </button>
      </div>
      <div role="group" aria-label={say.split} className={styles.split}>
        {deal.order.map((seat) => (
          <SplitRow
            key={seat}
            name={names[seat] ?? ''}
            tricks={tricks[seat]!}
            fewer={stepped(tricks, taken, seat, -1)}
            more={stepped(tricks, taken, seat, 1)}
            onStep={setTricks}
          />
        ))}
      </div>
      <p role="status">{say.splitHint(left)}</p>
      {shows && <p className={styles.quiet}>{say.showsHand}</p>}
      <p className={styles.quiet}>{say.offersLeft(offersLeft(deal, viewer))}</p>
      <div className={styles.row}>
        <button type="button" className={styles.button} onClick={onClose}>
          {say.cancel}
        </button>
        <button
          type="button"
          className={styles.primary}
          disabled={busy || left !== 0}
          onClick={() => {
            onAct({ kind: 'offer', tricks });
            onClose();
          }}
        >
          {say.makeOffer}
        </button>
      </div>
    </Dialog>
  );
}

function SplitRow(props: {
  readonly name: string;
  readonly tricks: number;
  readonly fewer: readonly number[] | undefined;
  readonly more: readonly number[] | undefined;
  readonly onStep: (tricks: readonly number[]) => void;
}) {
  const { say } = useTableAtHand();
  const { name, fewer, more, onStep } = props;
  return (
    <>
      <span>{name}</span>
      <button
        type="button"
        className={styles.step}
        aria-label={say.fewer(name)}
        disabled={!fewer}
        onClick={() => fewer && onStep(fewer)}
      >
        −
      </button>
      <output aria-label={`${name}: ${say.tricks(props.tricks)}`}>{props.tricks}</output>
      <button
        type="button"
        className={styles.step}
        aria-label={say.more(name)}
        disabled={!more}
        onClick={() => more && onStep(more)}
      >
        +
      </button>
    </>
  );
}
