import type { Club } from './club.js';
import type { ChatLine } from './contract.js';

/** The talk of one room: each line once, in order, also over lost connections. */
export class Room {
  private last = 0;
  private ids = 0;

  /** Use `club.listen`. */
  constructor(
    private readonly club: Club,
    readonly name: string,
    readonly onLine: (line: ChatLine) => void,
    private readonly forget: () => void,
  ) {}

  /** Says something; asked again when the answer is lost, and said once all the same. Needs the scope `chat`. */
  async say(text: string): Promise<void> {
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}-${++this.ids}`;
    await this.club.askAgain('chat:say', { room: this.name, id, said: { text } });
  }

  async stop(): Promise<void> {
    this.forget();
    await this.club.ask('chat:unlisten', { room: this.name });
  }

  /** For the club: what was said since the last line that is known. */
  async catchUp(): Promise<void> {
    const { lines } = await this.club.askAgain('chat:listen', {
      room: this.name,
      since: this.last,
    });
    this.hear(lines);
  }

  /** For the club: the connection is back. */
  async resume(): Promise<void> {
    await this.catchUp().catch(() => this.forget());
  }

  /** For the club: lines have come, perhaps some of them again. */
  hear(lines: readonly ChatLine[]): void {
    for (const line of lines) {
      if (line.seq <= this.last) continue;
      this.last = line.seq;
      this.onLine(line);
    }
  }
}
