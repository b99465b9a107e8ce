import { z } from 'zod';
import { access } from '../access.js';
import { clientToServer } from '../client-to-server.js';
import { gridNamespace, gridStepsPerSecond, gridToClient, gridToServer } from '../grid.js';
import { answers, No, serverToClient } from './frames.js';
import { contractVersion } from './openapi.js';
import { inDocument, namedSchemas, type JsonSchema } from './schemas.js';
import { summaries } from './summaries.js';

type Event = keyof typeof summaries;

/** The socket part of the contract, as AsyncAPI 3.0: one channel a Socket.IO namespace, one message an event. */
export function asyncApi(): JsonSchema {
  const club = channel('club', '/', clientToServer, serverToClient);
  const grid = channel('grid', gridNamespace, gridToServer, gridToClient);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Trellis over Socket.IO',
      version: contractVersion,
      description:
        'Socket.IO 4 on the path `/socket.io`, WebSocket or long polling. Programs connect with `auth: { token }`. Every request of the club’s namespace has one body and is answered by its acknowledgement: `{ ok: true, … }` or `No`. On the grid the acknowledgement may be left out. Fields may be added: ignore those you do not know.',
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    channels: { club: club.channel, grid: grid.channel },
    operations: { ...club.operations, ...grid.operations },
    components: { schemas: namedSchemas() },
  };
}

function channel(
  name: 'club' | 'grid',
  address: string,
  requests: Readonly<Record<string, z.ZodType>>,
  said: Readonly<Record<string, z.ZodType>>,
) {
  const messages: Record<string, JsonSchema> = {};
  const operations: Record<string, JsonSchema> = {};
  const channelRef = { $ref: `#/channels/${name}` };
  const messageRef = (key: string) => ({ $ref: `#/channels/${name}/messages/${escaped(key)}` });
  for (const [event, payload] of Object.entries(requests)) {
    const answer = `${event}.answer`;
    messages[event] = {
      ...{ name: event, summary: summaries[event as Event], payload: inDocument(payload) },
      ...(event in access && { 'x-who': access[event as keyof typeof access] }),
      ...(event === 'movement' && { 'x-most-per-second': gridStepsPerSecond }),
    };
    messages[answer] = {
      name: event,
      summary: 'The acknowledgement.',
      payload: inDocument(z.union([answerOf(event), No])),
    };
    operations[`${name}.${event}`] = {
      ...{ action: 'receive', channel: channelRef, messages: [messageRef(event)] },
      reply: { channel: channelRef, messages: [messageRef(answer)] },
    };
  }
  for (const [event, payload] of Object.entries(said)) {
    const summary = summaries[event as Event];
    messages[event] = { name: event, summary, payload: inDocument(payload) };
    operations[`${name}.${event}`] = {
      ...{ action: 'send', channel: channelRef, messages: [messageRef(event)] },
    };
  }
  return { channel: { address, messages }, operations };
}

function answerOf(event: string): z.ZodType {
  const answer = event in answers ? answers[event as keyof typeof answers] : z.object({});
  const ok = z.object({ ok: z.literal(true) });
  return answer instanceof z.ZodObject ? ok.extend(answer.shape) : ok;
}

/** As JSON pointers want it. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
