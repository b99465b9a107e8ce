import type { ScoreSheet } from '@trellis/games/preferans/rules';
import { useTableAtHand } from '../table/table-context';
import type { SheetCell } from './why';
import styles from './sheet.module.css';

interface Props {
  readonly sheet: ScoreSheet;
  readonly onAsk: (cell: SheetCell) => void;
}

/** The same numbers in rows: to be read aloud, and to be copied. */
export function SheetTable({ sheet, onAsk }: Props) {
  const { say, names } = useTableAtHand();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.sheet}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.player}</th>
            <th scope="col">{say.pool}</th>
            <th scope="col">{say.mountain}</th>
            {names.map((name, on) => (
              <th key={on} scope="col">
                {say.whistsOn(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, seat) => (
            <tr key={seat}>
              <th scope="row">{name}</th>
              <Amount
                amount={sheet.pool[seat]!}
                label={say.poolOf(name, sheet.pool[seat]!)}
                onAsk={() => onAsk({ column: 'pool', seat })}
              />
              <Amount
                amount={sheet.mountain[seat]!}
                label={say.mountainOf(name, sheet.mountain[seat]!)}
                onAsk={() => onAsk({ column: 'mountain', seat })}
              />
              {names.map((onName, on) =>
                on === seat ? (
                  <td key={on}>–</td>
                ) : (
                  <Amount
                    key={on}
                    amount={sheet.whists[seat]![on]!}
                    label={say.whistsOf(name, onName, sheet.whists[seat]![on]!)}
                    onAsk={() => onAsk({ column: 'whists', seat, on })}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Amount(props: {
  readonly amount: number;
  readonly label: string;
  readonly onAsk: () => void;
}) {
  return (
    <td>
      <button
        type="button"
        className={styles.inTable}
        aria-label={props.label}
        onClick={props.onAsk}
      >
        {props.amount}
      </button>
    </td>
  );
}
