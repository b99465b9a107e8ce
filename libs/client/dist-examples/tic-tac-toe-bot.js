// A tic-tac-toe player: wins if it can, prevents a loss, else takes a good cell.
//   TRELLIS_TOKEN=… node dist-examples/tic-tac-toe-bot.js http://localhost:3000 [games]
import { connect } from '@trellis/client';
const [url = 'http://localhost:3000', games = '1'] = process.argv.slice(2);
const club = await connect(url, { token: process.env['TRELLIS_TOKEN'] });
const lines = ['012', '345', '678', '036', '147', '258', '048', '246'].map((line) =>
  [...line].map(Number),
);
/** A free cell of a line whose other two belong to `seat`. */
function completes(cells, seat) {
  for (const line of lines) {
    const free = line.filter((cell) => cells[cell] === null);
    if (free.length === 1 && line.filter((cell) => cells[cell] === seat).length === 2)
      return free[0];
  }
  return undefined;
}
for (let game = 1; game <= Number(games); game++) {
  const table = await club.playNow('tic-tac-toe');
  for await (const { board, viewer } of table.turns()) {
    const { cells } = board;
    const me = viewer;
    const good = [4, 0, 2, 6, 8, 1, 3, 5, 7].find((cell) => cells[cell] === null);
    await table.act({ cell: completes(cells, me) ?? completes(cells, 1 - me) ?? good });
  }
  const { viewer, result } = await table.finished();
  console.log(`Game ${game}: place ${result?.places[viewer]} of 2`);
  await table.unfollow();
}
club.close();
//# sourceMappingURL=tic-tac-toe-bot.js.map
