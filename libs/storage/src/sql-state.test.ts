import { describe, expect, test } from 'vitest';
import {
  isCertainlyUndone,
  isConflict,
  isUniqueViolation,
  retryingConflicts,
} from './sql-state.js';

function error(fields: object): Error {
  return Object.assign(new Error('no'), fields);
}

describe('an error of the database is recognised', () => {
  test.each([
    ['by pg', error({ code: '23505' })],
    ['by Prisma', error({ code: 'P2002', meta: { modelName: 'Game' } })],
    ['in a raw query', error({ code: 'P2010', meta: { code: '23505', message: 'duplicate key' } })],
    [
      'in a raw query, through the adapter',
      error({
        code: 'P2010',
        meta: { driverAdapterError: error({ cause: { kind: 'UniqueConstraintViolation' } }) },
      }),
    ],
    ['by the adapter alone', error({ cause: { kind: 'postgres', originalCode: '23505' } })],
  ])('a unique violation, reported %s', (_, found) => {
    expect(isUniqueViolation(found)).toBe(true);
    expect(isCertainlyUndone(found)).toBe(true);
    expect(isConflict(found)).toBe(false);
  });

  test.each([
    ['in a statement', error({ code: 'P2034' })],
    ['at COMMIT', error({ cause: { kind: 'TransactionWriteConflict', originalCode: '40001' } })],
    ['without its code', error({ cause: { kind: 'TransactionWriteConflict' } })],
    ['as a deadlock', error({ code: 'P2010', meta: { code: '40P01' } })],
  ])('a conflict %s', (_, found) => {
    expect(isConflict(found)).toBe(true);
    expect(isUniqueViolation(found)).toBe(false);
  });

  test.each([
    ['a broken connection', error({ code: 'ECONNRESET' })],
    ['a server that is going down', error({ code: '57P01' })],
    ['a wrapped connection error', error({ code: 'P1001' })],
    ['nothing', undefined],
  ])('%s is none of them', (_, found) => {
    expect([isUniqueViolation(found), isConflict(found), isCertainlyUndone(found)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('a circle of causes ends', () => {
    const circle = error({});
    circle.cause = circle;
    expect(isConflict(circle)).toBe(false);
  });
});

describe('retrying conflicts', () => {
  test('runs again until it goes through', async () => {
    let tries = 0;
    const run = retryingConflicts(async () => {
      if (++tries < 3) throw error({ code: '40001' });
      return 'done';
    });
    expect(await run).toBe('done');
    expect(tries).toBe(3);
  });

  test('gives up in the end, and at once on anything else', async () => {
    let tries = 0;
    const failing = (fields: object) => async () => {
      tries++;
      throw error(fields);
    };
    await expect(retryingConflicts(failing({ code: '40P01' }))).rejects.toThrow('no');
    expect(tries).toBe(5);
    await expect(retryingConflicts(failing({ code: '23505' }))).rejects.toThrow('no');
    expect(tries).toBe(6);
  });
});
