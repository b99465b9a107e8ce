import type { Fact } from '@trellis/facade';
import { LocalBus } from '../facts/local-bus.js';
import type { NodeMessages } from './node-messages.js';

/** What each process finds out for itself: who is there, and how many. */
const ownFacts: ReadonlySet<Fact['kind']> = new Set(['player-seen', 'counts-changed']);

/** Facts to every process: a call here, a message to the others. */
export class SharedBus extends LocalBus {
  constructor(
    report: (error: unknown) => void,
    private readonly messages: NodeMessages,
  ) {
    super(report);
    messages.listen('fact', (fact) => this.publishHere(fact));
  }

  override publish(fact: Fact): void {
    this.publishHere(fact);
    if (!ownFacts.has(fact.kind)) this.messages.tellAll('fact', fact);
  }
}
