import { expect, test, vi } from 'vitest';
import { drop, unsentBytes, type Connection } from './slow-readers.js';

const connection = (queue: readonly unknown[], buffered?: number): Connection => ({
  request: {} as never,
  writeBuffer: queue.map((data) => ({ data })),
  transport:
    buffered === undefined ? {} : { socket: { bufferedAmount: buffered, terminate: vi.fn() } },
  close: vi.fn(),
});

test('what waits is counted wherever it waits', () => {
  expect(unsentBytes(connection([], 0))).toBe(0);
  expect(unsentBytes(connection(['four', undefined, Buffer.alloc(6)], 100))).toBe(110);
  expect(unsentBytes(connection(['polling']))).toBe(7);
});

test('who is dropped is dropped without waiting for him', () => {
  const slow = connection(['x'], 5);
  drop(slow);
  expect(slow.transport.socket?.terminate).toHaveBeenCalled();
  expect(slow.close).toHaveBeenCalledWith(true);
});
