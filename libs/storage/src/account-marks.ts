import { createHmac, hkdfSync } from 'node:crypto';
import type { AccountMark } from '@trellis/players';

/** Marks made with the club's session secret: who has only the database cannot even test a guess. */
export function accountMarks(sessionSecret: string): AccountMark {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'trellis account mark', 32));
  return ({ issuer, subject }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([issuer, subject]))
      .digest('base64url');
}
