import type { ClubInside } from '../harness/club-inside.js';
import type { Company } from './watched-table.js';

export interface Read {
  readonly where: string;
  readonly text: string;
}

/** How Next asks for the data of a page instead of the page. */
const dataHeaders = [
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
];

/** Every address that could tell of a table and its running game, asked by people who may ask. */
export async function readEverything(
  club: ClubInside,
  tableId: string,
  gameId: string,
  { players, elsewhere }: Company,
): Promise<Read[]> {
  const pages = [
    `/tables/${tableId}`,
    `/games/${gameId}`,
    '/halls/preferans',
    '/fairness',
    '/statistics',
    '/',
    `/players/${players[0]!.player}`,
  ];
  const api = [
    `/api/tables/${tableId}`,
    `/api/games/${gameId}`,
    `/api/games/${tableId}`,
    `/api/games/${gameId}/record`,
    `/api/players/${players[1]!.player}`,
    '/api/me',
    '/api/health/ready',
  ];
  const data = pages
    .slice(0, 2)
    .flatMap((page) => [
      ...dataHeaders.map((headers) => ({ path: `${page}?_rsc=1`, headers })),
      { path: `${page}.rsc`, headers: {} },
      { path: `${page}.txt`, headers: {} },
      { path: `${page}.segments/_tree.segment.rsc`, headers: {} },
    ]);
  const asked = [
    ...pages.map((path) => ({ path, headers: {}, where: 'page' })),
    ...data.map((each) => ({ ...each, where: 'page data' })),
    ...api.flatMap((path) =>
      [undefined, elsewhere, players[0]].map((session) => ({
        path,
        headers: session ? { cookie: session.cookie } : {},
        where: 'api',
      })),
    ),
  ];
  const reads = await Promise.all(
    asked.map(async ({ path, headers, where }) => {
      const answer = await fetch(club.url + path, { headers: headers as Record<string, string> });
      return { where, text: `${path} ${headersOf(answer)} ${await answer.text()}` };
    }),
  );
  if (club.metricsUrl)
    reads.push({ where: 'metrics', text: await (await fetch(club.metricsUrl)).text() });
  return reads;
}

const headersOf = (answer: Response) => JSON.stringify([...answer.headers]);
