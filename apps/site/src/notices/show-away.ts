import type { NoticeKind } from '@trellis/notices';
import { notificationPermission } from '../live/notices/system-notification';
import { isWanted } from './wanted';

export interface AwayNotice {
  /** A later one with the same tag takes its place. */
  readonly tag: string;
  readonly title: string;
  readonly body?: string;
  /** Where it leads; to this page when left out. */
  readonly path?: string;
}

/** By the system, for who looks elsewhere, where he has allowed it and wants to be told of this so. */
export async function showAway(
  kind: NoticeKind,
  { tag, title, body = '', path }: AwayNotice,
): Promise<void> {
  if (notificationPermission() !== 'granted' || !(await isWanted(kind, 'system'))) return;
  try {
    const shown = new Notification(title, { body, tag, icon: '/icon.svg' });
    shown.onclick = () => {
      window.focus();
      if (path) location.assign(path);
      shown.close();
    };
  } catch {
    // some phones allow them only from a service worker
  }
}
