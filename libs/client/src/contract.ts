// Written by `npm run contract` from the schemas that the server runs. Do not edit.

export type PlayerCard = {
  readonly id: string;
  readonly name: string;
  readonly computer?: true;
  readonly former?: true;
};

export type Conventions = Readonly<Record<string, string | number | boolean | readonly number[]>>;

export type PublicSeat =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reserved'; readonly player: PlayerCard; readonly until: number }
  | { readonly kind: 'player'; readonly player: PlayerCard }
  | { readonly kind: 'computer'; readonly level: string };

export type TableRow = {
  readonly id: string;
  readonly game: string;
  readonly number: number;
  readonly phase: 'convention' | 'gathering' | 'playing' | 'finished';
  readonly version: number;
  readonly setBy: PlayerCard;
  readonly conventions: Conventions | null;
  readonly seats: readonly PublicSeat[];
  readonly gameId: unknown;
};

export type RatingChange = {
  readonly player: string;
  readonly before: number;
  readonly after: number;
  readonly provisional: boolean;
};

export type FinishedSeat = {
  readonly player: PlayerCard | null;
  readonly computer: unknown;
  readonly place: number;
  readonly score: number;
  readonly rating: RatingChange | null;
};

export type GameSummary = {
  readonly id: string;
  readonly game: string;
  readonly ordinal: number;
  readonly table: number | null;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly conventions: Conventions;
  readonly rated: boolean;
  readonly seats: readonly FinishedSeat[];
  readonly reason: 'played' | 'time' | 'left' | 'agreed';
  readonly offender: number | null;
  readonly fine: number;
  readonly moves: number;
  readonly annulled?: { readonly at: number; readonly reason: string };
};

export type RecordedStep =
  | { readonly kind: 'acted'; readonly seat: number; readonly action: unknown; readonly at: number }
  | { readonly kind: 'shuffled'; readonly order: readonly number[]; readonly at: number }
  | { readonly kind: 'rang'; readonly at: number }
  | { readonly kind: 'proven'; readonly at: number }
  | {
      readonly kind: 'relieved';
      readonly seat: number;
      readonly reason: 'time' | 'left';
      readonly at: number;
    }
  | { readonly kind: 'returned'; readonly seat: number; readonly at: number }
  | {
      readonly kind: 'forfeited';
      readonly seat: number;
      readonly reason: 'time' | 'left';
      readonly at: number;
    };

export type GameRecord = {
  readonly id: string;
  readonly game: string;
  readonly ordinal: number;
  readonly table: number | null;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly conventions: Conventions;
  readonly rated: boolean;
  readonly seats: readonly FinishedSeat[];
  readonly reason: 'played' | 'time' | 'left' | 'agreed';
  readonly offender: number | null;
  readonly fine: number;
  readonly moves: number;
  readonly annulled?: { readonly at: number; readonly reason: string };
  readonly rulesVersion: number;
  readonly steps: readonly RecordedStep[];
  readonly fairness?: Fairness;
  readonly tallies?: readonly (readonly {
    readonly of: string;
    readonly times: number;
    readonly made: number;
    readonly points: number;
  }[])[];
};

export type Fairness = {
  readonly commitment: string;
  readonly secret: string;
  readonly contributions: readonly unknown[];
  readonly before: number;
};

export type PlayerGameStats = {
  readonly played: number;
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
  readonly game: string;
  readonly rating: unknown;
  readonly provisional: boolean;
  readonly curve: readonly {
    readonly at: number;
    readonly gameId: string;
    readonly rating: number;
  }[];
  readonly byPreset: Readonly<
    Record<
      string,
      {
        readonly played: number;
        readonly won: number;
        readonly drawn: number;
        readonly lost: number;
      }
    >
  >;
  readonly bySeason: Readonly<
    Record<
      string,
      {
        readonly played: number;
        readonly won: number;
        readonly drawn: number;
        readonly lost: number;
      }
    >
  >;
  readonly forfeits: number;
  readonly company: readonly {
    readonly played: number;
    readonly won: number;
    readonly drawn: number;
    readonly lost: number;
    readonly player: PlayerCard;
    readonly points: number;
  }[];
  readonly tallies: readonly {
    readonly of: string;
    readonly times: number;
    readonly made: number;
    readonly points: number;
  }[];
};

export type Profile = {
  readonly player: PlayerCard;
  readonly memberSince: number;
  readonly lastSeen: number;
  readonly games: readonly PlayerGameStats[];
  readonly recent: readonly GameSummary[];
};

export type ClubCounts = {
  readonly players: number;
  readonly visitors: number;
  readonly tablesInPlay: number;
};

