import { Sockets } from '@trellis/server/sockets/sockets';
import { expect, test } from 'vitest';
import type { ClubInside } from '../harness/club-inside.js';
import { checkAuthority } from './check-authority.js';
import { phases, roles } from './scene.js';

test('every request and route, in every role, at a table in every phase: only what is declared succeeds', async () => {
  const report = await checkAuthority();
  console.log(JSON.stringify({ machine: 'authority', ...report }));
  expect(report.faults).toEqual([]);
  expect(report.cells).toBeGreaterThanOrEqual(
    (report.handlers + report.routes) * roles.length * phases.length,
  );
});

test('planted: a handler that nobody declared', async () => {
  const plant = (club: ClubInside) => {
    const sockets = club.part(Sockets);
    const all = sockets.all.bind(sockets);
    sockets.all = () => {
      const open = all();
      for (const each of open) (each as unknown as NodeJS.EventEmitter).on('table:peek', () => 0);
      return open;
    };
  };
  const { faults } = await checkAuthority({ phases: ['free'], asks: () => false, plant });
  expect(faults).toContain('the handler table:peek is not declared');
});

test('planted: a move is taken for that of the one who is to act, whoever sends it', async () => {
  const plant = ({ tables }: ClubInside) => {
    const real = tables.handle.bind(tables);
    tables.handle = async (id, request) => {
      const table = await tables.read(id);
      return real(id, request.kind === 'act' ? { ...request, player: table.setBy } : request);
    };
  };
  const { faults } = await checkAuthority({
    ...{ phases: ['playing'], plant },
    asks: (name) => name === 'table:act',
  });
  expect(faults.some((each) => /^spectator, playing: table:act .* is given/.test(each))).toBe(true);
  expect(faults.some((each) => /^waiting, playing: table:act .* is given/.test(each))).toBe(true);
});

test('planted: a refused request leaves something behind', async () => {
  const plant = ({ tables }: ClubInside) => {
    const real = tables.handle.bind(tables);
    tables.handle = async (id, request) => {
      try {
        return await real(id, request);
      } catch (error) {
        await real(id, { kind: 'credit', ms: 1 });
        throw error;
      }
    };
  };
  const { faults } = await checkAuthority({
    ...{ phases: ['playing'], plant },
    asks: (name) => name.startsWith('table:'),
  });
  expect(faults.some((each) => each.includes('changes something'))).toBe(true);
});
