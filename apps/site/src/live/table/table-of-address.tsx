'use client';

import { useSyncExternalStore } from 'react';
import { TableScreen } from './table-screen';

const never = () => () => undefined;

/** One page serves all tables that memory does not show (private ones): which it is, the address says. */
export function TableOfAddress() {
  const tableId = useSyncExternalStore(
    never,
    () => window.location.pathname.split('/').at(-1) ?? '',
    () => undefined,
  );
  return tableId ? <TableScreen tableId={tableId} /> : null;
}
