import type { PlayerCard } from '@trellis/facade';
import type { Answer, Answers, ClientToServer, ServerToClient } from '@trellis/wire';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';

export type EventName = keyof ClientToServer;

type Requests = {
  [Event in EventName]: (body: unknown, answer: (answer: Answer<Answers[Event]>) => void) => void;
};

export interface SocketSession {
  readonly sessionId: string;
  readonly player: PlayerCard;
}

/** Who is at the other end: written once, when the connection is made. */
export interface SocketData {
  /** Undefined for a visitor, who may look and listen but not write. */
  session?: SocketSession;
  address: string;
}

export type ClubSocket = Socket<Requests, ServerToClient, DefaultEventsMap, SocketData>;
export type ClubServer = Server<Requests, ServerToClient, DefaultEventsMap, SocketData>;
