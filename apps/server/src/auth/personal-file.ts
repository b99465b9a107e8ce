import type { PersonalRows } from '@trellis/players';
import type { Me } from '@trellis/wire';

export interface PersonalFile {
  readonly person: string;
  readonly madeAt: Date;
  /** The page that says what each part is. */
  readonly explained: string;
  /** Where he sits now; what happens there is in the file when the game is over. */
  readonly seatedAt: Me['seatedAt'];
  readonly parts: AsyncIterable<PersonalRows>;
}

/** The file that a person gets of himself, piece by piece: it may be much longer than what a process should hold at once. */
export async function* personalFile(file: PersonalFile): AsyncGenerator<string, void> {
  const { parts, madeAt, ...rest } = file;
  const head = { format: 'trellis-personal-data-1', madeAt: madeAt.toISOString(), ...rest };
  let before = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "parts": {`;
  let after = '';
  let current: string | undefined;
  let isFirstRow = true;
  // Nothing is told before the storage has answered once.
  for await (const { part, rows } of parts) {
    if (part !== current) {
      yield `${before}\n    ${JSON.stringify(part)}: [`;
      [before, after, current, isFirstRow] = ['\n    ],', '\n    ]', part, true];
    }
    if (rows.length === 0) continue;
    yield `${isFirstRow ? '' : ','}\n      ${rows.join(',\n      ')}`;
    isFirstRow = false;
  }
  yield `${after}\n  }\n}\n`;
}
