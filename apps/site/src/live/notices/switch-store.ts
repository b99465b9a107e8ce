/** A yes or no that this device keeps. */
export class SwitchStore {
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly usual: boolean,
  ) {}

  readonly read = (): boolean => {
    try {
      const kept = localStorage.getItem(this.key);
      return kept === null ? this.usual : kept === 'on';
    } catch {
      return this.usual;
    }
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  set(on: boolean): void {
    try {
      localStorage.setItem(this.key, on ? 'on' : 'off');
    } catch {
      // storage is switched off: nothing to keep it in
    }
    for (const watcher of this.watchers) watcher();
  }
}

export const sound = new SwitchStore('trellis.sound', true);
