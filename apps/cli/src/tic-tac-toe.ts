// `npm run tic-tac-toe`: a game against the computer in a terminal.
import { seededRandom } from '@trellis/games/kit';
import { talk } from './terminal.js';
import { ticTacToeDialogue } from './tic-tac-toe-dialogue.js';

await talk(ticTacToeDialogue(seededRandom(Date.now())), process.stdin, process.stdout);
