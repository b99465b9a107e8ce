import { seededRandom } from '@trellis/games/kit';
import type { GameRecord } from '@trellis/facade';
import { expect, test } from 'vitest';
import { ClubClient, seatTwo } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { judge, RandomPair } from './random-pair.js';

const kills = Number(process.env.KILLS ?? 30);
const pairs = 6;
const thinkingTime = 900_000;

test(`${kills} times SIGKILL in the middle of play: nothing acknowledged is lost, nothing is there twice`, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e6);
  const random = seededRandom(seed);
  const club = await ClubProcess.start({
    env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' },
  });
  try {
    const thinkers = await Promise.all(
      ['Slow One', 'Slow Two'].map((name) => ClubClient.connect(club.url, name)),
    );
    const quiet = await seatTwo(thinkers[0]!, thinkers[1]!, { moveTimeSec: thinkingTime / 1000 });
    const playing = await Promise.all(
      Array.from({ length: pairs }, (_, i) => RandomPair.sit(club.url, `Pair${i}`, random)),
    );
    const games = playing.map((pair) => pair.play());
    const starts: number[] = [];
    let up = performance.now();
    let uptime = 0;
    for (let kill = 0; kill < kills; kill++) {
      // In mid-play, wherever that is: after a few more moves, and a moment more.
      const enough = acknowledged(playing) + pairs + Math.floor(12 * random());
      await until(() => acknowledged(playing) > enough);
      await pause(30 * random());
      await club.kill();
      uptime += performance.now() - up;
      starts.push(await club.start());
      up = performance.now();
    }
    const last = acknowledged(playing);
    await until(() => acknowledged(playing) > last + pairs); // everybody is back
    for (const pair of playing) pair.stop();
    await Promise.all(games);
    uptime += performance.now() - up;

    const told = playing.flatMap((pair) => pair.told);
    const judges = await ClubClient.connect(club.url, 'The Judge');
    const records = await everyRecord(club, judges, playing);
    expect(judge(told, records), `seed ${seed}`).toEqual([]);
    expect(acknowledged(playing)).toBeGreaterThan(kills * pairs);

    const { seats } = await thinkers[0]!.look(quiet);
    const left = seats[0]!.clock!.move;
    // Clocks ran while the club was up, plus at most one beat a kill.
    expect(left).toBeGreaterThan(thinkingTime - uptime - 1500 * (kills + 1));
    expect(left).toBeLessThanOrEqual(thinkingTime);
    const unanswered = told.filter(({ outcome }) => outcome === 'unanswered').length;
    console.log(
      JSON.stringify({
        ...{ kills, seed, games: records.size, acknowledged: acknowledged(playing), unanswered },
        startMs: {
          median: Math.round(starts.sort((a, b) => a - b)[kills >> 1]!),
          max: Math.round(starts.at(-1)!),
        },
      }),
    );
    for (const each of [...thinkers, judges]) each.close();
    for (const pair of playing) pair.close();
  } finally {
    await club.remove();
  }
}, 600_000);

function acknowledged(playing: readonly RandomPair[]): number {
  return playing.flatMap(({ told }) => told).filter(({ outcome }) => outcome === 'acknowledged')
    .length;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(holds: () => boolean, longestMs = 60_000): Promise<void> {
  const giveUp = Date.now() + longestMs;
  while (!holds()) {
    if (Date.now() > giveUp) throw new Error('Play has not gone on for a minute.');
    await pause(5);
  }
}

/** What the club kept of every game that was played: finished ones from their pages, running ones by ending them. */
async function everyRecord(club: ClubProcess, reader: ClubClient, playing: readonly RandomPair[]) {
  const records = new Map<string, GameRecord>();
  for (const pair of playing) {
    const view = await pair.view();
    if (view.phase === 'playing') await pair.resign();
    for (const id of pair.games) {
      const answer = await fetch(`${club.url}/api/games/${id}`, {
        headers: { cookie: reader.cookie! },
      });
      if (answer.ok) records.set(id, ((await answer.json()) as { game: GameRecord }).game);
    }
  }
  return records;
}
