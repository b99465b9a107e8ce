import type * as club from '@trellis/facade';
import { z } from 'zod';
import * as forum from '../forum.js';
import * as people from '../people.js';
import { PlayerCard } from './club-shapes.js';
import { exactly } from './exactly.js';
import type { Route } from './routes.js';

// The forum, the blog and one's people. What people write there they write in a browser: no token reaches it.

const Count = z.number().int();
const Place = z.enum(['forum', 'blog']);
const Ok = exactly<forum.Done>()(z.object({ ok: z.literal(true) }));

export const ThreadHead = exactly<club.ThreadHead>()(
  z.object({
    id: z.string(),
    place: Place,
    section: z.string(),
    title: z.string(),
    author: PlayerCard,
    startedAt: z.number(),
    size: Count,
    last: z.object({ author: PlayerCard, at: z.number() }),
    excerpt: z.string(),
    closed: z.boolean(),
    version: Count,
  }),
);
export const Post = exactly<club.Post>()(
  z.object({
    id: z.string(),
    number: Count,
    author: PlayerCard,
    at: z.number(),
    html: z.string(),
    replyTo: Count.nullable(),
    editedAt: z.number().nullable(),
    removed: z.enum(['author', 'editor']).nullable(),
    version: Count,
  }),
);
const Thread = exactly<club.Thread>()(z.object({ head: ThreadHead, posts: z.array(Post) }));
const Written = exactly<forum.PostWritten>()(z.object({ number: Count }));

export const Letter = exactly<people.Letter>()(
  z.object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    at: z.number(),
    said: z.union([
      z.object({ text: z.string() }),
      z.object({ phrase: z.string() }),
      z.object({
        invitation: z.object({
          tableId: z.string(),
          game: z.string(),
          number: Count.nullable(),
        }),
      }),
    ]),
  }),
);

const ofWriting = ['empty-line', 'bad-characters', 'post-too-long', 'too-complex', 'storage-away'];
const ofMembers = { who: 'session' as const };

export const forumRoutes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/api/forum/threads', ...ofMembers },
    summary: 'Threads of a place, or of a section of it, older than a moment.',
    query: z.object({ place: Place, section: z.string().optional(), before: z.string() }),
    answer: exactly<forum.ThreadsAnswer>()(z.object({ threads: z.array(ThreadHead) })),
  },
  {
    ...{ method: 'post', path: '/api/forum/threads', ...ofMembers, body: forum.StartThread },
    summary: 'Begins a topic of the forum or an article of the blog.',
    more: 'The same `key` again is the same thread.',
    answer: exactly<forum.ThreadStarted>()(z.object({ id: z.string() })),
    refusals: [...ofWriting, 'no-title', 'title-too-long', 'no-such-section', 'editors-only'],
  },
  {
    ...{ method: 'get', path: '/api/forum/threads/{id}', ...ofMembers },
    summary: 'A thread with all its posts.',
    answer: exactly<forum.ThreadAnswer>()(z.object({ thread: Thread })),
    refusals: ['not-found', 'storage-away'],
  },
  {
    ...{ method: 'patch', path: '/api/forum/threads/{id}', ...ofMembers, answer: Ok },
    summary: 'Closes or opens a thread, for editors of the club.',
    body: forum.ChangeThread,
    refusals: ['editors-only', 'not-found'],
  },
  {
    ...{ method: 'post', path: '/api/forum/threads/{id}/posts', ...ofMembers },
    summary: 'Writes in a thread.',
    more: 'The same `key` again is the same post.',
    body: forum.WritePost,
    answer: Written,
    refusals: [...ofWriting, 'not-found', 'thread-closed', 'thread-full', 'bad-reply'],
  },
  {
    ...{ method: 'put', path: '/api/forum/threads/{id}/subscription', ...ofMembers, answer: Ok },
    summary: 'Follows a thread or not, and says how far it was read.',
    body: forum.Follow,
    refusals: ['not-found'],
  },
  {
    ...{ method: 'get', path: '/api/forum/posts/{id}', ...ofMembers },
    summary: 'A post as it was written, and what stood there before.',
    answer: exactly<forum.PostAnswer>()(
      z.object({
        post: Post,
        title: z.string(),
        markdown: z.string(),
        earlier: z.array(z.object({ html: z.string(), until: z.number() })),
      }),
    ),
    refusals: ['not-found'],
  },
  {
    ...{ method: 'patch', path: '/api/forum/posts/{id}', ...ofMembers, body: forum.EditPost },
    summary: 'Edits a post of one’s own.',
    answer: Written,
    refusals: [...ofWriting, 'not-found', 'not-yours', 'edited-meanwhile'],
  },
  {
    ...{ method: 'delete', path: '/api/forum/posts/{id}', ...ofMembers, answer: Ok },
    summary: 'Takes the words out of a post: its author’s, and for editors anybody’s.',
    refusals: ['not-found', 'not-yours'],
  },
  {
    ...{ method: 'post', path: '/api/forum/preview', ...ofMembers, body: forum.AskPreview },
    summary: 'What would become of a text.',
    answer: exactly<forum.Preview>()(z.object({ html: z.string() })),
    refusals: ofWriting,
  },
  {
    ...{ method: 'get', path: '/api/forum/search', ...ofMembers },
    summary: 'Posts with these words, in any of the club’s languages and in any of their forms.',
    query: z.object({ q: z.string().optional() }),
    answer: exactly<forum.SearchAnswer>()(
      z.object({
        found: z.array(
          z.object({
            thread: ThreadHead,
            post: z.object({ number: Count, author: PlayerCard, at: z.number() }),
            excerpt: z.string(),
          }),
        ),
      }),
    ),
  },
  {
    ...{ method: 'get', path: '/api/forum/subscriptions', ...ofMembers },
    summary: 'The threads one follows, and how far one has read them.',
    answer: exactly<forum.SubscriptionsAnswer>()(
      z.object({ subscriptions: z.array(z.object({ thread: ThreadHead, seen: Count })) }),
    ),
  },
  {
    ...{ method: 'get', path: '/api/forum/drafts', ...ofMembers },
    summary: 'One’s drafts, the newest first.',
    answer: exactly<forum.DraftsAnswer>()(
      z.object({
        drafts: z.array(
          z.object({
            id: z.string(),
            place: Place,
            section: z.string(),
            title: z.string(),
            markdown: z.string(),
            savedAt: z.number(),
          }),
        ),
      }),
    ),
  },
  {
    ...{ method: 'put', path: '/api/forum/drafts/{id}', ...ofMembers, answer: Ok },
    summary: 'Keeps a draft.',
    body: forum.SaveDraft,
    refusals: ['no-such-section', 'too-many-drafts'],
  },
  {
    ...{ method: 'delete', path: '/api/forum/drafts/{id}', ...ofMembers, answer: Ok },
    summary: 'Throws a draft away.',
  },
  {
    ...{ method: 'get', path: '/api/blog/feed.atom', who: 'anybody', answer: 'document' },
    summary: 'The newest articles of the blog as an Atom feed.',
  },
];

