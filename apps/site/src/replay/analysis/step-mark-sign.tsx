import type { StepMark } from '@trellis/games/kit';
import styles from './analysis.module.css';

/** What was found of a step, beside it in the list of moves. */
export function StepMarkSign({ mark }: { readonly mark: StepMark | undefined }) {
  if (!mark) return null;
  return (
    <span className={styles.mark} title={mark.label}>
      <span aria-hidden="true">{mark.sign}</span>
      <span className="visually-hidden"> ({mark.label})</span>
    </span>
  );
}
