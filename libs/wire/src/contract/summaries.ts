import type { ClientToServer } from '../client-to-server.js';
import type { GridToClient, GridToServer } from '../grid.js';
import type { ServerToClient } from '../server-to-client.js';

/** One line for each event, for who reads the contract. */
export const summaries = {
  'hall:enter':
    'Looks at a hall: the answer is all of it, hall:changes follow. One hall at a time.',
  'hall:leave': 'Looks at no hall any more.',
  'hall:find': 'Finds a table of a hall by its number.',
  'hall:play-now': 'Sits down at a fitting public table, or sets one with the default conventions.',
  'table:set': 'Sets a table: at a number, at the first free one, or a private one.',
  'table:conventions': 'Chooses the conventions; only from who set the table, within two minutes.',
  'table:cancel': 'Gives up setting the table.',
  'table:look': 'Looks at a table: the answer is the view, table:view follows after each step.',
  'table:unlook': 'Looks at this table no more.',
  'table:past': 'What is over in this game and left out of its views, from line `from` on.',
  'table:play-here':
    'The player plays from here: of his devices that say so the newest plays, the others show the game.',
  'table:automatic':
    'From now on the club plays the only legal card for this player, or no longer.',
  'table:sit': 'Takes a seat. The game starts when the last one is taken.',
  'table:stand': 'Leaves a seat before the game.',
  'table:seat-computer': 'Gives a seat to a computer player of the house.',
  'table:clear-seat': 'Sends that computer player away.',
  'table:contribute':
    'Randomness for the shuffles of the game, as an answer to the view’s `commitment`. Counts once.',
  'table:fairness': 'What one may know of the shuffles of the game that is played.',
  'table:act':
    'Does one of the actions that the view calls legal. `after` is the view’s seq: a repeated request is refused as stale.',
  'table:leave': 'Leaves a game that runs: the seat is fined.',
  'table:return': 'Plays on, after a computer has played for this player.',
  'table:rematch': 'Wants to play again with the same people.',
  'chat:say': 'Says something in a room. The same id again is the same line.',
  'chat:listen': 'The lines after `since`, then chat:line for each new one.',
  'chat:unlisten': 'Listens to this room no more.',
  'table:view': 'The table as this viewer may see it, whole. The newest seq counts.',
  'hall:changes': 'What differs from what was sent of the hall before.',
  'chat:line': 'Somebody has said something. A seq that is known already is the same line.',
  'people:letter': 'Somebody has written to you, or you yourself, on whatever page.',
  'notice:seen': 'A page that is looked at has shown a notice: no other channel is needed.',
  'notice:told': 'Something waits for you: a turn, a game, a letter, an invitation, a reply.',
  'session:ended': 'The session or the token has ended; the connection closes.',
  'connection:paused':
    'You asked too much, again and again; the connection closes. Come back after retryMs, not earlier.',
  'server:restarting': 'The club starts again: come back after retryMs.',
  'club:storage': 'The database is away or back; moves wait meanwhile.',
  movement:
    'A step. Told to all in the world as user_position, also when it leads nowhere. More than 20 a second are dropped.',
  join: 'Goes into the world of a room; the room is told its head count as l_users.',
  leave: 'Goes back from a room to the common world; the room is told who is left as l_users.',
  message: 'The first message: who one is, with which symbol, on how large a board.',
  grid_status: 'Everybody in the world, by userId.',
  user_position: 'Somebody came, moved, or (with remove) left.',
  users_connected: 'How many people are in this world.',
  l_users: 'How many people are in the room that was joined or left.',
  'grid:world': 'Protocol 2: the world whole, on coming and after changing the room.',
  'grid:frame': 'Protocol 2: what changed in the last 50 ms.',
} as const satisfies Record<
  keyof ClientToServer | keyof ServerToClient | keyof GridToServer | keyof GridToClient,
  string
>;
