import { useMemo, useState } from 'react';
import { signed } from '../messages/numbers';
import { useTableAtHand } from '../table/table-context';
import { useDialogs } from '../panels/use-dialogs';
import { DealList } from './DealList';
import { SheetDrawing } from './SheetDrawing';
import { SheetTable } from './SheetTable';
import type { SheetCell } from './why';
import { writtenDeals } from './written-deals';
import styles from './sheet.module.css';

/** Everything that is written, drawn as players draw it or as a table, and what it comes to now. */
export function ScoreSheet() {
  const { view, past, say, names, lang } = useTableAtHand();
  const { score, end } = view;
  const [asTable, setAsTable] = useState(false);
  const [asked, setAsked] = useState<SheetCell>();
  const dialogs = useDialogs(asked !== undefined);
  const deals = useMemo(() => writtenDeals(view, past ?? []), [view, past]);
  if (!score) return <p className={styles.quiet}>{say.nothingYet}</p>;
  const totals = end?.settlement ?? score.totals;
  return (
    <div className={styles.sheet}>
      {asTable ? (
        <SheetTable sheet={score.sheet} onAsk={setAsked} />
      ) : (
        <SheetDrawing sheet={score.sheet} onAsk={setAsked} />
      )}
      <dl className={styles.totals} aria-label={say.settlement}>
        {names.map((name, seat) => (
          <div key={seat}>
            <dt>{name}</dt>
            <dd data-sign={Math.sign(totals[seat] ?? 0)}>{signed(lang, totals[seat] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className={styles.plain} onClick={() => setAsTable(!asTable)}>
        {asTable ? say.asDrawing : say.asTable}
      </button>
      <DealList deals={deals ?? []} />
      {asked && dialogs && (
        <dialogs.WhyDialog cell={asked} deals={deals} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}
