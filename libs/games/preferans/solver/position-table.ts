const tableBits = 18;
const size = 1 << tableBits;
const probes = 4;

/** Where a position has no best lead yet. */
export const noCard = 255;

/**
 * What is known of positions met before, named by two numbers. Full places are given up for the
 * positions with most cards, whose answers save most.
 */
export class PositionTable {
  private readonly lows = new Int32Array(size);
  private readonly highs = new Int32Array(size);
  private readonly tricks = new Uint8Array(size);
  /** At least this many tricks, and at most that many: four bits each. */
  readonly bounds = new Uint8Array(size);
  readonly bestLeads = new Uint8Array(size);

  /** Where the position is, or else where it should go. `low` is never 0, which is an empty place. */
  placeOf(low: number, high: number): number {
    let hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> (32 - tableBits);
    let smallest = hash;
    for (let probe = 0; probe < probes; probe++) {
      const at = (hash + probe) & (size - 1);
      if (this.lows[at] === low && this.highs[at] === high) return at;
      if (this.tricks[at]! < this.tricks[smallest]!) smallest = at;
    }
    return smallest;
  }

  holds(at: number, low: number, high: number): boolean {
    return this.lows[at] === low && this.highs[at] === high;
  }

  put(at: number, low: number, high: number, bounds: number, lead: number, tricks: number): void {
    this.lows[at] = low;
    this.highs[at] = high;
    this.bounds[at] = bounds;
    this.bestLeads[at] = lead;
    this.tricks[at] = tricks;
  }

  clear(): void {
    for (const column of [this.lows, this.highs, this.tricks, this.bounds, this.bestLeads]) {
      column.fill(0);
    }
  }
}
