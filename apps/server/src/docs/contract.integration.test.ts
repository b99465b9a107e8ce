import { openApi, routes } from '@trellis/wire/contract';
import { clientToServer, gridToServer } from '@trellis/wire';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

const methods = ['get', 'post', 'put', 'delete', 'patch', 'all', 'options', 'head'];
const howTo = 'Describe it in libs/wire/src/contract, then npm run contract.';

/** Every method that Nest has been told to call, by its metadata. */
function handlers() {
  const modules = [...club.running.get(ModulesContainer).values()];
  const found: { type: object; handler: object }[] = [];
  for (const { controllers, providers } of modules)
    for (const { metatype } of [...controllers.values(), ...providers.values()]) {
      const prototype = (metatype as { prototype?: object } | null)?.prototype;
      if (!prototype) continue;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const { value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
        if (typeof value === 'function' && name !== 'constructor')
          found.push({ type: metatype as object, handler: value as object });
      }
    }
  return found;
}

const read = (key: string, of: object) => new Reflector().get<unknown>(key, of as never);

test('every route is in the published contract, and no other', () => {
  const found = handlers().flatMap(({ type, handler }) => {
    const path = read('path', handler);
    if (path === undefined || read('method', handler) === undefined) return [];
    const whole = [read('path', type), path].map(String).filter((part) => part !== '/');
    const address = `/${whole.join('/')}`.replace(/:(\w+)/g, '{$1}');
    return [`${methods[Number(read('method', handler))]} ${address}`];
  });
  const published = routes.map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(found)].sort(), howTo).toEqual(published.sort());
});

test('every socket event is in the published contract, and no other', () => {
  const found = handlers().flatMap(({ handler }) =>
    read('websockets:message_mapping', handler) ? [String(read('message', handler))] : [],
  );
  // The one that is most of the traffic is bound without Nest's decorator, by the same gateway.
  found.push('table:act');
  const published = [...Object.keys(clientToServer), ...Object.keys(gridToServer)];
  expect([...new Set(found)].sort(), howTo).toEqual(published.sort());
});

test('the page is readable without scripts and loads one stylesheet of ours', async () => {
  const answer = await club.fetch('/api/docs');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'self';/,
  );
  const page = await answer.text();
  expect(page).not.toMatch(/<script|style=|https?:\/\//);
  for (const text of ['table:act', 'movement', '/api/chat/{room}', 'user_position'])
    expect(page).toContain(text);
  for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  expect(await (await club.fetch('/api/docs/docs.css')).text()).toContain('summary');
});

test('the documents are served as they are kept', async () => {
  expect(await (await club.fetch('/api/docs/openapi.json')).json()).toEqual(
    JSON.parse(JSON.stringify(openApi())),
  );
  expect(await (await club.fetch('/api/docs/asyncapi.json')).json()).toMatchObject({
    asyncapi: '3.0.0',
  });
});
