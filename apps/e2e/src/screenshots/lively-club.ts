import { seededRandom } from '@trellis/games/kit';
import { ClubClient, seatTwo } from '../harness/club-client.js';

/** Where there is something to be seen. */
export interface LivelyClub {
  readonly addresses: Readonly<Record<string, string>>;
  /** Whose eyes the pictures are taken with. */
  readonly guide: string;
  /** Ends what keeps everybody's presence. */
  close(): void;
}

/** People with names in three scripts, games they really played, talk, and a table in each of its states. */
export async function liven(url: string): Promise<LivelyClub> {
  const names = [
    'Ann Archer',
    'Борис Воронцов',
    '李小明',
    'María del Carmen Ñúñez',
    'Екатерина Константинопольская',
    'Bob Baker',
  ];
  const people: ClubClient[] = [];
  for (const name of names) people.push(await ClubClient.connect(url, name));
  const [ann, boris, li, maria, ekaterina, bob] = people as [
    ClubClient,
    ClubClient,
    ClubClient,
    ClubClient,
    ClubClient,
    ClubClient,
  ];
  const random = seededRandom(11);
  let last = '';
  for (let round = 0; round < 3; round++)
    for (const [i, one] of people.entries())
      for (const other of people.slice(i + 1)) {
        const [first, second] = random() < 0.5 ? [one, other] : [other, one];
        last = await playOut(first, second, random);
      }

  const slow = { moveTimeSec: 900, timeBankSec: 600 };
  const playing = await seatTwo(ann, boris, slow);
  await act(ann, playing, 4);
  await act(boris, playing, 0);
  await act(ann, playing, 2);
  await act(boris, playing, 6);
  await say(boris, `table:${playing}`, 'Добрый вечер! Давно не играли.');
  await say(ann, `table:${playing}`, 'Good evening, Boris. Ready to lose again?');
  await say(boris, `table:${playing}`, 'Посмотрим :)');

  const watched = await seatTwo(li, maria, slow);
  await act(li, watched, 0);
  await act(maria, watched, 4);
  await act(li, watched, 8);

  const finished = await seatTwo(ann, ekaterina, slow);
  for (const [i, cell] of [4, 1, 0, 8, 6, 2, 3].entries())
    await act(i % 2 === 0 ? ann : ekaterina, finished, cell);
  const { gameId } = await ann.until(finished, ({ phase }) => phase === 'finished');

  const { tableId: gathering } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await ann.must('table:conventions', { tableId: gathering, conventions: slow });
  const { tableId: open } = await bob.must('table:set', { game: 'tic-tac-toe' });
  await bob.must('table:conventions', { tableId: open, conventions: {} });

  await say(maria, 'hall:tic-tac-toe', '¡Hola a todos! ¿Quién juega?');
  await say(
    bob,
    'hall:tic-tac-toe',
    'Table 5 waits for you. Rules: https://example.org/tic-tac-toe',
  );
  await say(li, 'hall:tic-tac-toe', '大家好');
  await ekaterina.must('chat:say', {
    room: 'hall:tic-tac-toe',
    id: 'good-luck-to-all',
    said: { phrase: 'good-luck' },
  });

  return {
    guide: 'Ann Archer',
    addresses: {
      home: '/',
      halls: '/halls',
      hall: '/halls/tic-tac-toe',
      leaderboards: '/leaderboards',
      statistics: '/statistics',
      rules: '/rules',
      'rules-of-a-game': '/rules/preferans',
      'rules-of-the-grid': '/rules/grid',
      course: '/learn/preferans',
      'sign-in': '/sign-in?error=cancelled',
      settings: '/settings',
      player: `/players/${ann.player}`,
      game: `/games/${gameId ?? last}`,
      'table-playing': `/tables/${playing}`,
      'table-watched': `/tables/${watched}`,
      'table-gathering': `/tables/${gathering}`,
      'table-finished': `/tables/${finished}`,
      'nothing-here': '/nothing-here',
    },
    close: () => people.forEach((each) => each.close()),
  };
}

/** A game to its end, at random, after which both leave the table. */
async function playOut(
  first: ClubClient,
  second: ClubClient,
  random: () => number,
): Promise<string> {
  const tableId = await seatTwo(first, second);
  for (let turn = 0; ; turn++) {
    const who = turn % 2 === 0 ? first : second;
    const view = await who.until(
      tableId,
      ({ phase, viewer, toAct }) =>
        phase === 'finished' || (viewer !== 'spectator' && toAct.includes(viewer)),
    );
    if (view.phase === 'finished') {
      for (const each of [first, second]) await each.must('table:leave', { tableId });
      return view.gameId ?? '';
    }
    const legal = view.legal === true ? [] : view.legal;
    const action = legal[Math.floor(random() * legal.length)];
    await who.must('table:act', { tableId, after: view.seq, action });
  }
}

async function act(who: ClubClient, tableId: string, cell: number): Promise<void> {
  const { seq } = await who.until(
    tableId,
    ({ viewer, toAct }) => viewer !== 'spectator' && toAct.includes(viewer),
  );
  await who.must('table:act', { tableId, after: seq, action: { cell } });
}

let said = 0;
async function say(who: ClubClient, room: string, text: string): Promise<void> {
  await who.must('chat:say', { room, id: `said-at-the-club-${++said}`, said: { text } });
}
