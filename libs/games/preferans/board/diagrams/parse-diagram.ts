import type { Card } from '@trellis/games/preferans/rules';

/** What a rule book draws with cards: rows of them, and a sentence below. */
export interface Diagram {
  readonly rows: readonly DiagramRow[];
  readonly caption: string;
}

export interface DiagramRow {
  readonly label: string;
  readonly cards: readonly DiagramCard[];
}

export interface DiagramCard {
  readonly card: Card;
  /** The caption speaks of it. */
  readonly marked: boolean;
}

const row = /^([^:]+): ((?:[7-9TJQKA][SCDH]!?)(?: [7-9TJQKA][SCDH]!?)*)$/;

/**
 * Reads what stands in a block ```cards of a rule book: lines like `Talon: JS! AD!`, where the mark stands behind a card that the
 * caption speaks of, and the caption as the last line. Throws when a line is neither.
 */
export function parseDiagram(source: string): Diagram {
  const lines = source.trim().split('\n');
  const rows = lines.slice(0, -1).map((line) => {
    const [, label, cards] = row.exec(line) ?? [];
    if (!label || !cards) throw new Error(`No row of cards: ${line}`);
    return { label, cards: cards.split(' ').map(readCard) };
  });
  const caption = lines.at(-1)!;
  if (rows.length === 0 || row.test(caption)) throw new Error(`No caption: ${source}`);
  return { rows, caption };
}

function readCard(text: string): DiagramCard {
  const card = text.slice(0, 2) as Card;
  return { card, marked: text.endsWith('!') };
}
