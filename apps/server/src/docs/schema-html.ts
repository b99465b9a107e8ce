import type { JsonSchema } from '@trellis/wire/contract';
import { html, Html, joined } from './html.js';

/** A schema as a developer would write the type, with links to the named ones. */
export function schemaHtml(schema: JsonSchema, indent = ''): Html {
  const { $ref, type, anyOf, oneOf, enum: values, description } = schema as Shape;
  if ($ref) return linkTo($ref);
  if ('const' in schema) return html`${JSON.stringify(schema['const'])}`;
  if (values) return html`${values.map((value) => JSON.stringify(value)).join(' | ')}`;
  const choices = anyOf ?? oneOf;
  if (choices)
    return between(
      choices.map((each) => schemaHtml(each, indent)),
      ' | ',
    );
  if (type === 'array') return arrayHtml(schema as Shape, indent);
  if (type === 'object') return objectHtml(schema as Shape, indent);
  const limits = limitsOf(schema as Shape);
  const note = [limits, description].filter(Boolean).join('; ');
  const name = [type ?? 'anything'].flat().join(' | ');
  return note ? html`${name} <i>(${note})</i>` : html`${name}`;
}

interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

function arrayHtml({ items, prefixItems }: Shape, indent: string): Html {
  if (prefixItems)
    return html`[${between(
      prefixItems.map((each) => schemaHtml(each, indent)),
      ', ',
    )}]`;
  return html`list of ${schemaHtml(items ?? {}, indent)}`;
}

function objectHtml(shape: Shape, indent: string): Html {
  const { properties = {}, required = [], additionalProperties } = shape;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) =>
      html`${inner}<b>${name}</b>${required.includes(name) ? '' : '?'}: ${schemaHtml(schema, inner)}`,
  );
  if (additionalProperties && typeof additionalProperties === 'object')
    lines.push(html`${inner}[each name]: ${schemaHtml(additionalProperties, inner)}`);
  if (lines.length === 0) return html`{}`;
  return new Html(`{\n${joined(lines).text}\n${indent}}`);
}

function limitsOf({ minimum, maximum, minLength, maxLength, pattern }: Shape): string {
  const isBound = (value?: number) => value !== undefined && Math.abs(value) < 2 ** 53 - 1;
  const parts = [
    isBound(minimum) && `from ${minimum}`,
    isBound(maximum) && `to ${maximum}`,
    minLength !== undefined && `at least ${minLength} long`,
    maxLength !== undefined && `at most ${maxLength} long`,
    pattern && `like ${pattern}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function linkTo(ref: string): Html {
  const name = ref.split('/').at(-1) ?? ref;
  return html`<a href="#schema-${name}">${name}</a>`;
}

function between(parts: readonly Html[], separator: string): Html {
  return new Html(parts.map(({ text }) => text).join(separator));
}
