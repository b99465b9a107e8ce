import { clientToServer } from '@trellis/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Person } from '../testing/person.js';
import { publicUrl, TestClub } from '../testing/test-club.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

const game = 'tic-tac-toe';

/** A client that may write anything at all on the line. */
class Raw {
  readonly heard: string[] = [];
  closed = false;
  private readonly socket: WebSocket;
  private asked = 0;

  private constructor(cookie: string, address: string) {
    this.socket = new WebSocket(
      `${club.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
      { headers: { origin: publicUrl, cookie, 'x-forwarded-for': address } },
    );
    this.socket.on('message', (data) => this.heard.push(String(data)));
    this.socket.on('close', () => (this.closed = true));
    this.socket.on('error', () => (this.closed = true));
  }

  static async connect(cookie: string, address: string): Promise<Raw> {
    const raw = new Raw(cookie, address);
    await raw.until(() => raw.heard.length > 0);
    raw.write('40');
    await raw.until(() => raw.heard.some((each) => each.startsWith('40')));
    return raw;
  }

  write(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  /** Sends an event with this JSON. The answer, `closed`, or undefined when there was none. */
  async ask(json: string): Promise<{ ok: boolean; code?: string } | 'closed' | undefined> {
    const id = ++this.asked;
    this.write(`42${id}${json}`);
    return this.outcome(id);
  }

  /** Sends a frame as it is, then waits until it must have been handled. */
  async throwAt(frame: string | Buffer): Promise<'closed' | undefined> {
    this.write(frame);
    return (await this.outcome(-1)) as 'closed' | undefined;
  }

  close(): void {
    this.socket.close();
  }

  /** An answer, or that a later message has been answered and this one has not, or the end. */
  private async outcome(id: number) {
    const after = ++this.asked;
    if (!this.closed) this.write(`42${after}["hall:leave",{}]`);
    const answerTo = (asked: number) => this.heard.find((each) => each.startsWith(`43${asked}[`));
    await this.until(() => this.closed || answerTo(after) !== undefined);
    const found = answerTo(id);
    if (found) return JSON.parse(found.slice(`43${id}`.length))[0];
    return this.closed ? ('closed' as const) : undefined;
  }

  private async until(holds: () => boolean): Promise<void> {
    const giveUp = Date.now() + 5000;
    while (!holds()) {
      if (Date.now() > giveUp) throw new Error(`Silence after ${this.heard.at(-1)}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

const odd = [
  'null',
  'true',
  '[]',
  '0',
  '-1',
  '1.5',
  '-0',
  '1e400',
  '-1e400',
  '9007199254740993',
  '"1"',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `"${'x'.repeat(3000)}"`,
  `${'['.repeat(50)}${']'.repeat(50)}`,
  `[${'0,'.repeat(2000)}0]`,
];

/** A request of each kind that is right but for the table, which does not exist. */
const right: Record<keyof typeof clientToServer, Record<string, unknown>> = {
  'hall:enter': { game },
  'hall:leave': {},
  'hall:play-now': { game: 'no-such-game' },
  'hall:find': { game, number: 9999 },
  'table:set': { game: 'no-such-game' },
  'table:conventions': { tableId: 'nobody', conventions: {} },
  'table:cancel': { tableId: 'nobody' },
  'table:look': { tableId: 'nobody' },
  'table:unlook': { tableId: 'nobody' },
  'table:past': { tableId: 'nobody', from: 0 },
  'table:play-here': { tableId: 'nobody', since: 0 },
  'table:automatic': { tableId: 'nobody', on: true },
  'table:sit': { tableId: 'nobody', seat: 0 },
  'table:stand': { tableId: 'nobody' },
  'table:seat-computer': { tableId: 'nobody', seat: 0, level: 'easy' },
  'table:clear-seat': { tableId: 'nobody', seat: 0 },
  'table:contribute': { tableId: 'nobody', gameId: 'g', contribution: 'ab'.repeat(32) },
  'table:fairness': { tableId: 'nobody' },
  'table:act': { tableId: 'nobody', after: 1, action: { cell: 0 } },
  'table:leave': { tableId: 'nobody' },
  'table:rematch': { tableId: 'nobody' },
  'table:return': { tableId: 'nobody' },
  'chat:say': { room: 'table:nobody', id: 'line-0001', said: { text: 'hi' } },
  'chat:listen': { room: 'table:nobody', since: 0 },
  'chat:unlisten': { room: 'table:nobody' },
  'notice:seen': { id: 'a-notice' },
};

/** Bodies that no request may have: something odd for the whole body, and for each of its fields. */
function wrongBodies(event: keyof typeof clientToServer): string[] {
  const fields = Object.entries(right[event]);
  const fieldwise = fields.flatMap(([name]) =>
    odd
      .map((value) => {
        const others = fields
          .filter(([other]) => other !== name)
          .map(([other, each]) => `${JSON.stringify(other)}:${JSON.stringify(each)}`);
        return `{${[...others, `${JSON.stringify(name)}:${value}`].join()}}`;
      })
      .filter((body) => !isRight(event, body)),
  );
  const whole = odd.filter((body) => !isRight(event, body));
  const extra = JSON.stringify({ ...right[event], player: 'somebody-else' });
  return [...whole, ...fieldwise, extra];
}

function isRight(event: keyof typeof clientToServer, body: string): boolean {
  return clientToServer[event].safeParse(JSON.parse(body)).success;
}

test('three hundred bad frames get an answer or a closed socket, and the neighbours play on', async () => {
  const ann = await club.person('Ann Neighbour', '203.0.113.1');
  const bob = await club.person('Bob Neighbour', '203.0.113.2');
  const { tableId } = await ann.must('table:set', { game });
  for (const person of [ann, bob]) await person.must('table:look', { tableId });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:sit', { tableId, seat: 1 });
  await ann.sees(({ phase }) => phase === 'playing');
  const before = await ann.must('table:look', { tableId });

  let sent = 0;
  const outcomes = new Map<string, number>();
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  for (const [number, event] of Object.keys(clientToServer).entries()) {
    const bodies = wrongBodies(event as keyof typeof clientToServer);
    // Slices are within what one account may ask, so that each is judged by what it says.
    for (let first = 0; first < bodies.length; first += 12) {
      const slice = `${number} ${first}`;
      const raw = await Raw.connect(await club.signIn(`Raw ${slice}`), `10.0.${number}.${first}`);
      for (const body of bodies.slice(first, first + 12)) {
        const outcome = await raw.ask(`["${event}",${body}]`);
        sent++;
        if (outcome === 'closed') throw new Error(`${event} ${body} closed the socket.`);
        expect(outcome, `${event} ${body.slice(0, 80)}`).toMatchObject({
          ok: false,
          code: 'bad-request',
          message: expect.any(String),
        });
        count('bad-request');
      }
      raw.close();
    }
  }

  const stray: [frame: string | Buffer, outcome: 'closed' | 'ignored'][] = [
    // No acknowledgement wanted: dropped.
    [`42["table:act",{"tableId":"${tableId}","after":1,"action":{"cell":0}}]`, 'ignored'],
    [`42["table:leave",{"tableId":"${tableId}"}]`, 'ignored'],
    ['42', 'ignored'],
    ['42["nothing"]', 'ignored'],
    ['42["error",{}]', 'ignored'],
    ['42[17]', 'ignored'],
    // What is no packet closes the connection.
    ['42{}', 'closed'],
    ['42["x"', 'closed'],
    ['42["disconnect"]', 'closed'],
    ['49', 'closed'],
    ['4zzz', 'closed'],
    ['451-["x"]', 'closed'],
    ['4599999-["x"]', 'closed'],
    [`42["table:act","${'x'.repeat(1024 * 1024)}"]`, 'closed'],
    [`42["table:act",${'['.repeat(100_000)}${']'.repeat(100_000)}]`, 'closed'],
    [Buffer.from([0, 1, 2, 255]), 'closed'],
  ];
  for (const [index, [frame, expected]] of stray.entries()) {
    const raw = await Raw.connect(await club.signIn(`Stray ${index}`), `10.1.0.${index}`);
    const outcome = (await raw.throwAt(frame)) ?? 'ignored';
    expect(outcome, String(frame).slice(0, 60)).toBe(expected);
    count(outcome);
    sent++;
    raw.close();
  }

  const strange: [json: string, code: string][] = [
    ['["nothing",{}]', 'unknown-event'],
    ['["__proto__",{}]', 'unknown-event'],
    ['["toString",{}]', 'unknown-event'],
    ['["constructor",{}]', 'unknown-event'],
    ['["error",{}]', 'unknown-event'],
    ['["join","table/x"]', 'unknown-event'],
    ['[42,{}]', 'unknown-event'],
    ['["table:act"]', 'bad-request'],
    ['["table:act",{},{}]', 'bad-request'],
    [`["table:act",${'['.repeat(7000)}${']'.repeat(7000)}]`, 'bad-request'],
  ];
  const raw = await Raw.connect(await club.signIn('Strange'), '10.2.0.1');
  for (const [json, code] of strange) {
    expect(await raw.ask(json), json.slice(0, 60)).toMatchObject({ ok: false, code });
    count(code);
    sent++;
  }
  raw.close();

  expect(sent).toBeGreaterThanOrEqual(300);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(club.errors).toEqual([]);

  const after = await ann.must('table:look', { tableId });
  expect(after.view.seq).toBe(before.view.seq);
  await playOn(tableId, ann, bob);
});

async function playOn(tableId: string, ann: Person, bob: Person) {
  for (const [turn, cell] of [0, 3, 1, 4, 2].entries()) {
    const person = turn % 2 === 0 ? ann : bob;
    const { view } = await person.must('table:look', { tableId });
    await person.must('table:act', { tableId, after: view.seq, action: { cell } });
  }
  await bob.sees(({ phase }) => phase === 'finished');
}
