import { z } from 'zod';
import type { TokenScope } from '../access.js';
import * as http from '../http.js';
import { GameRecord, PlayerCard, Profile, TableRow } from './club-shapes.js';
import { forumRoutes, peopleRoutes } from './club-routes.js';
import { exactly } from './exactly.js';
import { noticeRoutes } from './notice-routes.js';
import { justiceRoutes } from './justice-routes.js';
import { ChatLine } from './frames.js';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/tables/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly more?: string;
  /** `session`: with the cookie of a browser only. A scope: with the cookie, or a token that has it. */
  readonly who: 'anybody' | 'session' | TokenScope;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType | 'page' | 'redirect' | 'document';
  readonly refusals?: readonly string[];
}

const Ok = z.object({ ok: z.literal(true) });
const Count = z.number().int();

const Scopes = z.array(z.enum(['read', 'play', 'chat']));
export const TokenRow = exactly<http.TokenRow>()(
  z.object({
    id: z.string(),
    name: z.string(),
    scopes: Scopes,
    createdAt: z.number(),
    expiresAt: z.number(),
    lastUsed: z.number().nullable(),
  }),
);
export const TokensAnswer = exactly<http.TokensAnswer>()(
  z.object({ tokens: z.array(TokenRow), program: PlayerCard.nullable() }),
);
export const MadeToken = exactly<http.MadeToken>()(z.object({ row: TokenRow, token: z.string() }));

export const Me = exactly<http.Me>()(
  z.object({
    player: PlayerCard.extend({
      firstName: z.string(),
      lastName: z.string(),
      hidesLastName: z.boolean(),
      hidesPresence: z.boolean(),
      editor: z.literal(true).optional(),
      arbiter: z.literal(true).optional(),
    }).nullable(),
    seatedAt: z.array(
      z.object({ tableId: z.string(), game: z.string(), number: Count.nullable() }),
    ),
    signIn: z.object({ google: z.boolean(), oidc: z.boolean(), demo: z.boolean() }),
    banned: z.object({ reason: z.string(), until: z.number() }).optional(),
    pauses: z
      .array(
        z.object({
          kind: z.enum(['warning', 'chat-pause', 'rated-pause']),
          reason: z.string(),
          until: z.number(),
        }),
      )
      .optional(),
  }),
);
export const ChatAnswer = exactly<http.ChatAnswer>()(
  z.object({ lines: z.array(ChatLine), cursor: Count }),
);
const Readiness = exactly<http.Readiness>()(
  z.object({
    ok: z.boolean(),
    database: z.enum(['up', 'away']),
    redis: z.enum(['off', 'up', 'away']),
    draining: z.boolean(),
  }),
);

