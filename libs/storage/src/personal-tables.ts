/** How a table gives what it has of a person. */
export interface PersonalTable {
  /** Which rows; `$1` are the ids of his account and of that of his programs. */
  readonly where: string;
  /** What rows are told apart by, in the order in which they come. */
  readonly key: readonly string[];
  /** Columns that are nobody's to read. */
  readonly without?: readonly string[];
  /** How many rows are read at once; the default is for small ones. */
  readonly atOnce?: number;
  /** What becomes of them when the account is deleted: they go, or stay under a neutral name. */
  readonly onDeletion: 'goes' | 'stays';
}

/** Why a table gives a person nothing. */
export interface NotPersonal {
  readonly because: string;
}

const his = (column: string) => `${column} = ANY($1)`;
const ofHisGames = `IN (SELECT game_id FROM game_seat WHERE ${his('player_id')})`;

/**
 * Every table of the database, and what of it is in the file that a person gets of himself. A test compares this with the
 * schema: who adds a table decides here whose it is.
 */
export const personalTables: Readonly<Record<string, PersonalTable | NotPersonal>> = {
  player: { where: his('id'), key: ['id'], onDeletion: 'stays' },
  rating: { where: his('player_id'), key: ['player_id', 'game'], onDeletion: 'stays' },
  game: {
    where: `id ${ofHisGames}`,
    key: ['ordinal'],
    // With all its steps.
    atOnce: 20,
    onDeletion: 'stays',
  },
  game_seat: { where: `game_id ${ofHisGames}`, key: ['game_id', 'seat'], onDeletion: 'stays' },
  rating_change: { where: his('player_id'), key: ['ordinal', 'player_id'], onDeletion: 'stays' },
  paint_result: { where: his('player_id'), key: ['round_id', 'position'], onDeletion: 'stays' },
  chat_line: { where: his('player_id'), key: ['room', 'seq'], onDeletion: 'stays' },
  letter: {
    where: `${his('from_id')} OR ${his('to_id')}`,
    key: ['at', 'id'],
    onDeletion: 'goes',
  },
  // Who befriended him or keeps apart from him is theirs.
  bond: { where: his('player_id'), key: ['player_id', 'other_id'], onDeletion: 'goes' },
  thread: { where: his('author_id'), key: ['id'], onDeletion: 'stays' },
  post: { where: his('author_id'), key: ['id'], onDeletion: 'stays' },
  earlier_post: {
    where: `post_id IN (SELECT id FROM post WHERE ${his('author_id')})`,
    key: ['post_id', 'version'],
    onDeletion: 'stays',
  },
  draft: { where: his('author_id'), key: ['author_id', 'id'], onDeletion: 'goes' },
  subscription: {
    where: his('player_id'),
    key: ['player_id', 'thread_id'],
    onDeletion: 'goes',
  },
  access_token: {
    where: his('owner_id'),
    key: ['id'],
    without: ['hash'],
    onDeletion: 'goes',
  },
  // The talk near it is others' as well.
  report: { where: his('by_id'), key: ['id'], without: ['lines'], onDeletion: 'stays' },
  // Neither this nor the log leads to who reported him.
  sanction: { where: his('player_id'), key: ['id'], without: ['report_id'], onDeletion: 'goes' },
  audit_entry: { where: his('player_id'), key: ['seq'], without: ['game_id'], onDeletion: 'stays' },
  // What he has said of others; of what others said of him there are sums, on his page.
  feedback: {
    where: his('from_id'),
    key: ['game_id', 'from_id', 'to_id'],
    onDeletion: 'stays',
  },
  notice_wishes: { where: his('player_id'), key: ['player_id'], onDeletion: 'goes' },
  // With the keys anybody could write to the device in the club's name.
  push_device: {
    where: his('player_id'),
    key: ['id'],
    without: ['p256dh', 'auth', 'session_id'],
    onDeletion: 'goes',
  },
  journal_entry: {
    because: 'Tables in play, with cards that are hidden: a game is in `game` when it is over.',
  },
  ended_session: { because: 'Ids of sessions that were signed out, without whose they were.' },
  lasting_ban: { because: 'Marks of accounts that were deleted; nobody can tell whose.' },
  hall_number: { because: 'Which table has which number.' },
  heartbeat: { because: 'When the processes of the club were alive.' },
  counted_deals: { because: 'Sums over all deals of the club.' },
};
