import type { z } from 'zod';
import { No } from './frames.js';
import { routes, type Route } from './routes.js';
import { inDocument, namedSchemas, type JsonSchema } from './schemas.js';

export const contractVersion = '1.0.0';

/** The HTTP part of the contract, as OpenAPI 3.1. */
export function openApi(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trellis over HTTP',
      version: contractVersion,
      description:
        'What the club answers beside its pages. Programs send `Authorization: Bearer <personal token>` and JSON. Every refusal has the shape of `No`; `code` is stable, `message` is not. Fields may be added: ignore those you do not know.',
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token.' },
        session: { type: 'apiKey', in: 'cookie', name: 'trellis' },
      },
    },
  };
}

function operation({ method, path, summary, more, who, query, body, ...rest }: Route): JsonSchema {
  const { answer, refusals = [] } = rest;
  const codes = [...(who === 'anybody' ? [] : ['not-signed-in']), ...refusals];
  if (['read', 'play', 'chat'].includes(who)) codes.push('missing-scope');
  return {
    operationId: operationId(method, path),
    summary,
    ...(more && { description: more }),
    ...(who !== 'anybody' && {
      security: [{ session: [] }, ...(who === 'session' ? [] : [{ token: [who] }])],
    }),
    parameters: [...pathParameters(path), ...(query ? queryParameters(query) : [])],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: inDocument(body) } },
      },
    }),
    responses: {
      ...(answer === 'redirect'
        ? { 303: { description: 'Further on.' } }
        : { 200: { description: 'Done.', content: contentOf(answer) } }),
      default: {
        description: codes.length > 0 ? `Refused: ${codes.join(', ')}.` : 'Refused.',
        content: { 'application/json': { schema: inDocument(No) } },
      },
    },
  };
}

function contentOf(answer: Exclude<Route['answer'], 'redirect'>): JsonSchema {
  if (answer === 'page') return { 'text/html': {} };
  if (answer === 'document') return { '*/*': {} };
  return { 'application/json': { schema: inDocument(answer) } };
}

function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
}

function queryParameters(query: z.ZodObject): JsonSchema[] {
  return Object.entries(query.shape).map(([name, schema]) => ({
    ...{ name, in: 'query', required: !schema.safeParse(undefined).success },
    // What is sent is text; the number in it is what counts.
    schema: { type: 'integer', minimum: 0 },
  }));
}

function operationId(method: string, path: string): string {
  const words = path.split(/[^a-z]+/i).filter((word) => word && word !== 'api');
  return [method, ...words].map((word, i) => (i === 0 ? word : capital(word))).join('');
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
