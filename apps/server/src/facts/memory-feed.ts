import type { Bus, ClubMemory } from '@trellis/facade';

/** Applies facts to this process's memory, until the site takes that over: it must know what a fact will touch before. */
export class MemoryFeed {
  readonly stop: () => void;

  constructor(bus: Bus, memory: ClubMemory) {
    this.stop = bus.subscribe((fact) => memory.apply(fact));
  }
}
