import { Refusal } from '@trellis/games/kit';
import type { Place } from '@trellis/facade';

/** The forum's sections, in the order in which people see them. */
export const forumSections = [
  'club',
  'newcomers',
  'strategy',
  'partners',
  'machines',
  'cafe',
] as const;
export type ForumSection = (typeof forumSections)[number];

/** Articles of the club, which its editors write, and those of everybody. */
const blogSections = ['club', 'members'] as const;
export type BlogSection = (typeof blogSections)[number];

export function sectionsOf(place: Place): readonly string[] {
  return place === 'forum' ? forumSections : blogSections;
}

/** Refuses with `no-such-section`. */
export function mustBeSection(place: Place, section: string): void {
  if (!sectionsOf(place).includes(section))
    throw new Refusal('no-such-section', 'There is no such section.');
}
