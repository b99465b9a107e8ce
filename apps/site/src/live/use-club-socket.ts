'use client';

import { useSyncExternalStore } from 'react';
import { pageSocketOpened } from './page-socket';
import { beforeArrival, ClubSocket, type ClubState } from './club-socket';

let shared: ClubSocket | undefined;

/** One connection for all that lives on this page; opened at the first use, in the browser only. */
export function clubSocket(): ClubSocket {
  return (shared ??= pageSocketOpened(new ClubSocket()));
}

const watch = (watcher: () => void) => clubSocket().watch(watcher);
const snapshot = () => clubSocket().snapshot();
const onServer = () => beforeArrival;

/** Opens the connection and follows its state. */
export function useClubState(): ClubState {
  return useSyncExternalStore(watch, snapshot, onServer);
}
