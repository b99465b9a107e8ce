'use client';

import type { TableRow } from '@trellis/facade';

/** `row` is what the hall knows of the table; private and unknown tables come without one. */
export function TableScreen({ tableId, row }: { tableId: string; row?: TableRow }) {
  return <p>№ {row?.number ?? tableId}</p>;
}
