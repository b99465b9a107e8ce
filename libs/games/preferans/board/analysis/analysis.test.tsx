import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import { AnalysisPanel } from './AnalysisPanel';
import { marksOf } from './marks';
import { runningResults, summaryOf } from './summary';
import { analysisWords } from './words';
import { fetchMessages } from '../messages/messages';

await fetchMessages();

const names = ['Ann', 'Bob', 'Eve'];
const langs = ['en', 'ru', 'es'] as const;

const chance = { tricks: 9, misere: { tricks: 2, discard: ['AD', 'KD'] } } as const;
const played: DealFinding = {
  no: 1,
  from: 2,
  to: 20,
  contract: {
    ply: 6,
    declarer: 0,
    contract: '8S',
    tricks: 8,
    best: { discard: ['7H', '8H'], tricks: 9 },
  },
  cards: [
    { ply: 9, seat: 0, card: 'KD', part: 'declarer', open: { gave: 0, best: ['KD'] } },
    {
      ply: 10,
      seat: 1,
      card: '7D',
      part: 'defender',
      open: { gave: 1, best: ['AD'] },
      knew: { best: 'AD', lost: 4.26, error: 1.1, deals: 20, stands: true },
    },
    {
      ply: 11,
      seat: 2,
      card: 'TD',
      part: 'defender',
      open: { gave: 0, best: ['TD', '8D'] },
      knew: { best: '8D', lost: 1.2, error: 0.9, deals: 20, stands: false },
    },
  ],
  chances: [
    { seat: 0, ...chance, game: { contract: '9S', discard: ['7H', '8H'] } },
    { seat: 1, ...chance, tricks: 3 },
    { seat: 2, ...chance, misere: { tricks: 0, discard: ['AD', 'KD'] } },
  ],
  actual: [10, -4, -6],
  expected: [16, -8, -8],
};
const passedRound: DealFinding = {
  no: 2,
  from: 21,
  to: 50,
  cards: [
    {
      ply: 30,
      seat: 0,
      card: 'AS',
      part: 'raspasy',
      knew: { best: '7S', lost: 3, error: 0.5, deals: 80, stands: true },
    },
  ],
  chances: played.chances,
  actual: [-5, 1, 4],
  expected: [0, 0, 0],
};
const findings = [played, passedRound];

test('what was given away is counted by part, and what was known apart from it', () => {
  expect(summaryOf(findings, 0)).toEqual({
    gave: { declarer: 1, defender: 0, misere: 0 }, // the discard
    knownLoss: 3,
  });
  expect(summaryOf(findings, 1)).toEqual({
    gave: { declarer: 0, defender: 1, misere: 0 },
    knownLoss: 4.26,
  });
  // A difference that may be chance counts for nothing.
  expect(summaryOf(findings, 2).knownLoss).toBe(0);
});

test('steps that could have been better are marked, with words for who cannot see the sign', () => {
  const marks = marksOf(findings, 'en');
  expect([...marks.keys()]).toEqual([6, 10, 30]);
  expect(marks.get(6)).toMatchObject({ sign: '−1', isMistake: true });
  expect(marks.get(10)).toMatchObject({
    sign: '−1 ?',
    label:
      'gave away 1 trick, all cards open; by what was known another card was 4.3 whists better',
  });
  expect(marks.get(30)).toMatchObject({ sign: '?' });
  expect(marksOf(findings, 'ru').get(10)!.label).toContain('на 4,3 виста');
});

test('results add up deal by deal', () => {
  expect(runningResults(findings, 0)).toEqual([
    { no: 1, actual: 10, expected: 16 },
    { no: 2, actual: 5, expected: 16 },
  ]);
});

test('the panel tells the card, the deal and the game in every language, the two judgements apart', () => {
  for (const lang of langs) {
    const say = analysisWords[lang];
    const html = renderToStaticMarkup(
      <AnalysisPanel findings={findings} ply={10} goTo={() => {}} names={names} lang={lang} />,
    );
    for (const text of [say.allOpen, say.whatKnew('Bob'), say.results, say.asTable, say.limits]) {
      expect(html).toContain(text);
    }
    expect(html).toContain('A♦');
    expect(html).toContain(say.tricks(1));
    const inRaspasy = renderToStaticMarkup(
      <AnalysisPanel findings={findings} ply={30} goTo={() => {}} names={names} lang={lang} />,
    );
    expect(inRaspasy).toContain(say.noOpenValue);
  }
});
