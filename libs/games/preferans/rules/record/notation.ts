import type { Notation } from '@trellis/games/kit';
import type { Action } from '../action.js';
import type { State } from '../state.js';
import { readRecord } from './read-record.js';
import { DamagedRecord, recordFormat } from './record.js';
import { replay } from './replay.js';
import { readTextRecord, textRecord } from './text-record.js';
import { recordGame } from './write-record.js';

/** Rule 17: a game as a JSON document, or as one line a deal, which keeps neither names nor offers. */
export const notation: Notation<State, Action> = {
  write({ conventions, steps, ...header }) {
    const document = recordGame(conventions, steps, header);
    return { document, text: textRecord(document) };
  },
  read(text) {
    const isDocument = text.trimStart().startsWith('{');
    const record = isDocument ? readRecord(jsonFrom(text)) : readTextRecord(text).record;
    const { moments } = replay(record, { offersUnknown: !isDocument });
    const { options: conventions, players } = record;
    return { conventions, moments, ...(isDocument && { players }) };
  },
};

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedRecord('the record', `is not JSON; a document of ${recordFormat} is`);
  }
}
