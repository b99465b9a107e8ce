/** A place at a table: 0, 1, … clockwise. */
export type Seat = number;

/** Whose eyes a view is for: a seat's, or those of anybody who only watches. */
export type Viewer = Seat | 'spectator';
