import { useTableAtHand } from './table-context';
import styles from './tools.module.css';

export type Opened = 'sheet' | 'last-trick' | 'last-deal' | 'table' | 'settings' | 'help';

// Drawn in a square of 24.
const drawings: Readonly<Record<Opened, string>> = {
  sheet: 'M3 4h18v16H3zM12 4v7L3 20M12 11l9 9',
  'last-trick': 'M4 8l9-3 4 12-9 3zM13 6l7 3-4 10',
  'last-deal': 'M4 5v5h5M4.6 14.5A8 8 0 1 0 6 7L4 10M12 8v5l3 2',
  table: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h1M9 12h11M7 10v4',
  help: 'M9 9a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2.3M12 17.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
};

/** What can be looked up or proposed at any moment. */
export function Tools({ onOpen }: { readonly onOpen: (what: Opened) => void }) {
  const { view, viewer, say, replay } = useTableAtHand();
  const labels: Readonly<Record<Opened, string>> = {
    sheet: say.sheet,
    'last-trick': say.lastTrick,
    'last-deal': say.lastDeal,
    table: say.table,
    settings: say.settings,
    help: say.help,
  };
  const shown = (Object.keys(drawings) as Opened[]).filter(
    (what) =>
      !(what === 'last-deal' && !view.last) &&
      !(what === 'table' && (viewer === 'spectator' || view.end || replay)),
  );
  return (
    <div className={styles.tools}>
      {shown.map((what) => (
        <button
          key={what}
          type="button"
          className={styles.tool}
          data-what={what}
          title={labels[what]}
          aria-label={labels[what]}
          onClick={() => onOpen(what)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={drawings[what]} />
          </svg>
        </button>
      ))}
    </div>
  );
}
