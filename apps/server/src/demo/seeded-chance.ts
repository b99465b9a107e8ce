import { createHash } from 'node:crypto';
import { seededRandom } from '@trellis/games/kit';
import { CryptoChance } from '../machine/crypto-chance.js';

/** Chance that a seed foretells: for a club that is filled to be looked at, never for one where people play. */
export class SeededChance extends CryptoChance {
  private drawn = 0;
  private readonly numbers: () => number;

  constructor(private readonly seed: string) {
    super();
    this.numbers = seededRandom(Number.parseInt(hexOf(seed).slice(0, 8), 16));
  }

  override id(): string {
    return this.hex(`id ${++this.drawn}`).slice(0, 22);
  }

  override secret() {
    const secret = this.hex(`secret ${++this.drawn}`);
    const commitment = createHash('sha256').update(Buffer.from(secret, 'hex')).digest('hex');
    return { secret, commitment };
  }

  override random(): number {
    return this.numbers();
  }

  /** 64 digits that follow from the seed and these words. */
  hex(words: string): string {
    return hexOf(`${this.seed}: ${words}`);
  }
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
