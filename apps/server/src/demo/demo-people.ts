import type { Identity } from '@trellis/players';
import { demoIdentity } from '../auth/names.js';

/** Somebody of the demo: his account is that of demo sign-in, so that one can enter the club as him. */
export interface DemoPerson {
  readonly identity: Identity;
  /** Which of the house's players chooses his moves, by game. */
  readonly plays: Readonly<Record<string, string>>;
  readonly hidesLastName?: true;
}

const person = (
  name: string,
  preferans: string,
  ticTacToe: string,
  more: Pick<DemoPerson, 'hidesLastName'> = {},
): DemoPerson => ({
  identity: demoIdentity(name),
  plays: { preferans, 'tic-tac-toe': ticTacToe },
  ...more,
});

/** Names in several scripts, long and short ones, people who play well and people who do not. */
export const demoPeople: readonly DemoPerson[] = [
  person('Ann Archer', 'middle', 'perfect'),
  person('Борис Воронцов', 'middle', 'club'),
  person('Екатерина Константинопольская', 'easy', 'perfect'),
  person('María del Carmen Ñúñez', 'easy', 'club'),
  person('李小明', 'easy', 'easy'),
  person('Bob Baker', 'easy', 'easy'),
  person('Пётр Лаптев', 'middle', 'club', { hidesLastName: true }),
  person('Inés', 'easy', 'perfect'),
  person('Ольга Яблонская', 'easy', 'easy'),
  person('Samuel Whitfield-Okonkwo', 'easy', 'club'),
  person('Григорий Шац', 'middle', 'perfect'),
  person('Clara Vidal', 'easy', 'easy'),
];
