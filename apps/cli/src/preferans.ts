// `npm run preferans -- score FILE | check FILE`, `npm run -s preferans -- ask < FILE`.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DamagedRecord } from '@trellis/games/preferans/rules';
import { answerLine } from './preferans-ask.js';
import { readRecordFile, checkRecordFile } from './preferans-record-file.js';
import { scoreSheetText } from './preferans-score.js';

const usage = `Usage:
  npm run preferans -- score FILE       the score sheet deal by deal, and the settlement
  npm run preferans -- check FILE       the first line that breaks a rule, with the rule's number
  npm run -s preferans -- ask < FILE    one question (a JSON object) a line, one answer a line
FILE is a record: a JSON document, or text with one deal a line; "-" is the standard input.
The rules are in libs/games/preferans/RULES.md, the questions in
libs/games/preferans/rules/ask/ask.schema.json.`;

/** Exit codes: 0 done, 1 the record is damaged or breaks a rule, 2 wrong use. */
async function main([command, file, ...more]: readonly string[]): Promise<number> {
  if (command === 'ask' && file === undefined) return answerAll();
  if ((command === 'score' || command === 'check') && file !== undefined && more.length === 0) {
    const text = await readText(file);
    return command === 'score' ? score(text) : check(text);
  }
  console.error(usage);
  return 2;
}

/** One line of answer for each line of input, an empty one too: whoever asks can count. */
async function answerAll(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    // Waiting for the drain keeps a fast writer from filling the memory of a slow reader.
    if (!process.stdout.write(`${JSON.stringify(answerLine(line))}\n`)) {
      await new Promise((resume) => process.stdout.once('drain', resume));
    }
  }
  return 0;
}

function score(text: string): number {
  try {
    console.log(scoreSheetText(readRecordFile(text).replay()));
    return 0;
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    console.error(`${checkRecordFile(text).message}\nThe record was not scored.`);
    return 1;
  }
}

function check(text: string): number {
  const { ok, message } = checkRecordFile(text);
  console.log(message);
  return ok ? 0 : 1;
}

async function readText(file: string): Promise<string> {
  // npm runs programs in the root of the repository; the file is named from where npm was called.
  if (file !== '-') return readFile(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream('', { fd: 0 })) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has gone (`| head`): nothing is left to do.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
  console.error(`The file cannot be read: ${error.message}`);
  process.exitCode = 2;
}
