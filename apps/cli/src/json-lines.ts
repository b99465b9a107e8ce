/** A JSON text that cannot be read, and where. */
export class BadJson extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads JSON like `JSON.parse`, and tells where each value stands: offsets by path, such as
 * "deals[2].play". Of a key that is there twice the last one counts.
 */
export function parseWithOffsets(text: string): {
  readonly value: unknown;
  readonly offsets: ReadonlyMap<string, number>;
} {
  const scanner = new Scanner(text);
  scanner.readAll();
  return { value: JSON.parse(text) as unknown, offsets: scanner.offsets };
}

/** 1 for the first line. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split('\n').length;

/** Deeper than any record; it keeps nonsense from overflowing the stack. */
const deepest = 100;

class Scanner {
  readonly offsets = new Map<string, number>();
  #at = 0;

  constructor(private readonly text: string) {}

  readAll(): void {
    this.readValue('', 0);
    this.skipSpace();
    if (this.#at < this.text.length) this.fail('nothing may follow the document');
  }

  private readValue(path: string, depth: number): void {
    this.skipSpace();
    this.offsets.set(path, this.#at);
    if (depth > deepest) this.fail('nested too deep');
    const char = this.text[this.#at];
    if (char === '{') this.readObject(path, depth);
    else if (char === '[') this.readList(path, depth);
    else if (char === '"') this.readString();
    else this.readWord();
  }

  private readObject(path: string, depth: number): void {
    this.readItems('}', () => {
      if (this.text[this.#at] !== '"') this.fail('a key in quotation marks must stand here');
      const key = this.readString();
      this.skipSpace();
      this.expect(':');
      this.readValue(path ? `${path}.${key}` : key, depth + 1);
    });
  }

  private readList(path: string, depth: number): void {
    let index = 0;
    this.readItems(']', () => this.readValue(`${path}[${index++}]`, depth + 1));
  }

  private readItems(end: '}' | ']', readItem: () => void): void {
    this.#at++;
    this.skipSpace();
    if (this.text[this.#at] === end) {
      this.#at++;
      return;
    }
    for (;;) {
      this.skipSpace();
      readItem();
      this.skipSpace();
      if (this.text[this.#at] === end) {
        this.#at++;
        return;
      }
      this.expect(',');
    }
  }

  private readString(): string {
    return this.readPattern(
      /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y,
      'a text is not closed',
    );
  }

  private readWord(): void {
    const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
    this.readPattern(word, 'no value stands here');
  }

  /** The text matched, a string without its quotation marks. */
  private readPattern(pattern: RegExp, otherwise: string): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (!found) return this.fail(otherwise);
    this.#at = pattern.lastIndex;
    return found[0].startsWith('"') ? found[0].slice(1, -1) : found[0];
  }

  private expect(char: string): void {
    if (this.text[this.#at] !== char) this.fail(`"${char}" must stand here`);
    this.#at++;
  }

  private skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.#at] ?? '.')) this.#at++;
  }

  private fail(why: string): never {
    throw new BadJson(this.#at, why);
  }
}
