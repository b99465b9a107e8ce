// What the board is drawn with, as a hand would: each in a square of 100, the lines of the board in one of 300.
export const cross = ['M24 22 C 38 40, 58 56, 77 79', 'M78 23 C 62 42, 44 56, 23 78'] as const;

export const nought =
  'M54 19 C 32 17, 19 34, 20 52 C 21 71, 36 82, 52 81 C 70 80, 82 66, 81 48 C 80 31, 67 19, 50 20';

/** A little longer and less straight than a ruler's. */
export const grid = [
  'M100 12 C 102 90, 98 200, 101 288',
  'M200 11 C 197 100, 203 190, 199 289',
  'M12 101 C 90 98, 210 103, 288 99',
  'M11 199 C 110 203, 190 197, 289 201',
] as const;
