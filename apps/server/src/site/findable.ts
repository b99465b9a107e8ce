import type { INestApplicationContext } from '@nestjs/common';
import { isOfHouse, isOfVisitors } from '@trellis/facade';
import { Sessions } from '../auth/sessions.js';
import { VisitorTables } from '../house/visitor-tables.js';
import { TableBook } from '../tables/table-book.js';
import type { SitePagesOptions } from './site-pages.js';

/**
 * What a reader may find behind an address that the pages' memory does not hold, without a query: a table that is known, also a
 * private one; a game of visitors that is remembered. What is in the archive only members are given, so for a visitor there is
 * nothing at its address.
 */
export function findable(app: INestApplicationContext): SitePagesOptions['mayFind'] {
  const [tables, visitors, sessions] = [
    app.get(TableBook, { strict: false }),
    app.get(VisitorTables, { strict: false }),
    app.get(Sessions, { strict: false }),
  ];
  return ({ kind, id }, cookies) => {
    if (kind === 'tables') return tables.summary(id) !== undefined;
    if (kind === 'games' && isOfVisitors(id)) return visitors.record(id) !== undefined;
    // Its games are with the process that has its tables.
    if (kind === 'games' && isOfHouse(id)) return true;
    return sessions.proven(cookies) !== undefined;
  };
}
