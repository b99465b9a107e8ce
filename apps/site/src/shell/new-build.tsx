import styles from './new-build.module.css';

interface Props {
  readonly text: string;
  readonly load: string;
  readonly later: string;
}

/** Hidden until `club.js` finds that the club was built anew since this page was opened. */
export function NewBuild({ text, load, later }: Props) {
  return (
    <div role="status">
      <p id="new-build" className={styles.bar} hidden>
        <span>{text}</span>
        <span className={styles.answers}>
          <button type="button" className="button plain" value="later">
            {later}
          </button>
          <button type="button" className="button" value="load">
            {load}
          </button>
        </span>
      </p>
    </div>
  );
}