export const peopleRoutes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/api/people', ...ofMembers },
    summary: 'One’s friends with their presence, and those from whom one keeps apart.',
    answer: exactly<people.AcquaintancesAnswer>()(
      z.object({
        acquaintances: z.array(
          z.object({
            player: PlayerCard,
            bond: z.enum(['friend', 'blocked']),
            presence: z.object({ online: z.boolean(), playsAt: Count }),
          }),
        ),
      }),
    ),
  },
  {
    ...{ method: 'get', path: '/api/people/letters', ...ofMembers },
    summary: 'The last letter with each other player, the newest first.',
    answer: exactly<people.CorrespondencesAnswer>()(
      z.object({
        correspondences: z.array(z.object({ with: PlayerCard, last: Letter, unread: Count })),
      }),
    ),
  },
  {
    ...{ method: 'get', path: '/api/people/unread', ...ofMembers },
    summary: 'How many letters one has not seen, and threads one follows with something new.',
    answer: exactly<people.UnreadAnswer>()(z.object({ unread: Count, threads: Count })),
  },
  {
    ...{ method: 'put', path: '/api/people/{id}/bond', ...ofMembers, answer: Ok },
    summary: 'Befriends a player, keeps apart from him, or neither.',
    more: 'Who keep apart neither hear nor write to each other, nor sit down at the same table.',
    body: people.ChangeBond,
    refusals: ['no-such-player', 'yourself', 'too-many-bonds'],
  },
  {
    ...{ method: 'get', path: '/api/people/{id}/letters', ...ofMembers },
    summary: 'The last letters with a player before a moment, oldest first.',
    query: z.object({ before: z.string().optional() }),
    answer: exactly<people.LettersAnswer>()(
      z.object({ with: PlayerCard, letters: z.array(Letter) }),
    ),
    refusals: ['no-such-player'],
  },
  {
    ...{ method: 'post', path: '/api/people/{id}/letters', ...ofMembers, body: people.SendLetter },
    summary: 'Writes a letter, or invites to the table where one sits.',
    more: 'The same `key` again is the same letter.',
    answer: exactly<people.LetterAnswer>()(z.object({ letter: Letter })),
    refusals: ['no-such-player', 'yourself', 'kept-apart', 'not-seated', 'empty-line'],
  },
  {
    ...{ method: 'put', path: '/api/people/{id}/letters/seen', ...ofMembers, answer: Ok },
    summary: 'Has seen all letters of a player up to a moment.',
    body: people.SeenLetters,
  },
];
