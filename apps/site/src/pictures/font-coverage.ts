/** Which characters a TrueType font has, from its `cmap`: the drawing library puts an empty box where a letter is missing. */
export function charactersOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOf(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + index * 8;
    return cmap + font.readUInt32BE(record + 4);
  });
  const ranges = subtables.flatMap((at) => {
    const format = font.readUInt16BE(at);
    if (format === 12) return wideRanges(font, at);
    return format === 4 ? shortRanges(font, at) : [];
  });
  const sorted = ranges.sort(([a], [b]) => a - b);
  return (codePoint) => sorted.some(([from, to]) => from <= codePoint && codePoint <= to);
}

type Range = readonly [from: number, to: number];

function tableOf(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}

/** Format 12: groups of 32-bit characters. */
function wideRanges(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Format 4: segments of 16-bit characters, of which those without a glyph are left out. */
function shortRanges(font: Buffer, at: number): Range[] {
  const twice = font.readUInt16BE(at + 6);
  const part = (index: number) => at + 14 + index * twice + (index > 0 ? 2 : 0);
  const found: Range[] = [];
  for (let segment = 0; segment < twice; segment += 2) {
    const to = font.readUInt16BE(part(0) + segment);
    const from = font.readUInt16BE(part(1) + segment);
    const delta = font.readUInt16BE(part(2) + segment);
    const place = part(3) + segment;
    const offset = font.readUInt16BE(place);
    for (let character = from; character <= to && character < 0xffff; character++) {
      const glyph = offset
        ? font.readUInt16BE(place + offset + (character - from) * 2)
        : (character + delta) & 0xffff;
      if (glyph !== 0) found.push([character, character]);
    }
  }
  return joined(found);
}

function joined(ranges: readonly Range[]): Range[] {
  const whole: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = whole.at(-1);
    if (last && last[1] + 1 === from) last[1] = to;
    else whole.push([from, to]);
  }
  return whole;
}
