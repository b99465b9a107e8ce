import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Viewer } from '@trellis/games/kit';
import { preferans, unfold, type FoldedView } from '@trellis/games/preferans/rules';
import { PreferansBoard } from './PreferansBoard';
import { replayWords } from './replay-words';
import { scenes } from './testing/scenes';
import { fetchMessages } from './messages/messages';

await fetchMessages();

const names = ['Ann', 'Bob', 'Eve'];
const stateOf = (scene: string) => scenes[scene]!().table.state;

function shown(view: FoldedView, viewer: Viewer): string {
  return renderToStaticMarkup(
    <PreferansBoard
      view={unfold(view)}
      legal={[]}
      viewer={viewer}
      players={names.map((name) => ({ name }))}
      happened={[]}
      onAct={() => {}}
      lang="en"
      finished={false}
      replay
    />,
  );
}

test('a replay with open hands shows every hand, the talon at once and the discard', () => {
  const before = shown(preferans.openView!(stateOf('auction')), 'spectator');
  for (const name of names) expect(before).toContain(`aria-label="Hand of ${name}"`);
  expect(before).toContain('aria-label="Talon"');
  const played = shown(preferans.openView!(stateOf('trick')), 'spectator');
  expect(played).toContain('aria-label="Discard"');
});

test('from the seat of the declarer nothing is asked of who looks back', () => {
  const html = shown(preferans.viewFor(stateOf('discard'), 0), 0);
  expect(html).toContain('aria-label="Your hand"');
  expect(html).not.toContain('Choose two cards');
  expect(html).not.toContain('data-what="table"');
  expect(html).not.toContain('aria-label="Hand of Bob"');
});

test('a part of a replay is a deal with what it came to; the draw of the dealer is none', () => {
  const part = (scene: string) =>
    replayWords.part!(preferans.viewFor(stateOf(scene), 0), 'en', names);
  expect(part('draw')).toBeUndefined();
  expect(part('trick')).toBe('Deal 1');
  expect(part('over')).toMatch(/^Deal \d+\. \S/);
});

test('the place of a damage is said in words', () => {
  const place = (at: string) => replayWords.place!(at, 'en');
  expect(place('deals[2].play[7]')).toBe('deal 3, card 8');
  expect(place('line 4')).toBe('line 4');
  expect(place('end.exact')).toBe('end of the game, exact result');
  expect(place('options.poolTarget')).toMatch(/^conventions, [A-Z]/);
  expect(replayWords.place!('deals[0].dealer', 'ru')).toBe('сдача 1, сдающий');
});
