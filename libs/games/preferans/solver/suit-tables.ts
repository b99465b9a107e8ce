/**
 * What is asked of the eight cards of one suit again and again, worked out once. A suit is a byte:
 * bit 0 is the seven … bit 7 the ace.
 */

/** Of `held << 8 | others`: one card of every run of `held` that no card of `others` divides, its lowest. */
export const runs = new Uint8Array(65536);

/** Of `held << 8 | others`: how many of `held` stand above every card of `others`. */
export const tops = new Uint8Array(65536);

/**
 * Of `solo << 8 | others`: 1 when a player of a misère whose cards are `solo` can never be made to
 * take a trick in the suit unless he leads: below his n-th card from the bottom the others hold
 * fewer than n. (He answers with his highest card below the one led, and the rest is as safe.)
 */
export const safe = new Uint8Array(65536);

export const count = new Uint8Array(256);

/**
 * Who holds what in a suit, by rank alone: of sixteen bits, two a card (0 gone, else the holder) and
 * the seven lowest, a number below 2^14 that is the same for all suits whose remaining cards lie alike.
 */
export const layouts = new Uint16Array(65536);

/** A byte with its bits moved to the even places of sixteen. */
export const spread = new Uint16Array(256);

for (let byte = 1; byte < 256; byte++) count[byte] = count[byte >> 1]! + (byte & 1);
for (let byte = 0; byte < 256; byte++) {
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) spread[byte]! |= 1 << (2 * bit);
}
for (let held = 0; held < 256; held++) {
  for (let others = 0; others < 256; others++) {
    const at = (held << 8) | others;
    let first = true;
    let below = 0;
    let mine = 0;
    safe[at] = 1;
    for (let bit = 1; bit < 256; bit <<= 1) {
      if (others & bit) {
        first = true;
        below++;
      } else if (held & bit) {
        if (first) runs[at]! |= bit;
        first = false;
        mine++;
        if (below >= mine) safe[at] = 0;
        if (others < bit) tops[at]!++;
      }
    }
  }
}
for (let held = 0; held < 65536; held++) {
  // A leading 1 tells "nobody's" zeros from cards that are gone; holders are 0, 1, 2 in base 3.
  let layout = 0;
  let first = 0;
  let power = 1;
  for (let place = 0; place < 16; place += 2) {
    const holder = (held >> place) & 3;
    if (holder === 0) continue;
    layout += (holder - 1) * power;
    first += power;
    power *= 3;
  }
  layouts[held] = layout + first; // 3^0 + … + 3^(n-1) layouts are shorter than this one
}
