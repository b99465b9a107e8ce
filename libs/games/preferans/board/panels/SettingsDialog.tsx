import { changeSettings, type BoardSettings } from '../settings';
import { useTableAtHand } from '../table/table-context';
import { Dialog } from './Dialog';
import styles from './parts.module.css';

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useTableAtHand();
  return (
    <Dialog title={say.settings} onClose={onClose}>
      <div className={styles.list}>
        <Switch name="fourColours" label={say.fourColours} />
        <Switch name="largeIndices" label={say.largeIndices} />
        <Switch name="sortedHand" label={say.sortedHand} />
        <Switch name="trumpsFirst" label={say.trumpsFirst} />
        <Switch name="twoTaps" label={say.twoTaps} hint={say.twoTapsHint} />
        <Switch name="letterKeys" label={say.letterKeys} />
      </div>
    </Dialog>
  );
}

function Switch(props: {
  readonly name: keyof BoardSettings;
  readonly label: string;
  readonly hint?: string;
}) {
  const { settings } = useTableAtHand();
  const { name, label, hint } = props;
  return (
    <label className={styles.switch}>
      <span>
        {label}
        {hint && (
          <>
            <br />
            <small>{hint}</small>
          </>
        )}
      </span>
      <input
        type="checkbox"
        checked={settings[name]}
        onChange={(event) => changeSettings({ [name]: event.target.checked })}
      />
    </label>
  );
}
