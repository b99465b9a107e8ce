import type { PlayerCard } from '@trellis/facade';
import type { Answer, Answers, ClientToServer, ServerToClient } from '@trellis/wire';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Session } from '../auth/sessions.js';

export type EventName = keyof ClientToServer;

type Requests = {
  [Event in EventName]: (body: unknown, answer: (answer: Answer<Answers[Event]>) => void) => void;
};

/** Who is at the other end: written once, when the connection is made. */
export interface SocketData {
  /** Undefined for a visitor, who may look and listen but not write. */
  session?: Session;
  /** The player of the session. */
  player?: PlayerCard;
  /** Who he is at the tables of visitors, if he plays there; nowhere else. */
  visitor?: PlayerCard;
  address: string;
}

export type ClubSocket = Socket<Requests, ServerToClient, DefaultEventsMap, SocketData>;
export type ClubServer = Server<Requests, ServerToClient, DefaultEventsMap, SocketData>;
