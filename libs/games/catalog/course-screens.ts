import type { ComponentType } from 'react';
import { Course, type CourseProps } from '@trellis/games/preferans/board/course';

/** How a course looks; what it needs it fetches itself. */
export interface CourseFace {
  readonly Course: ComponentType<CourseProps>;
}

/** The courses for who has never played, one line each. */
const screens: Readonly<Record<string, CourseFace>> = { preferans: { Course } };

export function courseScreenOf(game: string): CourseFace | undefined {
  return Object.hasOwn(screens, game) ? screens[game] : undefined;
}
