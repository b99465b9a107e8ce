import type { PlayerCard } from '@trellis/facade';
import type {
  Answer,
  Answers,
  ClientToServer,
  GridToClient,
  GridToServer,
  ServerToClient,
} from '@trellis/wire';
import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io';
import type { Session } from '../auth/sessions.js';
import type { KnownToken } from '../tokens/token-book.js';

export type EventName = keyof ClientToServer;
export type GridEventName = keyof GridToServer;

type Requests = {
  [Event in EventName]: (body: unknown, answer: (answer: Answer<Answers[Event]>) => void) => void;
};
type GridRequests = {
  [Event in GridEventName]: (body: unknown, answer?: (answer: Answer) => void) => void;
};

/** Who is at the other end: written once, when the connection is made. */
export interface SocketData {
  /** Undefined for a visitor, who may look and listen but not write, and for a program. */
  session?: Session;
  /** What a program has shown: it plays, with these scopes. */
  token?: KnownToken;
  /** The player of the session or of the token. */
  player?: PlayerCard;
  /** Who he is at the tables of visitors, if he plays there; nowhere else. */
  visitor?: PlayerCard;
  address: string;
  /** The id of the handshake's request, as in the log of the proxy; its requests are counted from there. */
  requestId?: string;
  /** How many requests have come over it. */
  asked?: number;
  /** It has asked too much and is being closed: nothing is heard any more. */
  closing?: boolean;
}

export type ClubSocket = Socket<Requests, ServerToClient, DefaultEventsMap, SocketData>;
export type ClubServer = Server<Requests, ServerToClient, DefaultEventsMap, SocketData>;
/** A connection to the grid's namespace. */
export type GridSocket = Socket<GridRequests, GridToClient, DefaultEventsMap, SocketData>;
export type GridServer = Namespace<GridRequests, GridToClient, DefaultEventsMap, SocketData>;
