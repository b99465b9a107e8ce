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

/** All sounds at once. */
export const sound = new SwitchStore('trellis.sound', true);

/** Each kind of sound for itself; heard while `sound` is on. */
export const sounds = {
  deal: new SwitchStore('trellis.sound.deal', true),
  card: new SwitchStore('trellis.sound.card', true),
  trick: new SwitchStore('trellis.sound.trick', true),
  turn: new SwitchStore('trellis.sound.turn', true),
  chat: new SwitchStore('trellis.sound.chat', true),
  game: new SwitchStore('trellis.sound.game', true),
} as const;

export type SoundKind = keyof typeof sounds;

/** The only legal card is played by the club. */
export const automatic = new SwitchStore('trellis.automatic', false);
