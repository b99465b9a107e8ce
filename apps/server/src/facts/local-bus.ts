import { Bus, type Fact } from '@trellis/facade';

/** Facts within one process: a call. */
export class LocalBus extends Bus {
  private readonly listeners = new Set<(fact: Fact) => void>();
  private readonly waiting: Fact[] = [];
  private delivering = false;

  constructor(private readonly report: (error: unknown) => void) {
    super();
  }

  publish(fact: Fact): void {
    this.publishHere(fact);
  }

  /** A fact that is published while another is delivered waits for its turn, so that all hear the same order. */
  publishHere(fact: Fact): void {
    this.waiting.push(fact);
    if (this.delivering) return;
    this.delivering = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) this.deliver(next);
    this.delivering = false;
  }

  subscribe(listener: (fact: Fact) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private deliver(fact: Fact): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(fact);
      } catch (error) {
        this.report(error);
      }
    }
  }
}
