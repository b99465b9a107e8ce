import type { ComponentType } from 'react';
import { Course, type CourseProps } from '@trellis/games/preferans/board/course';

/** The courses for who has never played, one line each; what they need is fetched by themselves. */
const screens: Readonly<Record<string, ComponentType<CourseProps>>> = { preferans: Course };

export function courseScreenOf(game: string): ComponentType<CourseProps> | undefined {
  return Object.hasOwn(screens, game) ? screens[game] : undefined;
}