export type ClockView = {
  readonly running: boolean;
  readonly startsIn?: number;
  readonly move: number;
  readonly bank: number;
};

export type SeatView = {
  readonly kind: 'empty' | 'reserved' | 'player' | 'computer';
  readonly player?: PlayerCard;
  readonly level?: string;
  readonly number?: number;
  readonly relieved?: boolean;
  readonly present?: boolean;
  readonly rating?: number;
  readonly provisional?: boolean;
  readonly clock?: ClockView;
};

export type Happened = {
  readonly kind:
    | 'acted'
    | 'shuffled'
    | 'rang'
    | 'forfeited'
    | 'sat'
    | 'stood'
    | 'started'
    | 'finished'
    | 'reopened'
    | 'credited'
    | 'relieved'
    | 'returned'
    | 'proven';
  readonly seat?: number;
  readonly action?: unknown;
  readonly reason?: 'time' | 'left';
  readonly ms?: number;
};

export type TableView = {
  readonly id: string;
  readonly game: string;
  readonly number: number | null;
  readonly seq: number;
  readonly phase: 'convention' | 'gathering' | 'playing' | 'finished' | 'free';
  readonly viewer: number | 'spectator';
  readonly setBy?: PlayerCard;
  readonly choosing?: number;
  readonly agreed?: { readonly preset: string; readonly changes: Conventions };
  readonly seats: readonly SeatView[];
  readonly gameId?: string;
  readonly commitment?: string;
  readonly board?: unknown;
  readonly past?: number;
  readonly legal: readonly unknown[] | true;
  readonly toAct: readonly number[];
  readonly result?: {
    readonly places: readonly number[];
    readonly scores: readonly number[];
    readonly reason: 'played' | 'time' | 'left' | 'agreed';
    readonly offender?: number;
    readonly fine: number;
  };
  readonly ratings?: readonly RatingChange[];
  readonly happened: readonly Happened[];
  readonly watchers: number;
  readonly playsOn?: string;
};

export type ChatLine = {
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly player: PlayerCard;
  readonly said: { readonly text: string } | { readonly phrase: string };
};

export type HallSnapshot = {
  readonly game: string;
  readonly tables: readonly TableRow[];
  readonly slots: number;
  readonly here: number;
  readonly counts: ClubCounts;
};

export type HallChanges = {
  readonly game: string;
  readonly changed: readonly TableRow[];
  readonly gone: readonly string[];
  readonly slots: number;
  readonly here: number;
  readonly counts: ClubCounts;
};

