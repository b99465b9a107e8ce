import { randomBytes, randomInt } from 'node:crypto';
import { Chance } from '@trellis/tables';

/** Chance that nobody can foretell. */
export class CryptoChance extends Chance {
  id(): string {
    return randomBytes(16).toString('base64url');
  }

  /** Fisher and Yates; `randomInt` draws without bias. */
  shuffle(length: number): readonly number[] {
    const order = Array.from({ length }, (_, i) => i);
    for (let i = length - 1; i > 0; i--) {
      const j = randomInt(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  random(): number {
    return randomInt(2 ** 32) / 2 ** 32;
  }
}
