import { pause } from '../faults/crowd.js';
import { demoSignIn, type Session } from '../harness/club-client.js';

/** So long the proxy may find out that a process is gone (ms). */
const patience = 5000;

/** By the proxy, which answers for a moment that nobody is there when a process has died with a request: a person asks again. */
export async function signIn(url: string, name: string): Promise<Session> {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    try {
      return await demoSignIn(url, name);
    } catch (error) {
      const isAway = error instanceof Error && error.message.includes('502');
      if (!isAway || performance.now() > giveUpAt) throw error;
      await pause(100);
    }
  }
}
