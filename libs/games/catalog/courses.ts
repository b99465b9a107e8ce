import type { Words } from '@trellis/games/kit';

/** What a course promises, for the games that have one. The course itself is in `course-screens.ts`: only its page fetches that. */
const courses: Readonly<Record<string, Words>> = {
  preferans: {
    en: 'Short lessons with real cards, for who has never played: tricks, bids, the talon, whist, a deal to the end, and how it is written.',
    ru: 'Короткие уроки на настоящих картах для тех, кто ни разу не играл: взятки, торговля, прикуп, вист, сдача до конца и как её пишут.',
    es: 'Lecciones cortas con cartas de verdad para quien nunca ha jugado: bazas, voces, el talón, la vista, un reparto hasta el final y cómo se anota.',
  },
};

export function courseOf(game: string): Words | undefined {
  return Object.hasOwn(courses, game) ? courses[game] : undefined;
}
