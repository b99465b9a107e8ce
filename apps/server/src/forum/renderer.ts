import { fileURLToPath } from 'node:url';
import { Refusal } from '@trellis/games/kit';
import { cleanPost } from '@trellis/forum';
import { Piscina } from 'piscina';
import type { Rendered } from './markdown.js';

/** The built one, also where this file runs unbuilt (in tests). */
const thread = fileURLToPath(new URL('../../dist/forum/markdown-thread.js', import.meta.url));

/** A post that is not ready after so long (ms) is given up, with its thread. Posts of people take a few. */
const longestMs = 2_000;
/** Posts that wait for their turn. */
const mostWaiting = 64;

/**
 * Makes HTML of markdown in a thread of its own, started for the first post and ended when nobody writes: no move waits
 * for it, and whatever somebody finds that takes for ever takes that thread with it and nothing else.
 */
export class Renderer {
  private pool: Piscina<string, Rendered | undefined> | undefined;

  /** Refuses as `cleanPost` does, with `too-complex`, and with `try-again` when too many write at once. */
  async render(markdown: string): Promise<Rendered> {
    const clean = cleanPost(markdown);
    const rendered = await this.inThread(clean);
    if (!rendered) throw new Refusal('too-complex', 'The text is nested too deeply.');
    return rendered;
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private async inThread(markdown: string): Promise<Rendered | undefined> {
    const pool = this.threads();
    if (pool.queueSize >= mostWaiting)
      throw new Refusal('try-again', 'Too many posts are being written at this moment.');
    // Its time begins when the thread does: the first post waits for what is loaded.
    const given = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const started = () => {
      timer = setTimeout(() => given.abort(), longestMs);
    };
    if (pool.threads.length > 0) started();
    else pool.once('workerCreate', started);
    try {
      return await pool.run(markdown, { signal: given.signal });
    } catch (error) {
      if (given.signal.aborted) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private threads(): Piscina<string, Rendered | undefined> {
    this.pool ??= new Piscina({
      filename: thread,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      // Writing may take the processor only when moves leave it.
      niceIncrement: 10,
    });
    return this.pool;
  }
}
