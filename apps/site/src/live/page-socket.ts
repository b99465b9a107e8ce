import type { ClubSocket } from './club-socket';

let tell: (socket: ClubSocket) => void;
const opened = new Promise<ClubSocket>((resolve) => (tell = resolve));

/** Pages that open a connection themselves, so that nothing is fetched for it twice. */
const opensItself = /^\/(tables|halls|people)\/./;

/** The page's connection to the club has been opened. */
export function pageSocketOpened(socket: ClubSocket): ClubSocket {
  tell(socket);
  return socket;
}

/** The page's one connection to the club, opened for whoever asks here where the page has none. */
export async function pageSocket(): Promise<ClubSocket> {
  if (!opensItself.test(location.pathname)) (await import('./use-club-socket')).clubSocket();
  return opened;
}
