import { Agent, request as ask } from 'node:http';

const answerMs = 5_000;
const largestAnswer = 4 * 1024 * 1024;

export interface SiteAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Asks the site's process over the loopback. It is told nothing of who wants to know. */
export class SiteAsker {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });
  private readonly host: string;

  constructor(publicUrl: string) {
    this.host = new URL(publicUrl).host;
  }

  get(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<SiteAnswer> {
    const { agent, host } = this;
    return new Promise((resolve, reject) => {
      const asking = ask({
        ...{ host: '127.0.0.1', port, path, agent, timeout: answerMs },
        headers: { host, ...headers },
      });
      asking.on('timeout', () => asking.destroy(new Error(`The site took too long with ${path}.`)));
      asking.on('error', reject);
      asking.on('response', (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size > largestAnswer) asking.destroy(new Error(`What is at ${path} is too large.`));
        });
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 500, body: Buffer.concat(parts) }),
        );
      });
      asking.end();
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
