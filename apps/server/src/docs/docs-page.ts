import type { JsonSchema } from '@trellis/wire/contract';
import { schemaHtml } from './schema-html.js';
import { html, joined, sentence, type Html } from './html.js';

export { docsStyle } from './docs-style.js';

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly JsonSchema[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;
interface OpenApi {
  readonly info: { readonly description: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}
interface Message {
  readonly name: string;
  readonly summary: string;
  readonly payload: JsonSchema;
  readonly 'x-who'?: string;
}
interface AsyncApi {
  readonly info: { readonly description: string };
  readonly channels: Readonly<
    Record<string, { address: string; messages: Readonly<Record<string, Message>> }>
  >;
  readonly operations: Readonly<Record<string, { readonly action: string }>>;
}

/** The contract as one page: readable without scripts, and without anything that is not on it. */
export function docsPage(openApi: JsonSchema, asyncApi: JsonSchema): string {
  const http = openApi as unknown as OpenApi;
  const sockets = asyncApi as unknown as AsyncApi;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Trellis for programs</title>
        <link rel="stylesheet" href="/api/docs/docs.css" />
      </head>
      <body>
        <header>
          <p><a href="/">Trellis</a></p>
          <h1>Trellis for programs</h1>
          <p>
            Version ${http.info.version}. Machines read it as
            <a href="/api/docs/openapi.json">OpenAPI</a> (HTTP) and
            <a href="/api/docs/asyncapi.json">AsyncAPI</a> (sockets). You make a personal token in
            <a href="/settings">your settings</a>; whoever plays with one is shown as a computer
            player.
          </p>
          <nav aria-label="Contents">
            <ul>
              <li><a href="#http">HTTP</a></li>
              ${joined(
                Object.entries(sockets.channels).map(
                  ([name, { address }]) =>
                    html`<li>
                      <a href="#${name}">Sockets: <code>${address}</code></a>
                    </li>`,
                ),
              )}
              <li><a href="#schemas">Shapes</a></li>
            </ul>
          </nav>
        </header>
        <main>
          <section id="http">
            <h2>HTTP</h2>
            <p>${sentence(http.info.description)}</p>
            ${joined(
              Object.entries(http.paths).flatMap(([path, methods]) =>
                Object.entries(methods).map(([method, each]) => operationHtml(method, path, each)),
              ),
            )}
          </section>
          ${joined(Object.entries(sockets.channels).map(([name]) => channelHtml(name, sockets)))}
          <section id="schemas">
            <h2>Shapes</h2>
            ${joined(
              Object.entries(http.components.schemas).map(
                ([name, schema]) =>
                  html`<article id="schema-${name}">
                    <h3>${name}</h3>
                    <pre>${schemaHtml(schema)}</pre>
                  </article>`,
              ),
            )}
          </section>
        </main>
      </body>
    </html>`;
  return page.text;
}

function operationHtml(method: string, path: string, operation: Operation): Html {
  const { summary, description, requestBody, responses, parameters } = operation;
  const asked = requestBody?.content['application/json']?.schema;
  const answered = responses['200']?.content?.['application/json']?.schema;
  const query = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  return html`<details>
    <summary>
      <code class="method">${method.toUpperCase()}</code> <code class="path">${path}</code>
      <span>${sentence(summary)}</span>
    </summary>
    ${description ? html`<p>${sentence(description)}</p>` : ''}
    <p class="who">${whoMay(operation)}</p>
    ${query.length > 0 ? html`<p>In the query: <code>${query.join(', ')}</code></p>` : ''}
    ${asked ? labelled('Send', asked) : ''} ${answered ? labelled('Answer', answered) : ''}
    <p class="quiet">${responses['default']?.description ?? ''}</p>
  </details>`;
}

function whoMay({ security = [] }: Operation): string {
  if (security.length === 0) return 'Anybody.';
  const [scope] = security.flatMap((each) => (each['token'] as string[] | undefined) ?? []);
  return scope
    ? `A signed-in player, or a token with the scope “${scope}”.`
    : 'A signed-in player, in a browser.';
}

function channelHtml(name: string, { channels, operations, info }: AsyncApi): Html {
  const { address, messages } = channels[name]!;
  const events = Object.entries(messages).filter(([key]) => !key.endsWith('.answer'));
  const of = (action: string) =>
    events.filter(([key]) => operations[`${name}.${key}`]?.action === action);
  return html`<section id="${name}">
    <h2>Sockets: <code>${address}</code></h2>
    ${name === 'club' ? html`<p>${sentence(info.description)}</p>` : ''}
    <h3>You send</h3>
    ${joined(of('receive').map(([key, each]) => eventHtml(each, messages[`${key}.answer`])))}
    <h3>The club sends</h3>
    ${joined(of('send').map(([, each]) => eventHtml(each)))}
  </section>`;
}

function eventHtml(message: Message, answer?: Message): Html {
  const who = message['x-who'];
  return html`<details>
    <summary>
      <code class="path">${message.name}</code> <span>${sentence(message.summary)}</span>
    </summary>
    ${who ? html`<p class="who">${who === 'anybody' ? 'Anybody.' : `Scope “${who}”.`}</p>` : ''}
    ${labelled('Body', message.payload)} ${answer ? labelled('Answer', answer.payload) : ''}
  </details>`;
}

function labelled(label: string, schema: JsonSchema): Html {
  return html`<h4>${label}</h4>
    <pre>${schemaHtml(schema)}</pre>`;
}
