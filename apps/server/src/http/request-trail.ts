import { AsyncLocalStorage } from 'node:async_hooks';

const trail = new AsyncLocalStorage<string>();

/**
 * Whatever follows from this work, at once or later, is done for the request with this id, and `followedRequest` names it; without
 * an id it is just done. Following costs every promise a little, so it is for those who read debug lines.
 */
export function following<T>(requestId: string | undefined, work: () => T): T {
  return requestId === undefined ? work() : trail.run(requestId, work);
}

/** The id of the request for which something is being done; undefined where none is followed. */
export function followedRequest(): string | undefined {
  return trail.getStore();
}
