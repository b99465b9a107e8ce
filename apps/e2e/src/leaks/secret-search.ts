/**
 * Looks for what must not stand in a text at all, however it got there: pages and their data, answers of
 * the API, the log, metrics. It knows runs of cards in every usual way of writing, orders of decks, and
 * secrets that were registered.
 */
export class SecretSearch {
  private readonly orders = new Set<string>();
  private readonly secrets = new Map<string, string>();

  /** A shuffle: five of its numbers in a row give it away. */
  registerOrder(order: readonly number[]): void {
    for (let at = 0; at + window <= order.length; at++)
      this.orders.add(order.slice(at, at + window).join());
  }

  /** Bytes that must stay secret until they are forgotten, in every form they could travel in. */
  registerSecret(name: string, bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes);
    for (const form of [
      buffer.toString('hex'),
      buffer.toString('hex').toUpperCase(),
      buffer.toString('base64'),
      buffer.toString('base64url'),
      buffer.toString('latin1'),
      [...buffer].join(),
    ])
      this.secrets.set(form, name);
  }

  /** It has been revealed. */
  forgetSecret(name: string): void {
    for (const [form, of] of this.secrets) if (of === name) this.secrets.delete(form);
  }

  /** What was found; empty when the text keeps everything to itself. */
  find(text: string): string[] {
    const cards = [...text.matchAll(cardRun)].map(([run]) => `cards: ${run}`);
    const orders = [...text.matchAll(numberRun)].flatMap(([run]) => {
      const numbers = run.split(/[,\s]+/);
      return numbers.some((_, at) => this.orders.has(numbers.slice(at, at + window).join()))
        ? [`an order: ${run.slice(0, 80)}`]
        : [];
    });
    return [...new Set([...cards, ...orders, ...this.secretsIn(text)])];
  }

  /** The names of the secrets in it. */
  secretsIn(text: string): string[] {
    return [...this.secrets].flatMap(([form, name]) => (text.includes(form) ? [name] : []));
  }
}

const window = 5;
/** Four cards in a row: `7SKHTDAC`, `7S KH 10D AC`, `["7S","KH",…]`, `7♠ K♥ …`. */
const card = String.raw`(?:[789TJQKA]|10)[SCDH♠♣♦♥]`;
const cardRun = new RegExp(
  String.raw`(?<![A-Za-z0-9])${card}(?:[\s,;:|"'\\[\]-]{0,5}${card}){3,}`,
  'g',
);
const numberRun = /\d{1,2}(?:,\s*\d{1,2}){4,}/g;
