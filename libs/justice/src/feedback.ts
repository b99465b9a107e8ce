import type { GameId, PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';

export const marks = ['positive', 'neutral', 'negative'] as const;
export type Mark = (typeof marks)[number];

/** What may be said beside a mark, and beside which. */
const feedbackTags = {
  friendly: 'positive',
  'good-play': 'positive',
  patient: 'positive',
  slow: 'negative',
  rude: 'negative',
  'left-early': 'negative',
} as const satisfies Record<string, Mark>;
export type FeedbackTag = keyof typeof feedbackTags;

/** How somebody found it to play a game with somebody. */
export interface Feedback {
  readonly gameId: GameId;
  readonly from: PlayerId;
  readonly to: PlayerId;
  readonly mark: Mark;
  readonly tags: readonly FeedbackTag[];
  readonly at: number;
}

/** All that anybody learns of it: who said what of whom stays with who said it. */
export interface FeedbackSums {
  readonly marks: Readonly<Record<Mark, number>>;
  /** Those that were given at least once, the most frequent first. */
  readonly tags: readonly { readonly tag: FeedbackTag; readonly times: number }[];
}

/** Refuses with `wrong-tags` tags that speak against the mark, or twice. */
export function mustBeFitting({ mark, tags }: Pick<Feedback, 'mark' | 'tags'>): void {
  const against = tags.some((tag) => mark !== 'neutral' && feedbackTags[tag] !== mark);
  if (against || new Set(tags).size < tags.length)
    throw new Refusal('wrong-tags', 'These tags do not go with that mark.');
}

export function sumsOf(feedback: readonly Pick<Feedback, 'mark' | 'tags'>[]): FeedbackSums {
  const times = new Map<FeedbackTag, number>();
  const sums = { positive: 0, neutral: 0, negative: 0 };
  for (const { mark, tags } of feedback) {
    sums[mark] += 1;
    for (const tag of tags) times.set(tag, (times.get(tag) ?? 0) + 1);
  }
  return {
    marks: sums,
    tags: [...times]
      .map(([tag, count]) => ({ tag, times: count }))
      .sort((a, b) => b.times - a.times || (a.tag < b.tag ? -1 : 1)),
  };
}
