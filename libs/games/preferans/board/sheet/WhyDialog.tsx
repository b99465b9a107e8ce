import { Dialog } from '../panels/Dialog';
import { useTableAtHand } from '../table/table-context';
import { EntryList } from './EntryList';
import { resultInWords } from './result-in-words';
import { whyOf, type SheetCell } from './why';
import type { WrittenDeal } from './written-deals';
import styles from './sheet.module.css';

interface Props {
  readonly cell: SheetCell;
  /** Undefined while they are on their way. */
  readonly deals: readonly WrittenDeal[] | undefined;
  readonly onClose: () => void;
}

/** Where a number comes from: deal by deal, with the rule and the arithmetic. */
export function WhyDialog({ cell, deals, onClose }: Props) {
  const { say, names, lang } = useTableAtHand();
  const why = whyOf(cell, deals ?? []);
  const total = why.flatMap(({ entries }) => entries).reduce((sum, { amount }) => sum + amount, 0);
  const name = names[cell.seat] ?? '';
  const column =
    cell.column === 'whists'
      ? say.whistsOn(names[cell.on] ?? '')
      : cell.column === 'pool'
        ? say.pool
        : say.mountain;
  return (
    <Dialog title={`${name}: ${column}`} onClose={onClose}>
      {why.length === 0 && <p role="status">{deals ? say.nothingYet : say.pastComing}</p>}
      {why.map(({ no, outcome, entries }) => (
        <section key={no} className={styles.deal}>
          <h3>
            {say.dealNo(no)}. {resultInWords(outcome, undefined, lang, names)}
          </h3>
          <EntryList entries={entries} placed={false} />
        </section>
      ))}
      {why.length > 0 && (
        <p className={styles.sum}>
          {say.total}: <strong>{total}</strong>
        </p>
      )}
    </Dialog>
  );
}
