import { clientToServer } from '../client-to-server.js';
import { gridToClient, gridToServer } from '../grid.js';
import { answers, serverToClient } from './frames.js';
import { inDocument, namedSchemas, type JsonSchema } from './schemas.js';
import { summaries } from './summaries.js';
import type { z } from 'zod';

/** The contract as TypeScript types that need nothing else: what `@trellis/client` is written over. Prettier is up to the caller. */
export function typeScript(): string {
  const shapes = Object.entries(namedSchemas()).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`,
  );
  return [
    '// Written by `npm run contract` from the schemas that the server runs. Do not edit.\n',
    ...shapes,
    mapOf('Requests', 'What a program asks of the club, by event.', clientToServer),
    mapOf('Answers', 'What the answer to each request carries beside `ok: true`.', answers),
    mapOf('Said', 'What the club says by itself, by event.', serverToClient),
    mapOf('GridSent', 'What a program says on the grid.', gridToServer),
    mapOf('GridSaid', 'What is said on the grid.', gridToClient),
  ].join('\n');
}

function mapOf(name: string, comment: string, schemas: Readonly<Record<string, z.ZodType>>) {
  const lines = Object.entries(schemas).map(([event, schema]) => {
    const summary = name === 'Answers' ? undefined : summaries[event as keyof typeof summaries];
    return `${summary ? `/** ${summary} */\n` : ''}${JSON.stringify(event)}: ${typeOf(inDocument(schema))};`;
  });
  return `/** ${comment} */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`;
}

interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, type, anyOf, oneOf, enum: values, ...shape } = schema as Shape;
  if ($ref) return $ref.split('/').at(-1)!;
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  const choices = anyOf ?? oneOf;
  if (choices) return choices.map(typeOf).join(' | ');
  switch (type) {
    case 'array':
      return arrayOf(shape);
    case 'object':
      return objectOf(shape);
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'number':
    case 'integer':
      return 'number';
    default:
      return 'unknown';
  }
}

function arrayOf({ items, prefixItems }: Shape): string {
  if (prefixItems) return `readonly [${prefixItems.map(typeOf).join(', ')}]`;
  return `readonly (${typeOf(items ?? {})})[]`;
}

function objectOf({ properties, required = [], additionalProperties }: Shape): string {
  if (additionalProperties && typeof additionalProperties === 'object')
    return `Readonly<Record<string, ${typeOf(additionalProperties)}>>`;
  const lines = Object.entries(properties ?? {}).map(
    ([name, schema]) => `readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  return lines.length === 0 ? 'Readonly<Record<string, unknown>>' : `{ ${lines.join(' ')} }`;
}
