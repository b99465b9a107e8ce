import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { drawOrder, shuffleMessage, type Lot } from '@trellis/games/kit';
import { Chance } from '@trellis/tables';

/** Chance that nobody can foretell. */
export class CryptoChance extends Chance {
  id(): string {
    return randomBytes(16).toString('base64url');
  }

  secret(): { readonly secret: string; readonly commitment: string } {
    const secret = randomBytes(32);
    const commitment = createHash('sha256').update(secret).digest('hex');
    return { secret: secret.toString('hex'), commitment };
  }

  order(secret: string, lot: Lot, number: number, length: number): readonly number[] {
    const key = Buffer.from(secret, 'hex');
    const drawing = drawOrder(length);
    let step = drawing.next();
    while (!step.done) {
      const message = shuffleMessage(lot, number, length, step.value);
      step = drawing.next(createHmac('sha256', key).update(message).digest());
    }
    return step.value;
  }

  random(): number {
    return randomInt(2 ** 32) / 2 ** 32;
  }
}
