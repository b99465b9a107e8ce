import { describe, expect, test } from 'vitest';
import type { Lang, Viewer } from '@trellis/games/kit';
import { handInWords, situationInWords, spokenBetween } from './speech';
import { SceneTable, scenes } from './testing/scenes';
import { fetchMessages } from './messages/messages';

await fetchMessages();

const names = ['Аня', 'Борис', 'Ева'];
const dealt = () =>
  new SceneTable().deal(
    'AS KS QS JS TS AH KH AD 7C 8D',
    'AC KC QC JC TC 9C KD QD QH JH',
    '',
    '9D 7D',
  );

/** What a listener hears when `steps` are done to a table that stands at `before`. */
function heard(
  before: SceneTable,
  steps: (table: SceneTable) => void,
  viewer: Viewer = 0,
  lang: Lang = 'ru',
) {
  const was = before.view(viewer);
  steps(before);
  return spokenBetween(was, before.view(viewer), { lang, names, viewer });
}

describe('what happens is spoken', () => {
  test('words of the auction, and whose turn it is', () => {
    expect(heard(dealt(), (table) => table.do('6S'))).toBe('Аня: 6 пик. Ход: Борис.');
    expect(heard(dealt().do('6S 6C P'), (table) => table.do('='), 1)).toBe(
      'Аня: здесь, 6 треф. Ваш ход.',
    );
  });

  test('the talon, the contract, whist', () => {
    expect(heard(dealt().do('6S P'), (table) => table.do('P'), 2)).toBe(
      'Ева: пас. Прикуп: девятка бубен, семёрка бубен. Ход: Аня.',
    );
    expect(heard(dealt().do('6S P P'), (table) => table.do('7S/7C8D whist'), 2)).toBe(
      'Аня играет 7 пик. Борис: вист. Ваш ход.',
    );
  });

  test('cards by name, and who took the trick', () => {
    const play = dealt().do('6S P P 7S/7C8D whist whist');
    expect(heard(play, (table) => table.do('.AH .QH .7H'), 2)).toBe(
      'Аня: туз червей. Борис: дама червей. Ева: семёрка червей. Взятка: Аня.',
    );
    expect(heard(play, (table) => table.do('.KH .JH'), 2)).toBe(
      'Аня: король червей. Борис: валет червей. Ваш ход.',
    );
  });

  test('hands that are opened, and the turn of who plays for his partner', () => {
    const table = dealt().do('6S P P 7S/7C8D pass whist open');
    const spoken = heard(table, (each) => each.do('.AH'), 2);
    expect(spoken).toContain('Аня: туз червей. Открыты карты, Борис: ');
    expect(spoken).toContain('Ваш ход картами партнёра (Борис).');
    expect(spoken).not.toContain('Открыты карты, Ева');
  });

  test('raspasy and the talon that leads', () => {
    const table = dealt().do('P P');
    expect(heard(table, (each) => each.do('P'))).toBe(
      'Ева: пас. Все спасовали: распасы. Ход с прикупа: девятка бубен. Ваш ход.',
    );
    expect(heard(table.do('.AD .KD'), (each) => each.do('.TD'))).toBe(
      'Ева: десятка бубен. Взятка: Аня. Ход с прикупа: семёрка бубен. Ваш ход.',
    );
  });

  test('the end of a deal, what it came to, and the next one', () => {
    const table = dealt().do('6S P P');
    const spoken = heard(table, (each) => each.act({ kind: 'concede' }).deal(), 1, 'en');
    expect(spoken).toBe('6 spades by Аня, given up. Deal 2, Аня deals. Your turn.');
    const closed = dealt().do('6S P P 7S/7C8D pass');
    expect(heard(closed, (each) => each.do('pass').deal(), 1, 'en')).toContain(
      'Ева: pass. 7 spades by Аня, not played. Deal 2, Аня deals.',
    );
  });

  test('offers and proposals', () => {
    const table = dealt().do('6S P P 7S/7C8D whist whist');
    expect(
      heard(table, (each) => each.act({ kind: 'offer', tricks: [8, 1, 1] }), 1, 'en'),
    ).toContain('Аня offers to end the deal: Аня 8, Борис 1, Ева 1. Your turn.');
    expect(heard(table, (each) => each.act({ kind: 'answer', yes: false }), 2, 'en')).toContain(
      'The offer was refused.',
    );
    expect(heard(table, (each) => each.act({ kind: 'propose-stop' }, 2), 0, 'en')).toContain(
      'Ева proposes to stop after this deal.',
    );
    expect(
      heard(table, (each) => each.act({ kind: 'answer-stop', yes: false }, 0), 1, 'en'),
    ).toContain('Not all agree to stop');
  });

  test('nothing is said of a view that changes nothing', () => {
    expect(heard(dealt(), () => {})).toBe('');
  });
});

test('views that were lost are made up for: nothing is said twice, nothing left out', () => {
  const words = ['6S', 'P', 'P', '7S/7C8D', 'whist', 'whist', '.AH', '.QH', '.7H', '.KH'];
  const oneByOne = words.map((word, at) =>
    heard(dealt().do(words.slice(0, at).join(' ')), (table) => table.do(word), 2),
  );
  const atOnce = heard(dealt(), (table) => table.do(words.join(' ')), 2);
  const events = (text: string) =>
    text
      .split('. ')
      .filter((each) => each && !/ход/i.test(each))
      .map((each) => each.replace(/\.$/, ''));
  expect(events(atOnce)).toEqual(oneByOne.flatMap(events));
});

describe('on demand', () => {
  test('the hand', () => {
    expect(handInWords(['QS', 'TD'], 'ru')).toBe('Ваши карты: дама пик, десятка бубен.');
    expect(handInWords(['QS', 'TD'], 'en')).toBe('Your hand: queen of spades, ten of diamonds.');
    expect(handInWords(null, 'es')).toBe('No tienes cartas.');
  });

  test('the situation', () => {
    const { table, viewer } = scenes.follow!();
    expect(situationInWords(table.view(viewer), { lang: 'en', names, viewer })).toBe(
      'Deal 1, Ева deals. Аня plays 7 spades. tricks taken: 0 of 7, whist 0 of 2. ' +
        'Аня: ace of hearts. Борис: queen of hearts. Your turn.',
    );
  });
});
