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

/** Only when the reader looks elsewhere and has allowed it. A later one for the same table replaces the earlier. */
export function notifyAway(tableId: string, title: string, body: string): void {
  if (!document.hidden || notificationPermission() !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag: tableId, icon: '/icon.svg' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // some phones allow them only from a service worker
  }
}
