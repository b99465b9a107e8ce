'use client';

import type { NoticesAnswer } from '@trellis/wire';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { canTakePush, givePush, ownDevice, takePushBack } from './device-push';
import styles from './notice-settings.module.css';

interface Props {
  readonly pushKey: string;
  readonly devices: NoticesAnswer['devices'];
  readonly onChange: () => void;
}

/** Push on this device, on or off. Only where the club has keys for it. */
export function PushSettings({ pushKey, devices, onChange }: Props) {
  const t = useTranslations('notices');
  const language = useLocale();
  const [own, setOwn] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    ownDevice().then(
      (id) => here && setOwn(id),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [devices]);
  const isOn = devices.some(({ id }) => id === own);

  const turn = async () => {
    setBusy(true);
    const done = await (isOn ? takePushBack() : givePush(pushKey, language)).catch(() => false);
    setBusy(false);
    setFailed(!done);
    onChange();
  };
  return (
    <div className={styles.row}>
      <p>
        {isOn && t('pushIsOn')} {devices.length > 0 && t('devices', { count: devices.length })}
      </p>
      {canTakePush() && (
        <button type="button" className="button plain" disabled={busy} onClick={() => void turn()}>
          {t(isOn ? 'pushOff' : 'pushOn')}
        </button>
      )}
      <p role="alert" className={failed ? 'notice bad' : undefined}>
        {failed && t('pushFailed')}
      </p>
    </div>
  );
}
