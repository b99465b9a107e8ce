import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerLine } from './preferans-ask.js';
import { checkRecordFile, readRecordFile } from './preferans-record-file.js';
import { scoreSheetText } from './preferans-score.js';

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', 'examples', name), 'utf8');

const [json, text] = [example('sochi.json'), example('sochi.txt')];

test('the same game is scored from a document and from lines of text', () => {
  const scored = [json, text].map((file) => scoreSheetText(readRecordFile(file).replay()));
  for (const sheet of scored) {
    expect(sheet).toContain('Deal 1, dealer 2: 0:6S 1:6C 2:P 0:= 1:P, 6C');
    expect(sheet).toMatch(
      /whists 1>0 \+\d+ = \d+ tricks × 1 whistScale × 2 value {2}\(rule 11\.C\)/,
    );
  }
  const settlements = scored.map((sheet) => /Exact .*\nSettlement .*/.exec(sheet)![0]);
  expect(settlements[0]).toBe(settlements[1]);
});

test('a record without fault is said to be so', () => {
  expect(checkRecordFile(json)).toMatchObject({
    ok: true,
    message: expect.stringContaining('every rule kept'),
  });
  expect(checkRecordFile(text)).toMatchObject({ ok: true });
});

test('check names the line of a document, the place and the rule', () => {
  const bad = json.replace('"1:6C"', '"1:6S"');
  const line = bad.slice(0, bad.indexOf('"1:6S"')).split('\n').length;
  expect(checkRecordFile(bad)).toEqual({
    ok: false,
    message: `line ${line}, deals[0].auction[1]: The bid must be higher than the current one. (rule 4.2.2, below-current-bid)`,
  });
  expect(checkRecordFile('{"format": oops}').message).toMatch(/^line 1, column 12: /);
  expect(checkRecordFile(json.replace('"firstDealer"', '"first"')).message).toMatch(
    /^line 1, firstDealer: /,
  );
});

test('check names the line of a text and the rule', () => {
  const bad = text.replace('1:6C', '1:6S');
  const line = bad.split('\n').findIndex((each) => each.includes('1:6S')) + 1;
  expect(checkRecordFile(bad).message).toMatch(
    new RegExp(`^line ${line}, deals\\[0\\]\\.auction\\[1\\].*rule 4\\.2\\.2`),
  );
  expect(checkRecordFile('rubbish').message).toMatch(/^line 1: /);
});

test('a line that is not JSON is answered, like any other', () => {
  expect(answerLine('rubbish')).toMatchObject({ error: { code: 'bad-json' } });
  expect(answerLine('{"ask":"cards","hand":["AS"],"ledSuit":null,"trump":"N"}')).toEqual({
    legal: ['AS'],
  });
});

test('what the solver is asked it answers, also what it refuses', () => {
  const question = { ask: 'solve', goal: 'game', trump: 'H', declarer: 0, leader: 1 };
  const hands = ['ASKS', '7S7H', '8S9S'];
  expect(answerLine(JSON.stringify({ ...question, hands }))).toEqual({
    tricks: 1,
    cards: { '7S': 1, '7H': 1 },
  });
  expect(answerLine(JSON.stringify(question))).toMatchObject({ error: { code: 'bad-request' } });
});

test('an empty line is answered too, so that answers can be counted', () => {
  for (const line of ['', '   ', '\t']) {
    expect(answerLine(line)).toMatchObject({ error: { code: 'bad-json' } });
  }
});

test('no line of rubbish brings the engine down, whatever is asked for', () => {
  const rubbish = [null, true, -0, 1e308, '', 'x', [], [[]], {}, { a: 1 }, [null], '7S', -1];
  const fields =
    'hands hand sheet start before auction said deck record trump goal leader declarer';
  const error = {
    code: expect.stringMatching(/^(?!internal)/),
    message: expect.stringMatching(/./),
  };
  for (const ask of 'sheet settlement forfeit auction whist cards deal replay solve'.split(' ')) {
    for (const value of rubbish) {
      const one = Object.fromEntries(fields.split(' ').map((field) => [field, value]));
      for (const question of [
        { ask, ...one },
        { ask, dealer: 0, firstDealer: 0, ...one },
      ]) {
        const answer = answerLine(JSON.stringify(question));
        if ('error' in answer) expect(answer).toEqual({ error });
      }
    }
  }
});
