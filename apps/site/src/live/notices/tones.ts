import { sound, sounds, type SoundKind } from './switch-store';

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
  chat: [[1320, 0]],
} as const;

/** Paper on cloth: when each begins (s), how long it lasts, and how bright it is (Hz). */
const rustles = {
  deal: Array.from({ length: 10 }, (_, card) => [card * 0.065, 0.05, 2600] as const),
  card: [[0, 0.07, 1900]],
  trick: [
    [0, 0.16, 900],
    [0.05, 0.2, 1300],
  ],
} as const;

/** What is heard, and which switch it hangs on. */
const kinds = {
  turn: 'turn',
  start: 'game',
  end: 'game',
  clock: 'turn',
  chat: 'chat',
  deal: 'deal',
  card: 'card',
  trick: 'trick',
} as const satisfies Record<keyof typeof tunes | keyof typeof rustles, SoundKind>;

export type Sound = keyof typeof kinds;

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

/** Sounds now, unless the reader has switched it off. */
export function play(wanted: Sound): void {
  if (!isOn(wanted)) return;
  // For tests and for those who extend the page: what was to be heard.
  window.dispatchEvent(new CustomEvent('club:sound', { detail: wanted }));
  if (!context || context.state !== 'running') return;
  const now = context.currentTime;
  if (isRustle(wanted)) {
    for (const [after, length, bright] of rustles[wanted])
      playRustle(context, now + after, length, bright);
  } else for (const [pitch, after] of tunes[wanted]) playNote(context, pitch, now + after);
}

const isOn = (wanted: Sound) => sound.read() && sounds[kinds[wanted]].read();
const isRustle = (wanted: Sound): wanted is keyof typeof rustles => wanted in rustles;

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

function playRustle(on: AudioContext, start: number, length: number, bright: number): void {
  const noise = on.createBufferSource();
  noise.buffer = whiteNoise(on);
  const band = on.createBiquadFilter();
  band.type = 'bandpass';
  band.frequency.value = bright;
  band.Q.value = 0.8;
  const volume = on.createGain();
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.22, start + length * 0.2);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
  noise.connect(band).connect(volume).connect(on.destination);
  noise.start(start);
  noise.stop(start + length);
}

let noise: AudioBuffer | undefined;

/** Half a second, made once. */
function whiteNoise(on: AudioContext): AudioBuffer {
  if (noise) return noise;
  noise = on.createBuffer(1, on.sampleRate / 2, on.sampleRate);
  const samples = noise.getChannelData(0);
  for (let at = 0; at < samples.length; at++) samples[at] = Math.random() * 2 - 1;
  return noise;
}
