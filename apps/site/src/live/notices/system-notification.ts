import type { NoticeKind } from '@trellis/notices';

const watchers = new Set<() => void>();

export type Permission = 'unsupported' | NotificationPermission;

export function notificationPermission(): Permission {
  return 'Notification' in window ? Notification.permission : 'unsupported';
}

/** Only ever called by a press of the button. */
export async function askForNotifications(): Promise<void> {
  await Notification.requestPermission();
  for (const watcher of watchers) watcher();
}

export function watchPermission(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Of what happens at a table of this page. What decides whether to show it is fetched when the reader looks elsewhere. */
export function notifyAway(tableId: string, kind: NoticeKind, title: string, body: string): void {
  if (document.hidden)
    void import('../../notices/live-notices').then(({ showAway }) =>
      showAway(kind, { tag: `table:${tableId}`, title, body }),
    );
}
