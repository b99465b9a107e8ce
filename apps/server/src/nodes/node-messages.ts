import { Refusal } from '@trellis/games/kit';
import type { ChatLine } from '@trellis/chat';
import type { Fact, GameId, GameRecord, PlayerId, TableId } from '@trellis/facade';
import type { Token } from '@trellis/players';
import type { Notice } from '@trellis/notices';
import type { NodeId, Request, TableSummary } from '@trellis/tables';
import type { ServerToClient, TableView } from '@trellis/wire';
import type { Ended } from '../auth/sessions.js';
import type { PlayingDevice } from '../tables/devices.js';
import type { TableCall } from '../tables/table-calls.js';

export type LetterBrought = Parameters<ServerToClient['people:letter']>[0];

/** A notice for players, as processes tell each other of it. */
export interface NoticeBrought {
  readonly id: string;
  readonly players: readonly PlayerId[];
  readonly notice: Notice;
  readonly unseen: boolean;
}

/** Who looks at a table in one process. */
export interface LookersThere {
  readonly players: readonly PlayerId[];
  readonly visitors: number;
  /** Left out when nobody has said from where he plays. */
  readonly devices?: readonly PlayingDevice[];
}

/** Who is in the club in one process. */
export interface PresenceThere {
  readonly players: readonly PlayerId[];
  readonly visitors: number;
  readonly halls: Readonly<Record<string, number>>;
}

/** How that has changed. */
export interface PresenceChange extends Omit<PresenceThere, 'players'> {
  readonly arrived: readonly PlayerId[];
  readonly left: readonly PlayerId[];
}

/** What one process asks another, and the answer. */
export interface Questions {
  /** Hands a request to the owner of its table. */
  'table:handle': [{ readonly tableId: TableId; readonly request: Request }, { seq: number }];
  'table:call': [TableCall, object];
  /** From now on the owner shows the table to the process that asks. */
  'table:look': [
    { readonly tableId: TableId; readonly player?: PlayerId; readonly lookers: LookersThere },
    { readonly view: TableView; readonly awaited: boolean },
  ];
  /** A finished game of a table of the house, which only its process remembers. */
  'house:game': [{ readonly id: GameId }, { readonly game: GameRecord | null }];
}

/** What one process tells another, or all others. */
export interface Tellings {
  /** Who looks at a table of yours here; `seq` of the newest view that was seen here. */
  'table:lookers': {
    readonly tableId: TableId;
    readonly lookers: LookersThere;
    readonly seq: number;
  };
  /** New views of a table that people look at there: one for each seat's player, one for all others. */
  'table:show': {
    readonly tableId: TableId;
    readonly seq: number;
    readonly seats: readonly (readonly [PlayerId, TableView])[];
    readonly others: TableView | null;
    /** The table is free again: nobody looks at it any more. */
    readonly gone: boolean;
  };
  /** This process has lost a table that it showed: look for it anew. */
  'table:moved': { readonly tableId: TableId };
  'table:summary': TableSummary;
  fact: Fact;
  presence: PresenceChange;
  'session:ended': Ended;
  /** A personal token: what the club keeps of it. */
  'token:made': Token;
  'token:ended': { readonly id: string };
  'chat:line': { readonly room: string; readonly line: ChatLine };
  'chat:gone': { readonly room: string };
  /** To all pages of both. */
  'people:letter': LetterBrought;
  'people:blocked': {
    readonly player: PlayerId;
    readonly other: PlayerId;
    readonly blocks: boolean;
  };
  'people:hidden': { readonly player: PlayerId; readonly hides: boolean };
  /** To all pages of these players. */
  'notice:told': NoticeBrought;
  /** A page of this player has taken it. */
  'notice:seen': { readonly id: string; readonly player: PlayerId };
  /** What is stored of games that are over is other than before: read it again. */
  'games:changed': Record<string, never>;
  /** Who says it has missed what was told: all that is true and not stored, please. */
  hello: Record<string, never>;
  state: { readonly tables: readonly TableSummary[]; readonly presence: PresenceThere };
  /** This process is about to stop. */
  leaving: Record<string, never>;
}

export type Answerer<Subject extends keyof Questions> = (
  question: Questions[Subject][0],
  from: NodeId,
) => Promise<Questions[Subject][1]>;
export type Listener<Subject extends keyof Tellings> = (
  told: Tellings[Subject],
  from: NodeId,
) => void;

/** What the processes of the club say to each other. Told at most once; who lost touch says `hello` when he is back. */
export abstract class NodeMessages {
  abstract readonly node: NodeId;
  /** Whether anybody else is there, as far as is known. */
  abstract readonly hasOthers: boolean;
  /** Throws the refusal of who was asked; `not-owner` or `try-again` when it certainly heard nothing, `no-answer` when nobody knows. */
  abstract ask<Subject extends keyof Questions>(
    node: NodeId,
    subject: Subject,
    question: Questions[Subject][0],
  ): Promise<Questions[Subject][1]>;
  /** Never throws and never waits. */
  abstract tell<Subject extends keyof Tellings>(
    node: NodeId,
    subject: Subject,
    told: Tellings[Subject],
  ): void;
  abstract tellAll<Subject extends keyof Tellings>(subject: Subject, told: Tellings[Subject]): void;
  abstract answer<Subject extends keyof Questions>(
    subject: Subject,
    answerer: Answerer<Subject>,
  ): void;
  abstract listen<Subject extends keyof Tellings>(
    subject: Subject,
    listener: Listener<Subject>,
  ): void;
  /** Another process is gone: it died, stopped, or has been silent for too long. */
  abstract onGone(listener: (node: NodeId) => void): void;
  /** This process had lost touch with the others and is back, or has just come: what they told meanwhile is missed. */
  abstract onBack(listener: () => void): void;
}

/** One process alone: nobody hears, nobody asks. */
export class NoOtherNodes extends NodeMessages {
  readonly node = 'sole';
  readonly hasOthers = false;

  ask(): Promise<never> {
    return Promise.reject(new Refusal('not-owner'));
  }

  tell(): void {}
  tellAll(): void {}
  answer(): void {}
  listen(): void {}
  onGone(): void {}
  onBack(): void {}
}
