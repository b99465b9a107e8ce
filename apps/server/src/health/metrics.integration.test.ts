import { readFile } from 'node:fs/promises';
import { memoryStorage } from '@trellis/storage';
import { expect, test } from 'vitest';
import { presetNamed } from '../facts/facts.module.js';
import { TestClub } from '../testing/test-club.js';
import { Metrics } from './metrics.js';

test('an operator sees requests by their answers, tables, sockets, facts, the journal and the lease', async () => {
  const club = await TestClub.start();
  try {
    const ann = await club.person('Ann');
    await ann.must('table:set', { game: 'tic-tac-toe' });
    await ann.ask('table:set', { game: 'no-such-game' });
    const text = await club.running.get(Metrics).registry.metrics();
    for (const line of [
      'trellis_requests_total{event="table:set",code="ok"} 1',
      'trellis_requests_total{event="table:set",code="no-such-game"} 1',
      'trellis_tables_live 1',
      'trellis_tables_owned 1',
      'trellis_sockets 1',
      'trellis_lease_held 1',
      'trellis_other_processes 0',
      'trellis_journal_append_seconds_count 1',
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/trellis_facts_total\{kind="player-seen"\} [1-9]/);
    expect(text).toMatch(/trellis_nodejs_eventloop_lag_p99_seconds \d/);
    // Labels are event names and codes, never people or tables.
    expect(text).not.toContain(String(ann.socket.id));
  } finally {
    await club.stop();
  }
});

test('every name on the dashboard and in the alarms is one that is served', async () => {
  // As a database has it: its connections are counted, too.
  const load = () => ({ commits: 0, appends: 0, connections: 0, idle: 0, waiting: 0 });
  const club = await TestClub.start({ ...memoryStorage({ presetOf: presetNamed }), load });
  try {
    const text = await club.running.get(Metrics).registry.metrics();
    const served = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    for (const file of ['docs/operations/grafana.json', 'docs/operations.md']) {
      const names = (await readFile(file, 'utf8')).match(/trellis_[a-z0-9_]+/g) ?? [];
      expect(names.length).toBeGreaterThan(5);
      const unknown = names.filter((name) => !served.has(name.replace(/_(bucket|sum|count)$/, '')));
      expect(unknown, file).toEqual([]);
    }
  } finally {
    await club.stop();
  }
});
