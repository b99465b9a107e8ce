import { oddFields, oddValues } from './odd-values.js';

export type Random = () => number;
export const any = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)]!;

/**
 * The JSON text of a value with one to three faults in it: a field is odd, missing, there twice, of another
 * kind, or one that nobody knows. Text, because much of it could not be made from values.
 */
export function mutated(value: unknown, random: Random): string {
  let text = JSON.stringify(value);
  const faults = 1 + Math.floor(random() * 3);
  for (let fault = 0; fault < faults; fault++) text = once(text, random);
  return text;
}

function once(text: string, random: Random): string {
  const way = random();
  const odd = any(random, oddValues);
  if (way < 0.08) return odd;
  if (way < 0.12) return `[${text}]`;
  if (way < 0.3) return withField(text, any(random, oddFields), odd);
  const leaves = [
    ...text.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])/g),
  ];
  if (leaves.length === 0) return withField(text, any(random, oddFields), odd);
  const leaf = any(random, leaves);
  const at = leaf.index + 1;
  const rest = text.slice(at + leaf[1]!.length);
  if (way < 0.4) return `${text.slice(0, at)}{"value":${leaf[1]}}${rest}`;
  if (way < 0.5) return `${text.slice(0, at)}[${leaf[1]}]${rest}`;
  if (way < 0.55)
    return text.slice(0, leaf.index).replace(/"[^"]*"$/, '"gone"') + text.slice(leaf.index);
  return text.slice(0, at) + odd + rest;
}

function withField(text: string, field: string, value: string): string {
  if (!text.startsWith('{')) return text;
  const more = `${JSON.stringify(field)}:${value}`;
  return text === '{}' ? `{${more}}` : `${text.slice(0, -1)},${more}}`;
}

/** A frame with some of its characters changed: no grammar at all. */
export function garbled(frame: string, random: Random): string {
  const at = Math.floor(random() * frame.length);
  const way = random();
  if (way < 0.3) return frame.slice(0, at);
  if (way < 0.6)
    return (
      frame.slice(0, at) + any(random, ['"', '{', ']', '\\', '\u0000', '9', ',']) + frame.slice(at)
    );
  if (way < 0.8) return frame.slice(0, at) + frame.slice(at + 1 + Math.floor(random() * 4));
  return (
    frame.slice(0, at) + String.fromCharCode(Math.floor(random() * 0xffff)) + frame.slice(at + 1)
  );
}
