import { leaderboardRows, type ClubFacade } from '@trellis/facade';
import { forumSections } from '@trellis/forum';
import { courseOf } from '@trellis/games/catalog/courses';

const languages = ['en', 'ru', 'es'] as const;
const most = { games: 300, threads: 300 };
const fixed = [
  ...['/', '/halls', '/leaderboards', '/statistics', '/rules', '/rules/grid', '/grid', '/fairness'],
  ...['/records', '/forum', '/blog', '/new', '/privacy'],
];

interface Place {
  readonly path: string;
  readonly changedAt?: number;
}

/**
 * The public pages that memory holds, each with its addresses in the club's languages. Of letters, digits and dashes: nothing
 * in them needs to be escaped.
 */
export function sitemap(club: ClubFacade, games: readonly string[], publicUrl: string): string {
  const urls = placesOf(club, games).map(({ path, changedAt }) => {
    const here = publicUrl + path;
    const others = languages.map((language) => alternate(language, `${here}?lang=${language}`));
    const changed =
      changedAt === undefined ? '' : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
    const all = [...others, alternate('x-default', here)].join('');
    return `<url><loc>${here}</loc>${changed}${all}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>\n',
  ].join('\n');
}

export function robots(publicUrl: string): string {
  return [
    'User-agent: *',
    // Letters, settings and what is asked by pages: nothing for those who look for pages.
    ...[
      '/api/',
      '/auth',
      '/settings',
      '/people',
      '/forum/search',
      '/forum/write',
      '/blog/write',
    ].map((path) => `Disallow: ${path}`),
    `Sitemap: ${publicUrl}/sitemap.xml\n`,
  ].join('\n');
}

function placesOf(club: ClubFacade, games: readonly string[]): readonly Place[] {
  const leaders = games.flatMap((game) => club.leaderboard(game).slice(0, leaderboardRows));
  const players = new Set(leaders.map(({ player }) => player.id));
  return [
    ...fixed.map((path) => ({ path })),
    ...games.flatMap((game) => [{ path: `/halls/${game}` }, { path: `/rules/${game}` }]),
    ...games.filter(courseOf).map((game) => ({ path: `/learn/${game}` })),
    ...forumSections.map((section) => ({ path: `/forum/${section}` })),
    ...[...players]
      .filter((id) => club.profile(id) !== undefined)
      .map((id) => ({ path: `/players/${id}` })),
    ...club
      .recentGames(most.games)
      .map(({ id, finishedAt }) => ({ path: `/games/${id}`, changedAt: finishedAt })),
    ...(['forum', 'blog'] as const).flatMap((place) =>
      club.threads(place, most.threads).map(({ id, last }) => ({
        path: place === 'blog' ? `/blog/${id}` : `/forum/topics/${id}`,
        changedAt: last.at,
      })),
    ),
  ];
}

const alternate = (language: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`;
