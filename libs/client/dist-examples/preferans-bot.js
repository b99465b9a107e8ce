// A careful beginner at Preferans: passes while it may, and plays low cards. Its rules come from the club's own package.
//   TRELLIS_TOKEN=… node dist-examples/preferans-bot.js http://localhost:3000 [table]
import { connect } from '@trellis/client';
import { legalCalls, unfold } from '@trellis/games/preferans/rules';
const [url = 'http://localhost:3000', tableId] = process.argv.slice(2);
const club = await connect(url, { token: process.env['TRELLIS_TOKEN'] });
const table = tableId ? await club.sit(tableId) : await club.playNow('preferans');
/** A view travels folded: lists of cards are texts, and long lists of legal actions are left out. */
function choose({ board, legal, viewer }) {
  const seat = viewer;
  const view = unfold(board);
  const listed = legal === true ? legalCalls(view, seat) : legal;
  const deal = view.deal;
  if (view.phase === 'contract' && deal?.contracts) {
    const hand = deal.hands[seat] ?? [];
    const discard = hand.slice(0, Math.max(0, hand.length - 10));
    return { kind: 'contract', contract: deal.contracts[0], discard };
  }
  const pass = listed.find(
    (action) =>
      (action.kind === 'call' && action.word === 'P') ||
      (action.kind === 'declare' && action.word === 'pass'),
  );
  const cards = listed.filter((action) => action.kind === 'play');
  const refuses = listed.find((action) => action.kind === 'answer' && !action.yes);
  const choice = pass ?? cards[0] ?? refuses ?? listed[0];
  if (!choice) throw new Error(`Nothing to choose in the phase ${view.phase}.`);
  return choice;
}
for await (const view of table.turns()) await table.act(choose(view), view.seq);
const { viewer, result } = await table.finished();
console.log(`Place ${result?.places[viewer]}, ${result?.scores[viewer]} whists.`);
club.close();
//# sourceMappingURL=preferans-bot.js.map
