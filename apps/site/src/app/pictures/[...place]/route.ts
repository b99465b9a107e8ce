import { gamePicture } from '../../../pictures/game-picture';
import { homePicture } from '../../../pictures/home-picture';
import { drawn } from '../../../pictures/installed-pictures';
import { playerPicture } from '../../../pictures/player-picture';
import type { SharedPicture } from '../../../pictures/shared-page';
import { threadPicture } from '../../../pictures/thread-picture';

export const dynamic = 'force-dynamic';

const pictures: Readonly<Record<string, (id: string) => Promise<SharedPicture | undefined>>> = {
  home: homePicture,
  games: gamePicture,
  players: playerPicture,
  threads: threadPicture,
};

/** The picture of a page that is shared. The server in front keeps it, and says the language as for pages. */
export async function GET(_request: Request, { params }: { params: Promise<{ place: string[] }> }) {
  const [kind = '', id = ''] = (await params).place;
  const shared = Object.hasOwn(pictures, kind) ? await pictures[kind]!(id) : undefined;
  if (!shared) return new Response(null, { status: 404 });
  const png = await drawn(shared.picture);
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
}
