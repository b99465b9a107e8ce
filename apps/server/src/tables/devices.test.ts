import { describe, expect, test } from 'vitest';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Devices, newestOf } from './devices.js';

const socket = (session: string) => ({ data: { session: { id: session } } }) as ClubSocket;

describe('Devices', () => {
  test('all tabs of a browser are one device, another browser is another one', () => {
    let now = 100;
    const devices = new Devices(() => now);
    const [tab, other, phone] = [socket('desk'), socket('desk'), socket('phone')];
    const desk = devices.begin(tab, 'table', 'ann');
    now += 10;
    expect(devices.begin(other, 'table', 'ann')).toEqual({ ...desk, since: 110 });
    expect(newestOf(devices.at('table'), 'ann')).toBeUndefined();
    now += 10;
    const { id } = devices.begin(phone, 'table', 'ann');
    expect(id).not.toBe(desk.id);
    expect(newestOf(devices.at('table'), 'ann')).toMatchObject({ id, since: 120 });
    expect(newestOf(devices.at('table'), 'bob')).toBeUndefined();
    expect(newestOf(devices.at('another'), 'ann')).toBeUndefined();
  });

  test('who comes back is as new as he was, and nobody comes from the future', () => {
    let now = 100;
    const devices = new Devices(() => now);
    const { since } = devices.begin(socket('desk'), 'table', 'ann');
    now += 10;
    const { id } = devices.begin(socket('phone'), 'table', 'ann');
    now += 10;
    expect(devices.begin(socket('desk'), 'table', 'ann', since).since).toBe(since);
    expect(newestOf(devices.at('table'), 'ann')?.id).toBe(id);
    expect(devices.begin(socket('desk'), 'table', 'ann', 9e15).since).toBe(now);
  });

  test('a device that has gone does not count, and says so once', () => {
    const devices = new Devices();
    const [desk, phone] = [socket('desk'), socket('phone')];
    devices.begin(desk, 'table', 'ann');
    devices.begin(phone, 'table', 'ann');
    expect(devices.end(phone, 'table')).toBe(true);
    expect(devices.end(phone, 'table')).toBe(false);
    expect(newestOf(devices.at('table'), 'ann')).toBeUndefined();
    expect(devices.of(phone, 'table')).toBeUndefined();
    devices.end(desk, 'table');
    expect(devices.at('table')).toEqual([]);
  });

  test('the mark of a device does not tell the session', () => {
    const { id } = new Devices().begin(socket('secret-session'), 'table', 'ann');
    expect(id).toMatch(/^[\w-]{12}$/);
    expect(id).not.toContain('secret');
  });
});
