import {
  draftsMost,
  type ForumStore,
  type NewPost,
  type NewThread,
  type WrittenText,
} from '@trellis/forum';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

function written(text: string): WrittenText {
  return { markdown: text, html: `<p>${text}</p>`, text };
}

function aPost(id: string, at: number, text = id, rest: Partial<NewPost> = {}): NewPost {
  return { id, author: 'ann', at, replyTo: null, ...written(text), ...rest };
}

function aThread(id: string, at: number, rest: Partial<NewThread> = {}): NewThread {
  const opening = aPost(`${id}-1`, at, `The first words of ${id}`);
  return { id, place: 'forum', section: 'strategy', title: `On ${id}`, opening, ...rest };
}

/** What every `ForumStore` promises. `make` gives an empty one and the players of its club. */
export function forumContract(
  name: string,
  make: () => Promise<{ forum: ForumStore; players: Players }>,
): void {
  describe(`the forum: ${name}`, () => {
    let forum: ForumStore;
    let players: Players;
    beforeEach(async () => {
      ({ forum, players } = await make());
      for (const id of ['ann', 'bob']) await signIn(players, id);
    });

    const found = async (words: string) =>
      (await forum.search(words)).map(({ post }) => post.id).sort();

    test('a thread and its answers, numbered without gaps', async () => {
      const started = await forum.start(aThread('t', 1_000));
      expect(started).toEqual({
        head: {
          id: 't',
          place: 'forum',
          section: 'strategy',
          title: 'On t',
          author: { id: 'ann', name: 'Ann Lee' },
          startedAt: 1_000,
          size: 1,
          last: { author: { id: 'ann', name: 'Ann Lee' }, at: 1_000 },
          excerpt: 'The first words of t',
          closed: false,
          version: 1,
        },
        posts: [
          {
            id: 't-1',
            number: 1,
            author: { id: 'ann', name: 'Ann Lee' },
            at: 1_000,
            html: '<p>The first words of t</p>',
            replyTo: null,
            editedAt: null,
            removed: null,
            version: 1,
          },
        ],
      });
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, index) =>
          forum.reply('t', aPost(`a${index}`, 2_000, 'yes', { author: 'bob', replyTo: 1 })),
        ),
      );
      expect(answers.map(({ post }) => post.number).sort()).toEqual([2, 3, 4, 5, 6]);
      const thread = await forum.thread('t');
      expect(thread?.head).toMatchObject({ size: 6, last: { author: { id: 'bob' }, at: 2_000 } });
      expect(thread?.posts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await forum.newest(10)).toEqual([thread]);
      expect(await forum.thread('none')).toBeUndefined();
    });

    test('a lost answer: the same thread and the same post again change nothing', async () => {
      const first = await forum.start(aThread('t', 1_000));
      expect(await forum.start(aThread('t', 5_000))).toEqual(first);
      const answer = await forum.reply('t', aPost('a', 2_000));
      expect(await forum.reply('t', aPost('a', 9_000))).toEqual(answer);
      const both = await Promise.all([
        forum.reply('t', aPost('b', 3_000)),
        forum.reply('t', aPost('b', 3_000)),
      ]);
      expect(both[0].post).toEqual(both[1].post);
      expect((await forum.thread('t'))?.posts).toHaveLength(3);
      expect((await forum.thread('t'))?.head.size).toBe(3);
    });

    test('refuses an answer to nothing, and to what is closed', async () => {
      await forum.start(aThread('t', 1_000));
      await expect(forum.reply('none', aPost('a', 2_000))).rejects.toThrow(/no such thread/);
      await expect(forum.reply('t', aPost('a', 2_000, 'a', { replyTo: 2 }))).rejects.toThrow(
        /not there/,
      );
      expect((await forum.thread('t'))?.head.size).toBe(1);
      expect((await forum.setClosed('t', true)).closed).toBe(true);
      await expect(forum.reply('t', aPost('a', 2_000))).rejects.toThrow(/any more/);
      await forum.setClosed('t', false);
      await forum.reply('t', aPost('a', 2_000));
      await expect(forum.setClosed('none', true)).rejects.toThrow(/no such/);
    });

    test('an edit keeps what stood there; an edit of an older version is refused', async () => {
      await forum.start(aThread('t', 1_000));
      const edit = { id: 't-1', at: 2_000, version: 1, title: 'A better title' };
      const { head, post } = await forum.edit({ ...edit, ...written('Better words') });
      expect(head).toMatchObject({ title: 'A better title', excerpt: 'Better words', version: 2 });
      expect(post).toMatchObject({ html: '<p>Better words</p>', editedAt: 2_000, version: 2 });
      await expect(forum.edit({ ...edit, ...written('Worse') })).rejects.toThrow(/not what you/);
      expect(await forum.source('t-1')).toEqual({
        post,
        threadId: 't',
        title: 'A better title',
        markdown: 'Better words',
        earlier: [{ html: '<p>The first words of t</p>', until: 2_000 }],
      });
      expect(await found('better')).toEqual(['t-1']);
      expect(await found('first')).toEqual([]);
    });

    test('what is removed leaves its number, and no words anywhere', async () => {
      await forum.start(aThread('t', 1_000));
      await forum.reply('t', aPost('a', 2_000, 'a secret'));
      await forum.edit({ id: 'a', at: 2_500, version: 1, ...written('a secret still') });
      const { post } = await forum.remove('a', 'editor', 3_000);
      expect(post).toMatchObject({ number: 2, html: '', removed: 'editor' });
      expect(JSON.stringify([await forum.source('a'), await forum.thread('t')])).not.toContain(
        'secret',
      );
      expect(await found('secret')).toEqual([]);
      expect(await forum.remove('a', 'author', 4_000)).toMatchObject({ post });
      await expect(
        forum.edit({ id: 'a', at: 3_500, version: post.version, ...written('again') }),
      ).rejects.toThrow(/no such post/);
      expect((await forum.remove('t-1', 'author', 5_000)).head.excerpt).toBe('');
    });

    test('lists go back in time, place by place', async () => {
      for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
        await forum.start(aThread(id, 1_000 + index, { section: index < 2 ? 'cafe' : 'strategy' }));
      await forum.start(aThread('e', 5_000, { place: 'blog', section: 'club' }));
      await forum.reply('a', aPost('x', 9_000));
      const ids = async (...args: Parameters<ForumStore['older']>) =>
        (await forum.older(...args)).map(({ id }) => id);
      expect(await ids('forum', undefined, 10_000, 3)).toEqual(['a', 'd', 'c']);
      expect(await ids('forum', undefined, 1_002, 3)).toEqual(['b']);
      expect(await ids('forum', 'cafe', 10_000, 3)).toEqual(['a', 'b']);
      expect(await ids('blog', undefined, 5_000, 3)).toEqual([]);
      expect((await forum.newest(2)).map(({ head }) => head.id)).toEqual(['a', 'e']);
    });

    test('finds words of three languages in their forms, in titles too', async () => {
      await forum.start(
        aThread('en', 1_000, {
          opening: aPost('en-1', 1_000, 'Sitting at the tables I was counting tricks'),
        }),
      );
      await forum.start(
        aThread('ru', 2_000, {
          title: 'Как считать карты',
          opening: aPost('ru-1', 2_000, 'Распасовка прошла без единой взятки'),
        }),
      );
      await forum.reply('ru', aPost('es-1', 3_000, 'Jugamos las cartas con prudencia'));
      expect(await found('table')).toEqual(['en-1']);
      expect(await found('взятках')).toEqual(['ru-1']);
      expect(await found('карта')).toEqual(['ru-1']);
      expect(await found('carta')).toEqual(['es-1']);
      expect(await found('prudencias')).toEqual(['es-1']);
      expect(await found('counting zebra')).toEqual([]);
      expect(await found('  "\' & | ! :* \\ ')).toEqual([]);
      const [hit] = await forum.search('взятками');
      expect(hit).toMatchObject({ thread: { id: 'ru' }, post: { id: 'ru-1', number: 1 } });
      expect(hit?.excerpt).toContain('\u0002взятки\u0003');
    });

    test('counts what somebody wrote', async () => {
      await forum.start(aThread('t', 1_000));
      await forum.reply('t', aPost('a', 2_000));
      await forum.reply('t', aPost('b', 2_000, 'b', { author: 'bob' }));
      expect(await forum.activity('ann', 1_001)).toEqual({ threads: 0, posts: 1, postsEver: 2 });
      expect(await forum.activity('bob', 0)).toEqual({ threads: 0, posts: 1, postsEver: 1 });
    });

    test('follows threads, as far as they were read', async () => {
      await forum.start(aThread('t', 1_000));
      await forum.start(aThread('u', 2_000));
      await forum.read('ann', 't', 1);
      expect(await forum.subscriptions('ann')).toEqual([]);
      await forum.follow('ann', 't', 1);
      await forum.follow('ann', 'u', 1);
      await forum.reply('t', aPost('a', 3_000));
      expect(await forum.unreadThreads('ann')).toBe(1);
      await forum.read('ann', 't', 2);
      expect(await forum.unreadThreads('ann')).toBe(0);
      await forum.read('ann', 't', 1);
      await forum.follow('ann', 't', 1);
      expect(await forum.subscriptions('ann')).toMatchObject([
        { thread: { id: 't', size: 2 }, seen: 2 },
        { thread: { id: 'u', size: 1 }, seen: 1 },
      ]);
      await forum.follow('bob', 't', 1);
      expect([...(await forum.followers('t'))].sort()).toEqual(['ann', 'bob']);
      expect(await forum.followers('nothing')).toEqual([]);
      await forum.unfollow('ann', 't');
      await forum.unfollow('bob', 't');
      expect((await forum.subscriptions('ann')).map(({ thread }) => thread.id)).toEqual(['u']);
      expect(await forum.subscriptions('bob')).toEqual([]);
    });

    test('keeps drafts for their author alone', async () => {
      const draft = { place: 'blog' as const, section: 'members', title: '', markdown: 'Once' };
      await forum.saveDraft('ann', { ...draft, id: 'd', savedAt: 1_000 });
      await forum.saveDraft('ann', { ...draft, id: 'd', savedAt: 2_000, title: 'Upon' });
      await forum.saveDraft('bob', { ...draft, id: 'd', savedAt: 3_000 });
      expect(await forum.drafts('ann')).toEqual([
        { ...draft, id: 'd', savedAt: 2_000, title: 'Upon' },
      ]);
      for (let index = 1; index < draftsMost; index++)
        await forum.saveDraft('ann', { ...draft, id: `d${index}`, savedAt: index });
      await expect(forum.saveDraft('ann', { ...draft, id: 'more', savedAt: 1 })).rejects.toThrow(
        /drafts/,
      );
      await forum.saveDraft('ann', { ...draft, id: 'd', savedAt: 5_000 });
      await forum.dropDraft('ann', 'd');
      expect(await forum.drafts('ann')).toHaveLength(draftsMost - 1);
      expect(await forum.drafts('bob')).toHaveLength(1);
    });

    test('everywhere the name that a player shows now', async () => {
      await forum.start(aThread('t', 1_000));
      await players.setHidesLastName('ann', true);
      const shown = JSON.stringify([await forum.newest(5), await forum.search('words')]);
      expect(shown).toContain('Ann L.');
      expect(shown).not.toContain('Ann Lee');
    });
  });
}
