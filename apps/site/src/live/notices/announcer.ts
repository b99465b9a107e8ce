/** What the live region speaks now. A new sentence replaces the last one. */
let spoken = '';
const watchers = new Set<() => void>();

/** Says it to those who listen to the page; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  if (!sentence) return;
  spoken = spoken === sentence ? `${sentence}\u00a0` : sentence;
  for (const watcher of watchers) watcher();
}

export function watchAnnouncements(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function lastAnnouncement(): string {
  return spoken;
}
