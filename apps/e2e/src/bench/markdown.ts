// npm run bench:markdown [-- SECONDS]: looks for the text that takes the renderer of posts longest, among texts that were built to
// be hard and random ones (seeded). Prints, as JSON, the processor time of the worst. The bound is in docs/decisions/0016.
import { render } from '@trellis/server/forum/markdown';
import { cleanPost, longestPost } from '@trellis/forum';
import { Refusal, seededRandom } from '@trellis/games/kit';

const seconds = Number(process.argv[2] ?? 30);
const random = seededRandom(16);
const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** What markdown gives a meaning to, and some text between. */
const pieces = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '~',
    '[',
    '](',
    '[a](b)',
    '<',
    '>',
    '!',
    '![',
    '|',
    '\\',
    '&',
    '&#x',
    '.',
  ],
  ...[
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '    ',
    '=',
    '\n=\n',
    '\n---\n',
    '# ',
    'a',
    'word ',
    '(',
    ')',
  ],
  ...[
    'http://a.b/',
    'a@b.c',
    'www.a.b',
    '[^1]',
    '[^1]: ',
    '```',
    '\n|a|\n|-|\n',
    '<!--',
    '- [ ] ',
    'é',
  ],
];

/** Shapes on which parsers of markdown are known to work hard. */
const hard: readonly string[] = [
  ...[
    'a\n=\n',
    '[a](',
    '![',
    '[',
    '<a',
    '&a',
    '> a\n',
    '> - a\n',
    '- a\n',
    '1. a\n',
    'a  \n',
    '*a_b',
  ],
  ...['http://a.b ', 'a@b.c ', '[^1]: a\n', '<!--', '\\a', '~a', '_a', '*a ', 'a '],
].flatMap((piece) => [150, 390, 900, 9_000].map((times) => piece.repeat(times)));
const long = [
  ...['.', '(', '&a;', 'a'].map((piece) => `http://a.b/${piece.repeat(9_000)}`),
  ...['.', '?!'].map((piece) => `http://a.b/${piece.repeat(5_000)}${'*a'.repeat(400)}`),
  `[a](b "${'a'.repeat(19_000)}`,
  `a${' '.repeat(19_000)}b`,
  Array.from({ length: 44 }, (_, at) => '`'.repeat(at + 1)).join('a'),
  `|${'a|'.repeat(23)}\n|${'-|'.repeat(23)}\n${`|${'a|'.repeat(20)}\n`.repeat(39)}`,
];

function randomText(): string {
  const some = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => one(pieces)).join('');
  return some(3) + some(4).repeat(one([20, 100, 250, 400, 900, 3_000])) + some(2);
}

const taken = { accepted: 0, refused: 0 };
const worst: { readonly ms: number; readonly characters: number; readonly text: string }[] = [];

function measure(given: string): void {
  let text: string;
  try {
    text = cleanPost(given.slice(0, longestPost));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return;
  }
  let ms = Infinity;
  // The least of three: what the machine did besides is not the text's.
  for (let turn = 0; turn < 3 && ms > 20; turn++) {
    const before = process.cpuUsage();
    const rendered = render(text);
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1_000);
    if (!rendered) {
      taken.refused++;
      return;
    }
  }
  taken.accepted++;
  worst.push({ ms: Math.round(ms), characters: text.length, text: text.slice(0, 40) });
  worst.sort((a, b) => b.ms - a.ms).splice(8);
}

// What runs for the first time is compiled first.
for (let turn = 0; turn < 30; turn++) render('warm *up* [a](b) '.repeat(50));
for (const text of [...hard, ...long]) measure(text);
const until = Date.now() + seconds * 1_000;
while (Date.now() < until) measure(randomText());
console.log(JSON.stringify({ ...taken, worst }, undefined, 2));
