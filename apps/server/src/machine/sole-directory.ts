import { Directory } from '@trellis/tables';

/** One process owns every table. */
export class SoleDirectory extends Directory {
  claim(): Promise<boolean> {
    return Promise.resolve(true);
  }

  release(): Promise<void> {
    return Promise.resolve();
  }
}
