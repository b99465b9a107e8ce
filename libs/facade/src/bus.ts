import type { Fact } from './fact.js';

/** Carries facts to every `ClubMemory`: this process's own, the site's, other processes'. */
export abstract class Bus {
  /** Never throws and never waits: who cannot be reached catches up from a snapshot. */
  abstract publish(fact: Fact): void;
  /** To this process alone: what the others know already. */
  abstract publishHere(fact: Fact): void;
  /** Facts are delivered in the order of publishing. Returns how to stop. */
  abstract subscribe(listener: (fact: Fact) => void): () => void;
}
