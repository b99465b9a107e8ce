import { useSyncExternalStore } from 'react';
import type { SwitchStore } from './switch-store';

/** Whether it is on; on, where nobody knows yet. */
export function useSwitch({ watch, read }: Pick<SwitchStore, 'watch' | 'read'>): boolean {
  return useSyncExternalStore(watch, read, () => true);
}
