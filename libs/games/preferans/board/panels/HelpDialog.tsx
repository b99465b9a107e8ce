import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import styles from './parts.module.css';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useTableAtHand();
  return (
    <Dialog title={say.help} onClose={onClose}>
      <dl className={styles.keys}>
        {say.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
