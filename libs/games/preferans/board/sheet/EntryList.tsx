import type { Entry } from '@trellis/games/preferans/rules';
import { signed } from '../messages/numbers';
import { useTableAtHand } from '../table/table-context';
import { arithmeticOf, reasonOf } from './why';
import styles from './sheet.module.css';

/** What was written of one deal. With `placed` each line says where: by itself it stands under its number. */
export function EntryList(props: {
  readonly entries: readonly Entry[];
  readonly placed?: boolean;
}) {
  const { lang, say, names } = useTableAtHand();
  const { entries, placed = true } = props;
  if (entries.length === 0) return <p className={styles.quiet}>{say.nothingWritten}</p>;
  return (
    <ul className={styles.entries}>
      {entries.map((entry, at) => (
        <li key={at}>
          <strong className={styles.amount}>{signed(lang, entry.amount)}</strong>
          <span>
            {placed && `${names[entry.seat]}, ${columnName(entry)}: `}
            {reasonOf(lang, entry)}
            <small className={styles.quiet}>
              {' '}
              {arithmeticOf(lang, entry)} ·{' '}
              <a href={`/rules/preferans#rule-${entry.rule}`} target="_blank" rel="noreferrer">
                {say.ruleNo(entry.rule)}
              </a>
            </small>
          </span>
        </li>
      ))}
    </ul>
  );

  function columnName(entry: Entry): string {
    if (entry.column === 'whists') return say.whistsOn(names[entry.on] ?? '');
    return (entry.column === 'pool' ? say.pool : say.mountain).toLowerCase();
  }
}
