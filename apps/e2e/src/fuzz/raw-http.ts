import { connect } from 'node:net';
import { once } from 'node:events';
import { declaredRoutes } from '../authority/declared.js';
import type { Call } from './calls.js';
import { any, garbled, mutated, type Random } from './mutated.js';
import { oddValues } from './odd-values.js';

/** Every route of the server, and pages, files and what Socket.IO answers. */
const paths = [
  ...declaredRoutes.map(({ route }) => route.replace(/:\w+/g, 'x')),
  ...['/api/tables/x', '/api/house/tic-tac-toe', '/api/chat/hall:preferans', '/auth/google'],
  ...['/auth/google/callback?code=1&state=2', '/', '/halls/preferans', '/tables/x', '/games/x'],
  ...['/sign-in?error=x', '/settings', '/_next/static/x.js'],
  ...['/pictures/en/home.png', '/pictures/en/games/x.png', '/pictures/en/players/x.png'],
  '/socket.io/?EIO=4&transport=polling',
];
const methods = [
  'GET',
  'GET',
  'POST',
  'POST',
  'PATCH',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'BREW',
];
const oddParts = [
  ...[
    '%00',
    '%2e%2e%2f',
    '..%5c',
    '%ff%fe',
    '//',
    ';a=b',
    '%',
    '%zz',
    '?',
    '#',
    '\u00e9',
    '/./',
    '%2F%2F',
    '~',
  ],
  ...[
    '?lang=xx',
    '?a[b][c]=d',
    '?__proto__[x]=1',
    `?${'a=b&'.repeat(500)}`,
    'x'.repeat(3000),
    '?_rsc=1',
  ],
];
const types = [
  ...[
    'application/json',
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ],
  ...[
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    'application/octet-stream',
  ],
];
const bodies = [
  ...declaredRoutes.flatMap(({ body }) => (typeof body === 'object' ? body : [])),
  { name: 'Fuzz Tester' },
  { hidesLastName: true },
  { name: 'x', returnTo: '/' },
  {},
];

/** One request with something wrong in it, as it goes over the line. */
export function oddHttp(host: string, random: Random, cookie?: string): string {
  const path = any(random, paths) + (random() < 0.5 ? any(random, oddParts) : '');
  const body =
    random() < 0.6
      ? mutated(any(random, bodies), random)
      : any(random, ['', oddValues[0]!, 'a=b', '\u0000']);
  const method = any(random, methods);
  const headers = [
    `Host: ${random() < 0.95 ? host : 'evil.example'}`,
    'Connection: close',
    ...(random() < 0.8 ? [`Origin: http://${host}`] : []),
    ...(cookie && random() < 0.7
      ? [`Cookie: ${random() < 0.7 ? cookie : garbled(cookie, random)}`]
      : []),
    ...(random() < 0.1 ? ['X-HTTP-Method-Override: DELETE', 'X-Forwarded-For: 1.2.3.4, "'] : []),
    ...(random() < 0.1 ? ['Next-Action: 1', 'x-middleware-subrequest: middleware'] : []),
    ...(method === 'GET' || method === 'HEAD'
      ? []
      : [`Content-Type: ${any(random, types)}`, `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  const text = `${method} ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${method === 'GET' || method === 'HEAD' ? '' : body}`;
  return random() < 0.1 ? garbled(text, random) : text;
}

/** A call as pages make it, whole or with something wrong in its body. */
export function calledHttp(host: string, call: Call, random: Random, cookie: string): string {
  const { method, path, body } = call;
  const text =
    body === undefined ? '' : random() < 0.5 ? JSON.stringify(body) : mutated(body, random);
  const headers = [
    ...[`Host: ${host}`, 'Connection: close', `Origin: http://${host}`, `Cookie: ${cookie}`],
    ...(method === 'GET'
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`]),
  ];
  return `${method} ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${text}`;
}

export interface RawAnswer {
  /** 0 when the connection was closed without an answer, or nothing came in time. */
  readonly status: number;
  readonly silent: boolean;
  readonly text: string;
}

/** Sends it as it is. Of what is not whole the line must say that nothing follows; to others the club answers in its own time. */
export async function send(
  port: number,
  text: string,
  { whole = false, patience = 10_000 } = {},
): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined); // a reset is a way to be refused
  const closed = once(socket, 'close');
  if (whole) socket.write(text);
  // Half of a request would wait for its other half: the line says that there is none.
  else socket.end(text);
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<'silence'>((resolve) => {
    timer = setTimeout(() => resolve('silence'), patience);
  });
  const outcome = await Promise.race([closed, waited]);
  clearTimeout(timer);
  socket.destroy();
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
  return { status, silent: outcome === 'silence' && answer === '', text: answer };
}