export type No = {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

export type EnterHall = { readonly game: string };

export type PlayNow = { readonly game: string };

export type FindTable = { readonly game: string; readonly number: number };

export type SetTable = {
  readonly game: string;
  readonly number?: number;
  readonly private?: boolean;
};

export type ChooseConventions = {
  readonly tableId: string;
  readonly preset?: string;
  readonly conventions: Readonly<Record<string, unknown>>;
};

export type TableOnly = { readonly tableId: string };

export type Sit = { readonly tableId: string; readonly seat: number };

export type SeatComputer = {
  readonly tableId: string;
  readonly seat: number;
  readonly level: string;
};

export type ClearSeat = { readonly tableId: string; readonly seat: number };

export type Act = { readonly tableId: string; readonly after: number; readonly action: unknown };

export type AskPast = { readonly tableId: string; readonly from: number };

export type Say = {
  readonly room: string;
  readonly id: string;
  readonly said: { readonly text: string } | { readonly phrase: string };
};

export type Automatic = { readonly tableId: string; readonly on: boolean };

export type Contribute = {
  readonly tableId: string;
  readonly gameId: string;
  readonly contribution: string;
};

export type TableFairness = {
  readonly gameId: string;
  readonly fairness: {
    readonly commitment: string;
    readonly contributions: readonly unknown[];
    readonly open: boolean;
    readonly drawn: number;
  } | null;
};

export type Listen = { readonly room: string; readonly since: number };

export type Unlisten = { readonly room: string };

export type Me = {
  readonly player: {
    readonly id: string;
    readonly name: string;
    readonly computer?: true;
    readonly former?: true;
    readonly firstName: string;
    readonly lastName: string;
    readonly hidesLastName: boolean;
    readonly hidesPresence: boolean;
    readonly editor?: true;
    readonly arbiter?: true;
  } | null;
  readonly seatedAt: readonly {
    readonly tableId: string;
    readonly game: string;
    readonly number: number | null;
  }[];
  readonly signIn: { readonly google: boolean; readonly oidc: boolean; readonly demo: boolean };
  readonly banned?: { readonly reason: string; readonly until: number };
  readonly pauses?: readonly {
    readonly kind: 'warning' | 'chat-pause' | 'rated-pause';
    readonly reason: string;
    readonly until: number;
  }[];
};

export type TokenRow = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ('read' | 'play' | 'chat')[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsed: unknown;
};

export type MakeToken = {
  readonly name: string;
  readonly scopes: readonly ('read' | 'play' | 'chat')[];
  readonly days: number;
};

export type MadeToken = { readonly row: TokenRow; readonly token: string };

export type TokensAnswer = {
  readonly tokens: readonly TokenRow[];
  readonly program: PlayerCard | null;
};

export type ChatAnswer = { readonly lines: readonly ChatLine[]; readonly cursor: number };

export type SayByHttp = {
  readonly id: string;
  readonly said: { readonly text: string } | { readonly phrase: string };
};

export type GridAuth = { readonly protocol?: unknown; readonly token?: string };

export type GridMovement = { readonly direction?: 'up' | 'down' | 'left' | 'right' | unknown };

export type GridRoom = { readonly room: string };

export type GridGreeting = {
  readonly userId: string;
  readonly symbol: string;
  readonly gridDimension: readonly [number, number];
};

export type GridStatus = Readonly<
  Record<string, { readonly pos: readonly [number, number]; readonly symbol: string }>
>;

export type GridUserPosition =
  | { readonly userId: string; readonly symbol: string; readonly pos: readonly [number, number] }
  | { readonly userId: string; readonly remove: true };

export type GridPaintResult = {
  readonly name: unknown;
  readonly computer: boolean;
  readonly symbol: string;
  readonly cells: number;
  readonly place: number;
};

export type GridPaint = {
  readonly phase: 'waiting' | 'running' | 'over';
  readonly endsIn: number;
  readonly cells: readonly (readonly [number, number, string])[];
  readonly results: readonly GridPaintResult[];
};

export type GridWorld = {
  readonly you: number;
  readonly symbol: string;
  readonly room: string;
  readonly gridDimension: readonly [number, number];
  readonly walkers: readonly (readonly [number, string, number, number])[];
  readonly paint?: GridPaint;
};

export type GridFrame = {
  readonly came?: readonly (readonly [number, string, number, number])[];
  readonly moved?: readonly number[];
  readonly left?: readonly number[];
  readonly count: number;
  readonly painted?: readonly number[];
  readonly paint?: GridPaint;
};

/** What a program asks of the club, by event. */
export interface Requests {
  /** Looks at a hall: the answer is all of it, hall:changes follow. One hall at a time. */
  'hall:enter': EnterHall;
  /** Looks at no hall any more. */
  'hall:leave': Readonly<Record<string, unknown>>;
  /** Sits down at a fitting public table, or sets one with the default conventions. */
  'hall:play-now': PlayNow;
  /** Finds a table of a hall by its number. */
  'hall:find': FindTable;
  /** Sets a table: at a number, at the first free one, or a private one. */
  'table:set': SetTable;
  /** Chooses the conventions; only from who set the table, within two minutes. */
  'table:conventions': ChooseConventions;
  /** Gives up setting the table. */
  'table:cancel': TableOnly;
  /** Looks at a table: the answer is the view, table:view follows after each step. */
  'table:look': TableOnly;
  /** Looks at this table no more. */
  'table:unlook': TableOnly;
  /** What is over in this game and left out of its views, from line `from` on. */
  'table:past': AskPast;
  /** The player plays from here: of his devices that say so the newest plays, the others show the game. */
  'table:play-here': { readonly tableId: string; readonly since?: number };
  /** From now on the club plays the only legal card for this player, or no longer. */
  'table:automatic': Automatic;
  /** Takes a seat. The game starts when the last one is taken. */
  'table:sit': Sit;
  /** Leaves a seat before the game. */
  'table:stand': TableOnly;
  /** Gives a seat to a computer player of the house. */
  'table:seat-computer': SeatComputer;
  /** Sends that computer player away. */
  'table:clear-seat': ClearSeat;
  /** Randomness for the shuffles of the game, as an answer to the view’s `commitment`. Counts once. */
  'table:contribute': Contribute;
  /** What one may know of the shuffles of the game that is played. */
  'table:fairness': TableOnly;
  /** Does one of the actions that the view calls legal. `after` is the view’s seq: a repeated request is refused as stale. */
  'table:act': Act;
  /** Leaves a game that runs: the seat is fined. */
  'table:leave': TableOnly;
  /** Wants to play again with the same people. */
  'table:rematch': TableOnly;
  /** Plays on, after a computer has played for this player. */
  'table:return': TableOnly;
  /** Says something in a room. The same id again is the same line. */
  'chat:say': Say;
  /** The lines after `since`, then chat:line for each new one. */
  'chat:listen': Listen;
  /** Listens to this room no more. */
  'chat:unlisten': Unlisten;
  /** A page that is looked at has shown a notice: no other channel is needed. */
  'notice:seen': { readonly id: string };
}

/** What the answer to each request carries beside `ok: true`. */
export interface Answers {
  'hall:enter': HallSnapshot;
  'hall:leave': Readonly<Record<string, unknown>>;
  'hall:play-now': { readonly tableId: string };
  'hall:find': { readonly tableId: string };
  'table:set': { readonly tableId: string };
  'table:conventions': { readonly seq: number };
  'table:cancel': { readonly seq: number };
  'table:look': { readonly view: TableView };
  'table:unlook': Readonly<Record<string, unknown>>;
  'table:automatic': Readonly<Record<string, unknown>>;
  'table:past': { readonly gameId: string; readonly past: readonly unknown[] };
  'table:play-here': { readonly device: string; readonly since: number };
  'table:sit': { readonly seq: number };
  'table:stand': { readonly seq: number };
  'table:seat-computer': { readonly seq: number };
  'table:clear-seat': { readonly seq: number };
  'table:contribute': { readonly seq: number; readonly counts: unknown };
  'table:fairness': TableFairness;
  'table:act': { readonly seq: number };
  'table:leave': { readonly seq: number };
  'table:rematch': { readonly seq: number };
  'table:return': { readonly seq: number };
  'chat:say': { readonly seq: number };
  'chat:listen': { readonly lines: readonly ChatLine[] };
  'chat:unlisten': Readonly<Record<string, unknown>>;
  'notice:seen': Readonly<Record<string, unknown>>;
}

/** What the club says by itself, by event. */
export interface Said {
  /** The table as this viewer may see it, whole. The newest seq counts. */
  'table:view': TableView;
  /** What differs from what was sent of the hall before. */
  'hall:changes': HallChanges;
  /** Somebody has said something. A seq that is known already is the same line. */
  'chat:line': { readonly room: string; readonly line: ChatLine };
  /** Somebody has written to you, or you yourself, on whatever page. */
  'people:letter': {
    readonly from: PlayerCard;
    readonly letter: {
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly at: number;
      readonly said:
        | { readonly text: string }
        | { readonly phrase: string }
        | {
            readonly invitation: {
              readonly tableId: string;
              readonly game: string;
              readonly number: number | null;
            };
          };
    };
  };
  /** Something waits for you: a turn, a game, a letter, an invitation, a reply. */
  'notice:told': {
    readonly id: string;
    readonly notice: {
      readonly kind: 'table-full' | 'your-turn' | 'invitation' | 'letter' | 'reply';
      readonly path: string;
      readonly topic: string;
      readonly name?: string;
      readonly number?: number;
      readonly title?: string;
    };
    readonly unseen: boolean;
  };
  /** The session or the token has ended; the connection closes. */
  'session:ended': { readonly reason: 'signed-out' | 'banned' };
  /** You asked too much, again and again; the connection closes. Come back after retryMs, not earlier. */
  'connection:paused': { readonly retryMs: number };
  /** The club starts again: come back after retryMs. */
  'server:restarting': { readonly retryMs: number };
  /** The database is away or back; moves wait meanwhile. */
  'club:storage': { readonly available: boolean };
}

/** What a program says on the grid. */
export interface GridSent {
  /** A step. Told to all in the world as user_position, also when it leads nowhere. More than 20 a second are dropped. */
  movement: GridMovement;
  /** Goes into the world of a room; the room is told its head count as l_users. */
  join: GridRoom;
  /** Goes back from a room to the common world; the room is told who is left as l_users. */
  leave: GridRoom;
}

/** What is said on the grid. */
export interface GridSaid {
  /** The first message: who one is, with which symbol, on how large a board. */
  message: GridGreeting;
  /** Everybody in the world, by userId. */
  grid_status: GridStatus;
  /** Somebody came, moved, or (with remove) left. */
  user_position: GridUserPosition;
  /** How many people are in this world. */
  users_connected: number;
  /** How many people are in the room that was joined or left. */
  l_users: number;
  /** Protocol 2: the world whole, on coming and after changing the room. */
  'grid:world': GridWorld;
  /** Protocol 2: what changed in the last 50 ms. */
  'grid:frame': GridFrame;
}
