import { useTableAtHand } from '../table/table-context';
import { resultInWords } from './result-in-words';
import type { WrittenDeal } from './written-deals';
import styles from './sheet.module.css';

/** What each deal came to, the last one first. */
export function DealList({ deals }: { readonly deals: readonly WrittenDeal[] }) {
  const { say, names, lang } = useTableAtHand();
  if (deals.length === 0) return null;
  return (
    <ol className={styles.deals} reversed tabIndex={0} aria-label={say.dealsSoFar}>
      {[...deals].reverse().map(({ no, outcome }) => (
        <li key={no} value={no}>
          {resultInWords(outcome, undefined, lang, names)}
        </li>
      ))}
    </ol>
  );
}
