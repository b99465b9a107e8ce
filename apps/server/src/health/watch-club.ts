import type { INestApplicationContext } from '@nestjs/common';
import { Tables } from '@trellis/tables';
import type { Adapters } from '../adapters.module.js';
import { Presence } from '../presence/presence.js';
import { Sockets } from '../sockets/sockets.js';
import type { Metrics } from './metrics.js';

/** Everything that is counted by looking at it when somebody asks. */
export function watchClub(
  app: INestApplicationContext,
  metrics: Metrics,
  { bus, directory, messages, storage }: Adapters,
): void {
  const tables = app.get(Tables, { strict: false });
  const sockets = app.get(Sockets, { strict: false });
  const presence = app.get(Presence, { strict: false });
  metrics.watch('tables_live', 'Tables that are not free.', () => tables.all().length);
  metrics.watch('sockets', 'Open sockets.', () => sockets.count());
  metrics.watch('players_online', 'Players with an open page.', () => presence.counts().players);
  metrics.watch(
    'tables_owned',
    'Tables that the directory gives to this process.',
    () => directory.owned().length,
  );
  metrics.watch(
    'lease_held',
    '1 while nobody can have taken this process for dead; 0 when the journal must be asked first.',
    () => Number(directory.certain),
  );
  metrics.watch('other_processes', '1 when this process knows of others, else 0.', () =>
    Number(messages.hasOthers),
  );
  bus.subscribe(({ kind }) => metrics.factHeard(kind));
  const { load } = storage;
  if (!load) return;
  metrics.watch(
    'journal_commits',
    'Statements that wrote entries, since the start.',
    () => load().commits,
  );
  metrics.watch(
    'journal_appends',
    'Appends that these statements carried: by this many more than commits, group commit saved.',
    () => load().appends,
  );
  metrics.watch('pool_connections', 'Open connections to the database.', () => load().connections);
  metrics.watch('pool_idle', 'Those of them that nobody uses.', () => load().idle);
  metrics.watch('pool_waiting', 'Queries that wait for a connection.', () => load().waiting);
}
