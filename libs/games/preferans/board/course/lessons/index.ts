import type { Lesson } from '../lesson';
import { auctionLessons } from './auction';
import { cardLessons } from './cards';
import { defenceLessons } from './defence';
import { playLessons } from './play';

/** The course, in the order in which it is taken. */
export const lessons: readonly Lesson[] = [
  ...cardLessons,
  ...auctionLessons,
  ...defenceLessons,
  ...playLessons,
];
