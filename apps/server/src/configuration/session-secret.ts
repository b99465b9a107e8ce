import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret of a club whose operator has not set one, which production does not allow. It is kept in the data folder,
 * for its owner only, so that a restart signs nobody out.
 */
export function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // `wx` refuses an existing file, so that of two processes that start together one secret wins.
    writeFileSync(path, freshSecret(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${path} is damaged: delete it and start again (everybody signs in again).`);
  return secret;
}

export function freshSecret(): string {
  return randomBytes(32).toString('hex');
}
