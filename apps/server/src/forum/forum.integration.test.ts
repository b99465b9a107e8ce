import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ClubMemory } from '@trellis/facade';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
let ann: Writer;
let bob: Writer;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

/** Everybody of a test is new: what somebody wrote in another test limits nobody. */
let people = 0;
beforeEach(async () => {
  people += 1;
  ann = new Writer(await club.signIn(`Ann Number${people}`));
  bob = new Writer(await club.signIn(`Bob Number${people}`));
});

class Writer {
  private keys = 0;
  constructor(private readonly cookie?: string) {}

  key(): string {
    return `key-${people}-${++this.keys}-long`;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await club.fetch(`/api/forum/${path}`, {
      method,
      cookie: this.cookie,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
  }

  async starts(title: string, markdown: string, rest: object = {}) {
    const thread = { key: this.key(), place: 'forum', section: 'cafe', title, markdown, ...rest };
    return this.ask('POST', 'threads', thread);
  }

  answers(thread: unknown, markdown: string, rest: object = {}) {
    return this.ask('POST', `threads/${String(thread)}/posts`, {
      key: this.key(),
      markdown,
      ...rest,
    });
  }
}

const memory = () => club.running.get(ClubMemory);

test('a topic, an answer with a quotation, and everybody reads both from memory', async () => {
  const { id } = await ann.starts('First *evening*', 'Who plays **tonight**?');
  expect(memory().thread(String(id))?.head).toMatchObject({
    title: 'First *evening*',
    section: 'cafe',
    excerpt: 'Who plays tonight?',
    size: 1,
  });
  expect(await bob.answers(id, '> Who plays\n\nI do.', { replyTo: 1 })).toMatchObject({
    number: 2,
  });
  const thread = memory().thread(String(id));
  expect(thread?.posts.map(({ html, replyTo }) => [html, replyTo])).toEqual([
    ['<p>Who plays <strong>tonight</strong>?</p>', null],
    ['<blockquote>\n<p>Who plays</p>\n</blockquote>\n<p>I do.</p>', 1],
  ]);
  expect(memory().threads('forum', 1)[0]).toMatchObject({ id, size: 2 });
  expect(await bob.ask('GET', `threads/${String(id)}`)).toMatchObject({ thread });
});

test('the same text sent twice is one post', async () => {
  const key = ann.key();
  const [one, two] = await Promise.all([
    ann.starts('Once', 'Only once', { key }),
    ann.starts('Once', 'Only once', { key }),
  ]);
  expect(one.id).toBe(two.id);
  const again = bob.key();
  expect(await bob.answers(one.id, 'Yes', { key: again })).toMatchObject({ number: 2 });
  expect(await bob.answers(one.id, 'Yes', { key: again })).toMatchObject({ number: 2 });
  expect(memory().thread(String(one.id))?.posts).toHaveLength(2);
});

test('a visitor writes nothing, and makes nobody look anything up', async () => {
  const visitor = new Writer();
  const { id } = await ann.starts('Here', 'I am');
  const post = memory().thread(String(id))!.posts[0]!.id;
  for (const [method, path, body] of [
    ['POST', 'threads', {}],
    ['GET', 'threads?place=forum&before=1', undefined],
    ['GET', `threads/${String(id)}`, undefined],
    ['PATCH', `threads/${String(id)}`, { closed: true }],
    ['POST', `threads/${String(id)}/posts`, {}],
    ['PUT', `threads/${String(id)}/subscription`, {}],
    ['GET', `posts/${post}`, undefined],
    ['PATCH', `posts/${post}`, {}],
    ['DELETE', `posts/${post}`, undefined],
    ['POST', 'preview', {}],
    ['GET', 'search?q=here', undefined],
    ['GET', 'subscriptions', undefined],
    ['GET', 'drafts', undefined],
    ['PUT', 'drafts/somewhere', {}],
    ['DELETE', 'drafts/somewhere', undefined],
  ] as const)
    expect(await visitor.ask(method, path, body), `${method} ${path}`).toMatchObject({
      status: 401,
      code: 'not-signed-in',
    });
});

test('only its author edits a post; what stood there can be read', async () => {
  const { id } = await ann.starts('Tpyo', 'Helo');
  const post = memory().thread(String(id))!.posts[0]!;
  const edit = { markdown: 'Hello', title: 'Typo', version: 1 };
  expect(await bob.ask('PATCH', `posts/${post.id}`, edit)).toMatchObject({ code: 'not-yours' });
  expect(await ann.ask('PATCH', `posts/${post.id}`, edit)).toMatchObject({ number: 1 });
  expect(await ann.ask('PATCH', `posts/${post.id}`, edit)).toMatchObject({
    status: 409,
    code: 'edited-meanwhile',
  });
  expect(memory().thread(String(id))).toMatchObject({
    head: { title: 'Typo' },
    posts: [{ html: '<p>Hello</p>', version: 2 }],
  });
  expect(await bob.ask('GET', `posts/${post.id}`)).toMatchObject({
    markdown: 'Hello',
    earlier: [{ html: '<p>Helo</p>' }],
  });
  expect(await bob.ask('DELETE', `posts/${post.id}`)).toMatchObject({ code: 'not-yours' });
  expect(await ann.ask('DELETE', `posts/${post.id}`)).toMatchObject({ ok: true });
  expect(JSON.stringify(memory().thread(String(id)))).not.toContain('Hello');
});

test('the club’s articles and its order are the editors’ alone', async () => {
  const article = { place: 'blog', section: 'club' };
  expect(await ann.starts('News', 'None', article)).toMatchObject({
    status: 403,
    code: 'editors-only',
  });
  const { id } = await ann.starts('Mine', 'My evening', { place: 'blog', section: 'members' });
  expect(await ann.ask('PATCH', `threads/${String(id)}`, { closed: true })).toMatchObject({
    code: 'editors-only',
  });
  expect(memory().threads('blog', 1)[0]).toMatchObject({ id, section: 'members' });
  const feed = await club.fetch('/api/blog/feed.atom');
  expect(feed.headers.get('content-type')).toContain('application/atom+xml');
  expect(await feed.text()).toContain('&lt;p&gt;My evening&lt;/p&gt;');
});

test('a newcomer begins three threads, and no more', async () => {
  for (let n = 0; n < 3; n++) expect((await ann.starts(`No ${n}`, 'x')).status).toBe(201);
  expect(await ann.starts('No 3', 'x')).toMatchObject({ code: 'enough-threads' });
  expect(
    await bob.starts('Links', 'https://a.example https://b.example https://c.example'),
  ).toMatchObject({ code: 'newcomers-links' });
});

test('bad texts are refused in so many words, and lose nothing', async () => {
  const { id } = await ann.starts('Long', 'x'.repeat(20_000));
  expect(memory().thread(String(id))?.posts[0]?.html).toHaveLength(20_007);
  for (const [markdown, code] of [
    ['', 'empty-line'],
    ['\u200b', 'empty-line'],
    ['x'.repeat(20_001), 'bad-request'],
    ['> '.repeat(400), 'too-complex'],
    ['a\u0007', 'bad-characters'],
  ])
    expect(await bob.answers(id, markdown!)).toMatchObject({ status: 400, code });
  expect(await bob.answers('nowhere', 'x')).toMatchObject({ status: 404 });
  expect(await bob.answers(id, 'x', { replyTo: 9 })).toMatchObject({ code: 'bad-reply' });
  expect(await bob.answers(id, 'x', { author: 'ann' })).toMatchObject({ code: 'bad-request' });
  expect(await bob.starts('x'.repeat(121), 'x')).toMatchObject({ code: 'title-too-long' });
  expect(await bob.starts('x', 'x', { section: 'nowhere' })).toMatchObject({
    code: 'no-such-section',
  });
  expect(club.errors).toEqual([]);
});

test('a preview is what the post will be', async () => {
  expect(await ann.ask('POST', 'preview', { markdown: '**x** <b>' })).toMatchObject({
    html: '<p><strong>x</strong> &#x3C;b></p>',
  });
});

test('who writes in a thread follows it, until he says no', async () => {
  const { id } = await ann.starts('Follow', 'me');
  await bob.answers(id, 'I will');
  const followed = async (who: Writer) =>
    ((await who.ask('GET', 'subscriptions')).subscriptions as { seen: number }[]).map(
      ({ seen }) => seen,
    );
  expect(await followed(ann)).toEqual([1]);
  expect(await followed(bob)).toEqual([2]);
  await ann.ask('PUT', `threads/${String(id)}/subscription`, { seen: 99 });
  expect(await followed(ann)).toEqual([2]);
  await ann.ask('PUT', `threads/${String(id)}/subscription`, { follows: false });
  await ann.ask('PUT', `threads/${String(id)}/subscription`, { seen: 2 });
  expect(await followed(ann)).toEqual([]);
});

test('a draft becomes an article and is gone', async () => {
  const draft = { place: 'blog', section: 'members', title: '', markdown: 'Not yet' };
  expect(await ann.ask('PUT', 'drafts/my-first-draft', draft)).toMatchObject({ ok: true });
  expect(await ann.ask('GET', 'drafts')).toMatchObject({
    drafts: [{ ...draft, id: 'my-first-draft' }],
  });
  expect(await bob.ask('GET', 'drafts')).toMatchObject({ drafts: [] });
  await ann.starts('Now', 'Now it is', {
    place: 'blog',
    section: 'members',
    draft: 'my-first-draft',
  });
  expect(await ann.ask('GET', 'drafts')).toMatchObject({ drafts: [] });
});

test('words are found', async () => {
  const { id } = await ann.starts('Мизер', 'Ловленный мизер на семёрку');
  expect(await bob.ask('GET', `search?q=${encodeURIComponent('мизеры')}`)).toMatchObject({
    found: [{ thread: { id }, post: { number: 1 } }],
  });
  expect(await bob.ask('GET', 'search')).toMatchObject({ found: [] });
});
