import type { PrismaClient } from './generated/prisma/client.js';

const everyMs = 10 * 60_000;

/**
 * The embedded database has no autovacuum, and the journal lives by inserting and removing: without
 * this it would only grow. Tidies at once and then regularly. Returns how to stop.
 */
export function keepTidy(prisma: PrismaClient): () => Promise<void> {
  let running = tidy();
  const timer = setInterval(() => {
    running = tidy();
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };

  async function tidy(): Promise<void> {
    try {
      await prisma.$executeRawUnsafe(
        'VACUUM (ANALYZE) journal_entry, hall_number, heartbeat, rating, chat_line',
      );
    } catch {
      // Only room on the disk: the next time will do.
    }
  }
}
