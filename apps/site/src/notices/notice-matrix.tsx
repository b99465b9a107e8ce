'use client';

import { noticeChannels, noticeKinds, type NoticeChannel, type NoticeKind } from '@trellis/notices';
import type { NoticeWishes } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import styles from './notice-settings.module.css';

interface Props {
  readonly matrix: NoticeWishes['matrix'];
  readonly hasPush: boolean;
  readonly onChange: (matrix: NoticeWishes['matrix']) => void;
}

/** A row for each kind of notice, a column for each channel. */
export function NoticeMatrix({ matrix, hasPush, onChange }: Props) {
  const t = useTranslations('notices');
  const channels = noticeChannels.filter((channel) => channel !== 'push' || hasPush);
  const change = (kind: NoticeKind, channel: NoticeChannel, on: boolean) => {
    const wanted = noticeChannels.filter((each) =>
      each === channel ? on : matrix[kind].includes(each),
    );
    onChange({ ...matrix, [kind]: wanted });
  };
  return (
    <>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {t(channel)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {noticeKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind.${kind}`)}</th>
              {channels.map((channel) => (
                <td key={channel}>
                  <label>
                    <input
                      type="checkbox"
                      aria-label={t('cell', { what: t(`kind.${kind}`), how: t(channel) })}
                      checked={matrix[kind].includes(channel)}
                      onChange={(event) => change(kind, channel, event.target.checked)}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={`quiet small ${styles.texts}`}>
        {channels.map((channel) => (
          <li key={channel}>{t(`text.${channel}`)}</li>
        ))}
      </ul>
    </>
  );
}
