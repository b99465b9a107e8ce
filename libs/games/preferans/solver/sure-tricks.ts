import { count, tops } from './suit-tables.js';

/** Tricks the leader can take one after another whatever the others hold back. */
export function sureTricks(hasTrump: boolean, hl: number, hn: number, ht: number): number {
  let sure = 0;
  let trumpsNext = 0;
  let trumpsLast = 0;
  let suits = 32;
  if (hasTrump) {
    const mine = hl >>> 24;
    const next = hn >>> 24;
    const last = ht >>> 24;
    const drawn = tops[(mine << 8) | next | last]!;
    trumpsNext = count[next]! - drawn;
    trumpsLast = count[last]! - drawn;
    sure = drawn;
    if (trumpsNext <= 0 && trumpsLast <= 0) {
      sure = count[mine]!;
      trumpsNext = trumpsLast = 0;
    }
    suits = 24;
  }
  for (let shift = 0; shift < suits; shift += 8) {
    const mine = (hl >>> shift) & 255;
    if (mine === 0) continue;
    const next = (hn >>> shift) & 255;
    const last = (ht >>> shift) & 255;
    let run = tops[(mine << 8) | next | last]!;
    if (run >= count[next]! && run >= count[last]!) run = count[mine]!;
    if (trumpsNext > 0 && run > count[next]!) run = count[next]!;
    if (trumpsLast > 0 && run > count[last]!) run = count[last]!;
    sure += run;
  }
  return sure;
}
