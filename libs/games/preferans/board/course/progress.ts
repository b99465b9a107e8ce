const key = 'trellis.course.preferans';

/** The lessons that were gone through in this browser, of those that there are. */
export function readProgress(known: readonly string[]): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? known.filter((id) => stored.includes(id)) : [];
  } catch {
    // storage is switched off, or somebody else wrote there: one begins at the beginning
    return [];
  }
}

export function keepProgress(done: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(done));
  } catch {
    // lasts as long as the page
  }
}
