import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * A talk with somebody at a terminal, without the terminal: it yields what to print and goes on with
 * the line that was typed in answer.
 */
export type Dialogue<Outcome = void> = Generator<string, Outcome, string>;

/** Holds the dialogue until it is over or nothing more can be typed (Ctrl-D, end of a pipe). */
export async function talk(dialogue: Dialogue, input: Readable, output: Writable): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Infinity });
  let said = dialogue.next();
  if (!said.done) output.write(said.value);
  for await (const line of lines) {
    said = dialogue.next(line);
    if (said.done) break;
    output.write(said.value);
  }
  lines.close();
  // The last question stays unanswered: leave the shell's prompt a line of its own.
  if (!said.done) output.write('\n');
}
