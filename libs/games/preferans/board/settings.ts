import { useSyncExternalStore } from 'react';

/** How this device shows cards and the hand. */
export interface BoardSettings {
  readonly fourColours: boolean;
  readonly largeIndices: boolean;
  readonly sortedHand: boolean;
  readonly trumpsFirst: boolean;
  readonly twoTaps: boolean;
  /** Single keys bid, declare and ask; some people need them off. */
  readonly letterKeys: boolean;
}

export const usualSettings: BoardSettings = {
  fourColours: false,
  largeIndices: false,
  sortedHand: true,
  trumpsFirst: false,
  twoTaps: false,
  letterKeys: true,
};

const key = 'trellis.preferans.board';
const watchers = new Set<() => void>();
let kept: { readonly text: string | null; readonly settings: BoardSettings } | undefined;

/** Only switches that we know, each only when it is a yes or no. */
export function settingsFrom(text: string | null): BoardSettings {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '{}');
  } catch {
    stored = {};
  }
  const known = { ...usualSettings };
  if (typeof stored !== 'object' || stored === null) return known;
  for (const name of Object.keys(usualSettings) as (keyof BoardSettings)[]) {
    const value = (stored as Record<string, unknown>)[name];
    if (typeof value === 'boolean') Object.assign(known, { [name]: value });
  }
  return known;
}

function read(): BoardSettings {
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
  } catch {
    // storage is switched off: the usual settings, and changes last as long as the page
    if (kept) return kept.settings;
  }
  if (!kept || kept.text !== text) kept = { text, settings: settingsFrom(text) };
  return kept.settings;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

export function changeSettings(change: Partial<BoardSettings>): void {
  const settings = { ...read(), ...change };
  const text = JSON.stringify(settings);
  kept = { text, settings };
  try {
    localStorage.setItem(key, text);
  } catch {
    // nothing to keep it in
  }
  for (const watcher of watchers) watcher();
}

export const useBoardSettings = (): BoardSettings =>
  useSyncExternalStore(watch, read, () => usualSettings);
