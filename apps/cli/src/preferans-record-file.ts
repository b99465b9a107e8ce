import {
  DamagedRecord,
  readRecord,
  readTextRecord,
  replay,
  type GameRecord,
  type Replay,
} from '@trellis/games/preferans/rules';
import { BadJson, lineAt, parseWithOffsets } from './json-lines.js';

/** A record of either kind, read but not yet played. */
export interface RecordFile {
  readonly record: GameRecord;
  /** Refuses `damaged-record` at the first thing that cannot be true. */
  replay(): Replay;
  /** The line of the file, from 1, that a position in the record stands on. */
  lineOf(position: string): number;
}

/** Reads a JSON document or one-line deals; refuses `damaged-record`. */
export function readRecordFile(text: string): RecordFile {
  const plain = text.replace(/^\uFEFF/, '');
  return plain.trimStart().startsWith('{') ? readJson(plain) : readText(plain);
}

function readJson(text: string): RecordFile {
  const { value, offsets } = parse(text);
  const lineOf = (position: string) => lineAt(text, nearest(offsets, position));
  try {
    const record = readRecord(value);
    return { record, lineOf, replay: () => replay(record) };
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    throw onLine(error, lineOf(error.at));
  }
}

function parse(text: string) {
  try {
    return parseWithOffsets(text);
  } catch (error) {
    if (!(error instanceof BadJson)) throw error;
    const line = lineAt(text, error.offset);
    const column = error.offset - text.lastIndexOf('\n', error.offset - 1);
    throw new DamagedRecord(`line ${line}, column ${column}`, error.message);
  }
}

function readText(text: string): RecordFile {
  const { record, lines } = readTextRecord(text);
  return {
    record,
    replay: () => replay(record, { offersUnknown: true }),
    lineOf: (position) => lines[Number(/^deals\[(\d+)\]/.exec(position)?.[1] ?? 0)] ?? 1,
  };
}

/** The value itself, or the smallest one around it: of "deals[2].play[7]" there is only the text `play`. */
function nearest(offsets: ReadonlyMap<string, number>, position: string): number {
  for (let path = position; path !== ''; path = path.replace(/(?:^|\.|\[)[^.[]*$/, '')) {
    const offset = offsets.get(path);
    if (offset !== undefined) return offset;
  }
  return 0;
}

const onLine = ({ at, message, rule, reason }: DamagedRecord, line: number) =>
  new DamagedRecord(`line ${line}, ${at}`, message.slice(at.length + 2), rule, reason);

/** What `check` says: that all is well, or the first line that breaks a rule and the rule's number. */
export function checkRecordFile(text: string): { readonly ok: boolean; readonly message: string } {
  let file: RecordFile | undefined;
  try {
    file = readRecordFile(text);
    const { deals, state } = file.replay();
    const end = state.end ? `the game ended (${state.end.reason})` : 'the game is not over';
    return { ok: true, message: `${deals.length} deals, every rule kept; ${end}.` };
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    const where = file ? `line ${file.lineOf(error.at)}, ` : '';
    return { ok: false, message: `${where}${error.message} (rule ${error.rule}, ${error.reason})` };
  }
}
