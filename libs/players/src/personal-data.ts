import type { PlayerId } from '@trellis/facade';

/** Rows of one kind that the club keeps of a person, each as the text of a JSON object. */
export interface PersonalRows {
  /** What it is, as the storage calls it: `letter`. */
  readonly part: string;
  readonly rows: readonly string[];
}

/** Everything the club keeps of a person and of the account of his programs, for him alone. */
export abstract class PersonalData {
  /**
   * Part by part, a long part in several pieces; parts of which there is nothing come empty, so that he sees it. Nothing secret
   * is in it, nor what others keep to themselves.
   */
  abstract of(person: PlayerId): AsyncIterable<PersonalRows>;
}
