import { createHash } from 'node:crypto';
import type { PlayerId } from '@trellis/facade';
import type { Storage } from '@trellis/storage';
import { render } from '../forum/markdown.js';
import { demoGames, demoSpan, type DemoGame } from './demo-games.js';
import { demoPeople, type DemoPerson } from './demo-people.js';
import { demoTalk, demoThreads, type DemoPost, type DemoThread } from './demo-threads.js';
import { playDemoGame } from './play-demo-game.js';

export interface Filled {
  readonly people: number;
  readonly games: number;
  readonly posts: number;
}

export interface FillOptions {
  /** Everything happened before this moment (ms). */
  readonly now: number;
  readonly games?: readonly DemoGame[];
  readonly progress?: (line: string) => void;
}

const hour = 3_600_000;

/**
 * Fills a club with people, games they really played, and what they wrote. All but the dates is the same each time, and
 * filling a club twice adds nothing.
 */
export async function fillClub(
  storage: Storage,
  { now, games = demoGames, progress = () => undefined }: FillOptions,
): Promise<Filled> {
  const ids: PlayerId[] = [];
  for (const [at, person] of demoPeople.entries())
    ids.push(await enter(storage, person, now - demoSpan - (at + 1) * hour));
  let played = 0;
  for (const [at, game] of games.entries()) {
    if ((await playDemoGame(storage, game, ids, now)) === 'played') played++;
    if (at % 20 === 19) progress(`${at + 1} of ${games.length} games`);
  }
  let posts = 0;
  for (const thread of demoThreads) posts += await write(storage, thread, ids, now);
  await talk(storage, ids, now);
  await befriend(storage, ids, now);
  for (const [at, id] of ids.entries())
    await storage.players.seen(id, now - Math.round(hour * (0.2 + 2.5 * at)));
  return { people: ids.length, games: played, posts };
}

/** Whether everybody in the club is one of the demo's people, or nobody is there. */
export async function isOnlyDemo(storage: Storage): Promise<boolean> {
  const { profiles } = await storage.clubStore.snapshot();
  const players = await storage.players.findMany(profiles.map(({ player }) => player.id));
  const demo = new Set(demoPeople.map(({ identity }) => identity.subject));
  return players.every(({ issuer, subject }) => issuer === 'demo' && demo.has(subject));
}

async function enter(storage: Storage, person: DemoPerson, since: number): Promise<PlayerId> {
  const { identity, hidesLastName = false } = person;
  const { id } = await storage.players.signIn(
    identity,
    hexOf(`player ${identity.subject}`, 20),
    since,
  );
  await storage.players.setHidesLastName(id, hidesLastName);
  return id;
}

/** Returns how many posts are new. */
async function write(
  storage: Storage,
  { place, section, title, hoursAgo, posts }: DemoThread,
  ids: readonly PlayerId[],
  now: number,
): Promise<number> {
  const id = hexOf(`thread ${title}`, 20);
  const begun = now - hoursAgo * hour;
  const post = ({ by, markdown, replyTo }: DemoPost, number: number) => {
    const rendered = render(markdown);
    if (!rendered) throw new Error(`"${title}": post ${number} is too complex.`);
    const { html, text } = rendered;
    return {
      ...{ markdown, html, text, id: hexOf(`post ${title} ${number}`, 20) },
      ...{ author: ids[by]!, at: begun + (number - 1) * 2.3 * hour, replyTo: replyTo ?? null },
    };
  };
  const known = (await storage.forum.thread(id))?.posts.length ?? 0;
  const [opening, ...replies] = posts.map((each, at) => post(each, at + 1));
  await storage.forum.start({ id, place, section, title, opening: opening! });
  for (const reply of replies.slice(Math.max(0, known - 1))) await storage.forum.reply(id, reply);
  return posts.length - known;
}

async function talk(storage: Storage, ids: readonly PlayerId[], now: number): Promise<void> {
  for (const room of new Set(demoTalk.map((line) => line.room))) {
    if ((await storage.chatLines.last(room)).length > 0) continue;
    const lines = demoTalk.filter((line) => line.room === room);
    const cards = await storage.players.findMany(ids);
    for (const [at, { by, text }] of lines.entries()) {
      const player = cards.find(({ id }) => id === ids[by])!;
      await storage.chatLines.add(room, {
        ...{ seq: at + 1, id: hexOf(`line ${room} ${at}`, 22), said: { text } },
        at: now - (lines.length - at) * 40_000,
        player: { id: player.id, name: '' },
      });
    }
  }
}

async function befriend(storage: Storage, ids: readonly PlayerId[], now: number): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const other = ids[(at + 1) % ids.length]!;
    await storage.people.bind(id, other, 'friend', now - (at + 1) * 24 * hour);
    await storage.people.bind(other, id, 'friend', now - at * 24 * hour);
  }
  await storage.people.send({
    ...{ id: hexOf('letter 1', 20), from: ids[1]!, to: ids[0]! },
    ...{ at: now - 3 * hour, said: { text: 'Ann, спасибо за пулю! В четверг реванш?' } },
  });
  await storage.people.send({
    ...{ id: hexOf('letter 2', 20), from: ids[0]!, to: ids[1]! },
    ...{ at: now - 2 * hour, said: { text: 'With pleasure. Bring your luck, you will need it.' } },
  });
}

function hexOf(words: string, length: number): string {
  return createHash('sha256').update(`demo: ${words}`).digest('hex').slice(0, length);
}
