import type { PlayerId } from '@trellis/facade';
import type { NoticeWishes } from './wishes.js';

/** A browser that takes push, for as long as the session in which it was given. */
export interface Device {
  /** Made of the endpoint: the same browser is the same device. */
  readonly id: string;
  /** The address at its push service. Who knows it and the keys can write to the device. */
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /** In which it shows notices. */
  readonly language: string;
  readonly session: { readonly id: string; readonly since: number; readonly until: number };
  readonly at: number;
}

/** Sessions that are over: one, or all of a player that began before a moment. */
export type EndedSessions =
  { readonly sessionId: string } | { readonly player: PlayerId; readonly before: number };

/** Of one player; the oldest one makes room for another. */
export const devicesMost = 8;

/** What players want to be told of, and the devices that take push, durably. */
export abstract class NoticeStore {
  /** Undefined for who has chosen nothing. */
  abstract wishes(player: PlayerId): Promise<NoticeWishes | undefined>;
  abstract saveWishes(player: PlayerId, wishes: NoticeWishes): Promise<void>;
  /** The newest first, at most `devicesMost`. */
  abstract devices(player: PlayerId): Promise<readonly Device[]>;
  /** From now on the device is this player's alone, whoever had it before. */
  abstract keepDevice(player: PlayerId, device: Device): Promise<void>;
  /** With a player: only if it is his. */
  abstract dropDevice(id: string, player?: PlayerId): Promise<void>;
  /** Drops the devices of these sessions. */
  abstract dropDevicesOf(ended: EndedSessions): Promise<void>;
}
