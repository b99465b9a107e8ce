import type { PlayerId } from '@trellis/facade';
import {
  NoticeStore,
  devicesMost,
  type Device,
  type EndedSessions,
  type NoticeWishes,
} from '@trellis/notices';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryNotices extends NoticeStore {
  private readonly wished = new Map<PlayerId, NoticeWishes>();
  private readonly kept = new Map<string, Device & { readonly player: PlayerId }>();

  constructor(club: MemoryClub) {
    super();
    club.onDelete((his) => {
      for (const player of this.wished.keys()) if (his(player)) this.wished.delete(player);
      this.drop(({ player }) => his(player));
    });
    club.onExport((his) => ({
      notice_wishes: [...this.wished].flatMap(([player, wishes]) =>
        his(player) ? [{ player, ...wishes }] : [],
      ),
      push_device: [...this.kept.values()]
        .filter(({ player }) => his(player))
        .map(({ keys: _keys, session: { since, until }, ...device }) => ({
          ...{ ...device, since, until },
        })),
    }));
  }

  async wishes(player: PlayerId): Promise<NoticeWishes | undefined> {
    const wishes = this.wished.get(player);
    return wishes && copy(wishes);
  }

  async saveWishes(player: PlayerId, wishes: NoticeWishes): Promise<void> {
    this.wished.set(player, copy(wishes));
  }

  async devices(player: PlayerId): Promise<readonly Device[]> {
    return [...this.kept.values()]
      .filter((each) => each.player === player)
      .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
      .map(({ player: _player, ...device }) => copy(device));
  }

  async keepDevice(player: PlayerId, device: Device): Promise<void> {
    this.kept.set(device.id, { ...copy(device), player });
    const tooMany = (await this.devices(player)).slice(devicesMost);
    for (const { id } of tooMany) this.kept.delete(id);
  }

  async dropDevice(id: string, player?: PlayerId): Promise<void> {
    this.drop((each) => each.id === id && (player === undefined || each.player === player));
  }

  async dropDevicesOf(ended: EndedSessions): Promise<void> {
    this.drop(({ player, session }) =>
      'sessionId' in ended
        ? session.id === ended.sessionId
        : player === ended.player && session.since < ended.before,
    );
  }

  private drop(isOver: (device: Device & { readonly player: PlayerId }) => boolean): void {
    for (const device of this.kept.values()) if (isOver(device)) this.kept.delete(device.id);
  }
}