/** Everything that the club answers over HTTP beside its pages. A test compares it with the controllers. */
export const routes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/api/me', who: 'read', answer: Me },
    summary: 'Who is asking, and at which tables he sits.',
    more: 'Without a session or a token `player` is null.',
  },
  {
    ...{ method: 'patch', path: '/api/me', who: 'session', body: http.ChangeMe, answer: Me },
    summary: 'Shows or hides the last name, and being in the club.',
  },
  {
    ...{ method: 'get', path: '/api/me/export', who: 'session', answer: 'document' },
    summary: 'Everything the club keeps of whoever asks and of his programs, as one JSON file.',
    more: 'Also for somebody who is banned.',
    refusals: ['rate-limited', 'storage-away'],
  },
  {
    ...{ method: 'post', path: '/api/me/deletion', who: 'session', body: http.DeleteMe },
    summary: 'Deletes the account and that of its programs. It cannot be taken back.',
    more: 'Games, results and posts stay under a neutral name. Also for somebody who is banned; the ban stays.',
    answer: Ok,
    refusals: ['other-name', 'storage-away'],
  },
  {
    ...{ method: 'get', path: '/api/tables/{id}', who: 'anybody' },
    summary: 'A public table as its hall shows it.',
    answer: exactly<http.TableAnswer>()(z.object({ table: TableRow })),
    refusals: ['no-such-table'],
  },
  {
    ...{ method: 'get', path: '/api/games/{id}', who: 'read' },
    summary: 'A finished game with all its steps.',
    answer: exactly<http.GameAnswer>()(z.object({ game: GameRecord })),
    refusals: ['not-found', 'storage-away'],
  },
  {
    ...{ method: 'get', path: '/api/players/{id}', who: 'read' },
    summary: 'A player’s profile.',
    answer: exactly<http.PlayerAnswer>()(z.object({ profile: Profile })),
    refusals: ['no-such-player', 'storage-away'],
  },
  {
    ...{ method: 'get', path: '/api/chat/{room}', who: 'anybody' },
    summary: 'The talk of a hall: what was said after `since`, or waits up to 25 seconds for it.',
    more: 'Without `since`: the last lines (at most 200) at once. Each line comes once; its `seq` counts from 1 without gaps. Whoever says who he is gets no lines of people he keeps apart from; `cursor` counts them.',
    query: http.ReadChat,
    answer: ChatAnswer,
    refusals: ['no-such-room', 'too-many-waiting', 'bad-token', 'storage-away'],
  },
  {
    ...{ method: 'post', path: '/api/chat/{room}', who: 'chat' },
    summary: 'Says something in a hall.',
    more: 'The same `id` again is the same line, so a request that was not answered may be repeated.',
    body: http.SayByHttp,
    answer: exactly<http.SaidAnswer>()(z.object({ seq: Count })),
    refusals: ['no-such-room', 'empty-line', 'line-too-long', 'bad-characters', 'no-such-phrase'],
  },
  ...forumRoutes,
  ...peopleRoutes,
  ...noticeRoutes,
  ...justiceRoutes,
  {
    ...{ method: 'post', path: '/api/house/{game}', who: 'anybody', body: http.PlayTheHouse },
    summary: 'A game against the computer players of the house, also for visitors.',
    more: 'Finds the one that goes on already. A visitor gets a cookie by which the club knows him again.',
    answer: exactly<http.HouseAnswer>()(z.object({ tableId: z.string() })),
    refusals: ['no-such-game', 'rate-limited'],
  },
  {
    ...{ method: 'get', path: '/api/tokens', who: 'session', answer: TokensAnswer },
    summary: 'Your personal tokens, without their secrets.',
  },
  {
    ...{ method: 'post', path: '/api/tokens', who: 'session', body: http.MakeToken },
    summary: 'Makes a personal token. The answer shows it this once.',
    answer: MadeToken,
    refusals: ['too-many-tokens', 'storage-away'],
  },
  {
    ...{ method: 'delete', path: '/api/tokens/{id}', who: 'session', answer: Ok },
    summary: 'Revokes a token: requests and open connections with it end.',
    refusals: ['no-such-token', 'storage-away'],
  },
  {
    ...{ method: 'get', path: '/api/health/live', who: 'anybody', answer: Ok },
    summary: 'The process runs.',
  },
  {
    ...{ method: 'get', path: '/api/health/ready', who: 'anybody', answer: Readiness },
    summary: 'Whether the club can serve people; 503 when it cannot.',
  },
  {
    ...{ method: 'get', path: '/api/docs', who: 'anybody', answer: 'page' },
    summary: 'This contract, to be read.',
  },
  {
    ...{ method: 'get', path: '/api/docs/openapi.json', who: 'anybody', answer: 'document' },
    summary: 'This contract’s HTTP part as OpenAPI 3.1.',
  },
  {
    ...{ method: 'get', path: '/api/docs/asyncapi.json', who: 'anybody', answer: 'document' },
    summary: 'This contract’s socket part as AsyncAPI 3.0.',
  },
  {
    ...{ method: 'get', path: '/api/docs/docs.css', who: 'anybody', answer: 'document' },
    summary: 'How the page that is to be read looks.',
  },
  {
    ...{ method: 'get', path: '/robots.txt', who: 'anybody', answer: 'document' },
    summary: 'What those who look for pages may look at.',
  },
  {
    ...{ method: 'get', path: '/sitemap.xml', who: 'anybody', answer: 'document' },
    summary: 'The public pages, each in every language.',
  },
  {
    ...{ method: 'post', path: '/auth/demo', who: 'anybody', body: http.DemoSignIn },
    summary: 'Signs in with nothing but a name, where the operator allows it.',
    answer: z.object({ ok: z.literal(true), player: PlayerCard }),
    refusals: ['not-found', 'rate-limited'],
  },
  {
    ...{ method: 'post', path: '/auth/sign-out', who: 'anybody', answer: Ok },
    summary: 'Ends this session.',
  },
  {
    ...{ method: 'post', path: '/auth/sign-out-everywhere', who: 'session', answer: Ok },
    summary: 'Ends all sessions and all tokens of the player.',
  },
  {
    ...{ method: 'get', path: '/auth', who: 'anybody', answer: 'redirect' },
    summary:
      'Sends the browser to the sign-in page, which then leads back to the page it came from.',
  },
  {
    ...{ method: 'get', path: '/auth/{provider}', who: 'anybody', answer: 'redirect' },
    summary: 'Sends the browser to a provider to sign in.',
  },
  {
    ...{ method: 'get', path: '/auth/{provider}/callback', who: 'anybody', answer: 'redirect' },
    summary: 'Where the provider sends it back to.',
  },
];
