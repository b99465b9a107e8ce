import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { BoardProps, Lang } from '@trellis/games/kit';
import type { Action, View } from '@trellis/games/preferans/rules';
import { PreferansBoard } from './PreferansBoard';
import { scenes } from './testing/scenes';
import { fetchMessages } from './messages/messages';

await fetchMessages();

const everyone = [{ name: 'Ann' }, { name: 'Bob' }, { name: 'Eve' }, { name: 'Dan' }];

function drawn(scene: string, change: Partial<BoardProps<View, Action>> = {}): string {
  const { table, viewer } = scenes[scene]!();
  const view = table.view(viewer);
  return renderToStaticMarkup(
    <PreferansBoard
      view={view}
      legal={table.legal(viewer)}
      viewer={viewer}
      players={everyone.slice(0, view.conventions.players)}
      happened={[]}
      onAct={() => {}}
      lang="en"
      finished={view.end !== undefined}
      {...change}
    />,
  );
}

/** The text of markup as it is read aloud: what is hidden from those who listen left out. */
function readAloud(html: string): string {
  let text = '';
  /** How many elements are open inside the hidden one, itself included; 0 when nothing is hidden. */
  let hidden = 0;
  for (const [part, closing, attributes = '', empty] of html.matchAll(
    /<(\/?)[a-z]\w*([^>]*?)(\/?)>|[^<]+/gi,
  )) {
    if (!part.startsWith('<')) text += hidden > 0 ? '' : part;
    else if (closing) hidden = Math.max(0, hidden - 1);
    else if (!empty && (hidden > 0 || attributes.includes('aria-hidden="true"'))) hidden++;
    if (part.startsWith('<')) text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}

interface Button {
  readonly name: string;
  readonly enabled: boolean;
  readonly pressed: boolean;
}

function buttons(html: string): Button[] {
  return [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(
    ([, attributes = '', inside = '']) => ({
      name: /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? readAloud(inside),
      enabled: !/ disabled=""/.test(attributes) && !/aria-disabled="true"/.test(attributes),
      pressed: /aria-pressed="true"/.test(attributes),
    }),
  );
}

const enabled = (html: string) =>
  buttons(html).flatMap(({ name, enabled: can }) => (can ? [name] : []));

/** The part of the markup that carries this label. */
function labelled(html: string, label: string): string {
  const from = html.search(new RegExp(`<(ul|div|section)[^>]*aria-label="${label}"`));
  if (from < 0) return '';
  const tag = /^<(\w+)/.exec(html.slice(from))![1]!;
  let depth = 0;
  for (const { 0: part, index } of html.slice(from).matchAll(new RegExp(`</?${tag}[\\s>]`, 'g'))) {
    depth += part.startsWith('</') ? -1 : 1;
    if (depth === 0) return html.slice(from, from + index);
  }
  return html.slice(from);
}

const status = (html: string) => /<p role="status"[^>]*>(.*?)<\/p>/.exec(html)?.[1];

test.each(Object.keys(scenes))('%s can be drawn in every language', (scene) => {
  for (const lang of ['en', 'ru', 'es'] satisfies Lang[]) {
    const html = drawn(scene, { lang });
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    expect(status(html)).toMatch(/\S/);
  }
});

describe('auction', () => {
  const bids = (html: string) => enabled(labelled(html, 'Your word'));

  test('the eldest hand may say everything', () => {
    const said = bids(drawn('auction'));
    expect(said).toHaveLength(28); // 25 games, misère, the switch that shows nines and tens, pass
    expect(said).toEqual(expect.arrayContaining(['6 spades', '10 no trump', 'misère', 'pass']));
    expect(said).not.toContain('hold');
  });

  test('only what is higher, and hold where it is his right', () => {
    const html = drawn('hold');
    expect(bids(html)).toEqual(expect.arrayContaining(['hold', 'pass', '6 diamonds']));
    expect(bids(html)).not.toContain('6 clubs');
    expect(bids(html)).not.toContain('misère');
    expect(readAloud(labelled(html, 'Bob'))).toContain('6 clubs');
    expect(readAloud(labelled(html, 'Eve'))).toContain('pass');
  });

  test('nothing is offered to who waits', () => {
    const html = drawn('auction-waiting');
    expect(labelled(html, 'Your word')).toBe('');
    expect(status(html)).toBe('Deal 1, Eve deals. Ann: 6 spades. Bob to act.');
  });

  test('the deal before is told until the next is under way', () => {
    expect(readAloud(drawn('auction-next'))).toContain('Raspasy: Ann 4, Bob 0, Eve 6');
    expect(readAloud(drawn('auction-next'))).toContain('Look at it');
  });

  test('of a trick that was never finished nothing lies below what is told of its deal', () => {
    const html = readAloud(drawn('given-up'));
    expect(html).toContain('Look at it');
    expect(html).not.toContain('king of hearts');
  });
});

describe('talon and contract', () => {
  test('the declarer holds twelve cards that can all go to the discard', () => {
    const hand = buttons(labelled(drawn('discard'), 'Your hand'));
    expect(hand).toHaveLength(12);
    expect(hand.every((card) => card.enabled && !card.pressed)).toBe(true);
  });

  test('contracts not below the bid; the discard comes first', () => {
    const html = labelled(drawn('discard'), 'Name the contract');
    expect(readAloud(html)).toContain('Choose two cards to discard');
    expect(buttons(html).find(({ name }) => name === 'Name the contract')?.enabled).toBe(false);
    expect(enabled(html)).toEqual(
      expect.arrayContaining(['6 spades', '10 no trump', 'Give up, 3 down']),
    );
  });

  test('misère leaves nothing to choose but the discard, and no way back', () => {
    const html = labelled(drawn('misere-discard'), 'Name the contract');
    expect(buttons(html).map(({ name }) => name)).toEqual(['Play misère']);
    expect(enabled(html)).toEqual([]);
  });

  test('it needs no list of what is legal: the view says what may be named', () => {
    const html = drawn('discard', { legal: [] });
    expect(enabled(labelled(html, 'Your hand'))).toHaveLength(12);
    expect(enabled(labelled(drawn('discard', { legal: [], busy: true }), 'Your hand'))).toEqual([]);
  });

  test('everybody sees the talon', () => {
    expect(readAloud(labelled(drawn('talon'), 'Talon'))).toBe('nine of diamonds seven of diamonds');
  });
});

describe('whist', () => {
  test.each([
    ['whist', '7 spades: do you whist\\?', ['whist', 'pass']],
    ['half', '7 spades: do you whist\\?', ['whist', 'pass', 'half whist']],
    ['choose', 'You whist alone: open or closed\\?', ['open', 'closed']],
  ])('%s', (scene, question, words) => {
    expect(enabled(labelled(drawn(scene), question))).toEqual(words);
  });

  test('words stand beside who said them', () => {
    const html = drawn('choose');
    expect(readAloud(labelled(html, 'Ann'))).toContain('7 spades');
    expect(readAloud(labelled(html, 'Eve'))).toContain('pass');
  });
});

describe('play', () => {
  test('only cards that may be played', () => {
    expect(enabled(labelled(drawn('follow'), 'Your hand'))).toEqual([
      'ten of hearts',
      'nine of hearts',
      'eight of hearts',
      'seven of hearts',
    ]);
  });

  test('before his turn a player may choose any card in advance', () => {
    const hand = buttons(labelled(drawn('ahead'), 'Your hand'));
    expect(hand.filter((card) => card.enabled)).toHaveLength(10);
    const busy = buttons(labelled(drawn('ahead', { busy: true }), 'Your hand'));
    expect(busy.filter((card) => card.enabled)).toHaveLength(0);
  });

  test('the whister plays the open hand of his partner', () => {
    const html = drawn('open-partner');
    expect(enabled(labelled(html, 'Hand of Bob'))).toEqual(['queen of hearts', 'jack of hearts']);
    expect(status(html)).toContain('play from Bob&#x27;s hand');
  });

  test('whose cards a partner plays chooses nothing in advance', () => {
    const { table } = scenes['open-partner']!();
    const html = drawn('open-partner', { view: table.view(1), legal: table.legal(1), viewer: 1 });
    expect(enabled(labelled(html, 'Your hand'))).toEqual([]);
  });

  test('hands that are not open are backs and a number', () => {
    const html = drawn('lead');
    expect(labelled(html, 'Hand of Bob')).toBe('');
    expect(readAloud(labelled(html, 'Bob'))).toContain('10 cards');
  });

  test('both defenders lie open in misère and a checked ten', () => {
    for (const [scene, open] of [
      ['misere', ['Ann', 'Eve']],
      ['checked-ten', ['Eve']],
    ] as const) {
      for (const name of open)
        expect(buttons(labelled(drawn(scene), `Hand of ${name}`)).length).toBeGreaterThanOrEqual(8);
    }
    expect(labelled(drawn('misere-catcher'), 'Hand of Ann')).toBe('');
  });

  test('the contract, what was taken and what is owed are always there', () => {
    const html = readAloud(drawn('trick'));
    expect(html).toContain('7 spades Ann 1 of 7 whist 0 of 2');
    expect(readAloud(drawn('misere'))).toContain('misère Bob 0 tricks');
    expect(readAloud(drawn('raspasy'))).toContain('Raspasy price of a trick: 1');
  });

  test('the trick says who played what, and the talon leads in raspasy', () => {
    expect(readAloud(labelled(drawn('follow'), 'Trick'))).toBe(
      'Ann: ace of hearts Bob: queen of hearts',
    );
    expect(readAloud(labelled(drawn('raspasy'), 'Trick'))).toBe('Talon: nine of diamonds');
    expect(enabled(labelled(drawn('raspasy'), 'Your hand'))).toEqual([
      'ace of diamonds',
      'eight of diamonds',
    ]);
  });
});

describe('four players', () => {
  test('the dealer sits out and holds nothing', () => {
    const html = drawn('four-dealer');
    expect(labelled(html, 'Your hand')).toBe('');
    expect(readAloud(labelled(html, 'Ann'))).toContain('deals and sits out');
  });
});

describe('offers', () => {
  test('who is asked answers, others wait', () => {
    expect(readAloud(drawn('offer'))).toContain('Ann offers to end the deal: Ann 8, Bob 1, Eve 1.');
    expect(enabled(labelled(drawn('offer'), 'Offer to end the deal'))).toEqual([
      'Accept',
      'Play on',
    ]);
    const { table } = scenes.offer!();
    const made = drawn('offer', { view: table.view(0), legal: table.legal(0), viewer: 0 });
    expect(enabled(labelled(made, 'Offer to end the deal'))).toEqual([]);
    expect(readAloud(made)).toContain('Waiting for the answers.');
  });

  test('a proposal to stop asks everybody but its maker', () => {
    const html = drawn('stop');
    expect(readAloud(html)).toContain('Eve proposes to stop after this deal.');
    expect(enabled(labelled(html, 'Propose to stop after this deal'))).toEqual(['Yes', 'No']);
    const { table } = scenes.stop!();
    const watched = drawn('stop', {
      view: table.view('spectator'),
      legal: [],
      viewer: 'spectator',
    });
    expect(enabled(labelled(watched, 'Propose to stop after this deal'))).toEqual([]);
  });
});

test('a spectator sees open hands and can touch none of them', () => {
  const html = drawn('spectator');
  expect(buttons(labelled(html, 'Hand of Bob'))).toHaveLength(10);
  for (const name of ['Bob', 'Eve']) expect(enabled(labelled(html, `Hand of ${name}`))).toEqual([]);
  expect(buttons(html).map(({ name }) => name)).not.toContain('At the table');
});

test('each number of the score sheet is a button that names it', () => {
  const sheet = enabled(labelled(drawn('over'), 'Score sheet'));
  expect(sheet).toEqual(
    expect.arrayContaining(['Mountain of Ann: 4. Why?', 'Whists of Eve on Ann: 0. Why?']),
  );
  expect(sheet).toHaveLength(12);
});

test('one card of a hand takes part in the order of the Tab key', () => {
  const order = [...labelled(drawn('lead'), 'Your hand').matchAll(/tabindex="(-?\d)"/g)].map(
    ([, tab]) => tab,
  );
  expect(order.filter((tab) => tab === '0')).toHaveLength(1);
});

test('a name is never read as markup', () => {
  const html = drawn('auction', {
    players: [{ name: '<b>Ann' }, { name: 'Bob' }, { name: 'Eve' }],
  });
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;b&gt;Ann');
});
