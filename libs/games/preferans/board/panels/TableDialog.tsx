import { mayHandOver, mayOffer } from '../table/standing';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import styles from './parts.module.css';

interface Props {
  readonly onOffer: () => void;
  readonly onClose: () => void;
}

/** What a seated player may propose to the others. */
export function TableDialog({ onOffer, onClose }: Props) {
  const { view, viewer, say, onAct, busy } = useTableAtHand();
  const propose = (kind: 'hand-over' | 'propose-stop') => {
    onAct({ kind });
    onClose();
  };
  return (
    <Dialog title={say.table} onClose={onClose}>
      <button
        type="button"
        className={styles.button}
        disabled={busy || !mayOffer(view.deal, viewer)}
        onClick={onOffer}
      >
        {say.offer}
      </button>
      {mayHandOver(view, viewer) && (
        <button
          type="button"
          className={styles.button}
          disabled={busy}
          onClick={() => propose('hand-over')}
        >
          {say.handOver}
        </button>
      )}
      <button
        type="button"
        className={styles.button}
        disabled={busy || view.stop !== undefined}
        onClick={() => propose('propose-stop')}
      >
        {say.proposeStop}
      </button>
    </Dialog>
  );
}
