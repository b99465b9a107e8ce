import { sound } from './switch-store';

/** Notes in Hz and when they begin (s). */
const tunes = {
  turn: [
    [660, 0],
    [880, 0.12],
  ],
  start: [
    [523, 0],
    [659, 0.1],
    [784, 0.2],
  ],
  end: [
    [784, 0],
    [523, 0.16],
  ],
  clock: [
    [990, 0],
    [990, 0.2],
  ],
} as const;

let context: AudioContext | undefined;

/** Browsers let a page sound only after a gesture; until then it is silent. Returns how to stop listening for one. */
export function readyOnGesture(): () => void {
  const wake = () => {
    context ??= new AudioContext();
    void context.resume();
    stop();
  };
  const stop = () => {
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
  };
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);
  return stop;
}

export function playTune(tune: keyof typeof tunes): void {
  if (!context || context.state !== 'running' || !sound.read()) return;
  for (const [pitch, after] of tunes[tune]) playNote(context, pitch, context.currentTime + after);
}

function playNote(on: AudioContext, pitch: number, start: number): void {
  const voice = on.createOscillator();
  const volume = on.createGain();
  voice.type = 'sine';
  voice.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.28);
  voice.connect(volume).connect(on.destination);
  voice.start(start);
  voice.stop(start + 0.3);
}
