import { HttpAdapterHost } from '@nestjs/core';
import { Sockets } from '@trellis/server/sockets/sockets';
import { io } from 'socket.io-client';
import { ClubClient } from '../harness/club-client.js';
import { FrozenClock } from '../harness/frozen-clock.js';
import { ClubInside } from '../harness/club-inside.js';
import {
  declaredRequests,
  declaredRoutes,
  otherNamespaces,
  rolesToCome,
  type Declared,
  type DeclaredRoute,
} from './declared.js';
import { games, phases, roles, Scene, type Phase, type Role } from './scene.js';

export interface AuthorityReport {
  readonly handlers: number;
  readonly routes: number;
  readonly cells: number;
  readonly given: number;
  readonly refused: number;
  /** What is not as declared. */
  readonly faults: readonly string[];
}

export interface AuthorityOptions {
  /** Default: all. */
  readonly phases?: readonly Phase[];
  /** Of requests and routes only these; a planted bug is looked for where it is. Default: all. */
  readonly asks?: (name: string) => boolean;
  /** Where a test plants a bug, before anything is asked. */
  readonly plant?: (club: ClubInside) => void;
}

/** Asks everything of a table in every phase, in every role, and compares the outcome with what is declared. */
export async function checkAuthority({
  phases: asked = phases,
  asks = () => true,
  plant,
}: AuthorityOptions = {}): Promise<AuthorityReport> {
  const club = await ClubInside.start({ games, clock: new FrozenClock() });
  try {
    plant?.(club);
    const check = new AuthorityCheck(club, asks);
    for (const phase of asked) await check.phase(phase);
    return await check.report();
  } finally {
    await club.stop();
  }
}

class AuthorityCheck {
  private readonly faults: string[] = [];
  private readonly counts = { cells: 0, given: 0, refused: 0 };
  private handlers: readonly string[] = [];
  private scenes = 0;
  private known: { scene?: Scene; snapshot?: string } = {};

  constructor(
    private readonly club: ClubInside,
    private readonly asks: (name: string) => boolean,
  ) {}

  async phase(phase: Phase): Promise<void> {
    let scene = await this.scene(phase);
    this.handlers = handlersOf(this.club);
    for (const declared of declaredRequests.filter(({ event }) => this.asks(event)))
      for (const role of roles)
        if (await this.request(declared, role, scene)) scene = await this.next(scene);
    for (const declared of declaredRoutes.filter(({ route }) => this.asks(route)))
      for (const role of roles)
        if (await this.route(declared, role, scene)) scene = await this.next(scene);
    await scene.leave();
  }

  async report(): Promise<AuthorityReport> {
    const routes = routesOf(this.club);
    const others = await otherHandlersOf(this.club);
    this.compareLists('namespace', Object.keys(others), Object.keys(otherNamespaces));
    for (const [namespace, events] of Object.entries(otherNamespaces))
      this.compareLists(`handler of ${namespace}`, others[namespace] ?? [], events);
    const declaredEvents = declaredRequests.map(({ event }) => event);
    const declaredPaths = declaredRoutes.map(({ method, route }) => `${method} ${route}`);
    this.compareLists('handler', this.handlers, declaredEvents);
    this.compareLists('route', routes, declaredPaths);
    for (const name of [...this.handlers, ...routes])
      if (rolesToCome.test(name))
        this.faults.push(`${name} speaks of a role that is not in the matrix`);
    return {
      handlers: this.handlers.length,
      routes: routes.length,
      ...this.counts,
      faults: this.faults,
    };
  }

  private compareLists(what: string, real: readonly string[], declared: readonly string[]): void {
    for (const each of real)
      if (!declared.includes(each)) this.faults.push(`the ${what} ${each} is not declared`);
    for (const each of declared)
      if (!real.includes(each)) this.faults.push(`the ${what} ${each} is declared, but not there`);
  }

  /** True when the scene is not what it was. */
  private async request(declared: Declared, role: Role, scene: Scene): Promise<boolean> {
    const cell = `${declared.event} ${JSON.stringify(declared.request(scene))}`;
    return this.cell(cell, declared, role, scene, async () => {
      const request = declared.request(scene);
      const answer = await ask(scene, role, declared.event, request);
      return answer.ok ? 'given' : answer.code;
    });
  }

  private async route(declared: DeclaredRoute, role: Role, scene: Scene): Promise<boolean> {
    const { method, route } = declared;
    const body = typeof declared.body === 'function' ? declared.body(scene) : declared.body;
    const path = declared.path?.(scene) ?? route;
    return this.cell(`${method} ${path}`, declared, role, scene, async () => {
      const session = scene.sessions[role];
      const answer = await fetch(this.club.url + path, {
        method,
        redirect: 'manual',
        headers: {
          origin: this.club.url,
          ...(session?.cookie && { cookie: session.cookie }),
          ...(session?.token !== undefined && { authorization: `Bearer ${session.token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status < 400) return 'given';
      return String((JSON.parse(text) as { code?: string }).code ?? answer.status);
    });
  }

  private async cell(
    name: string,
    { may, reads }: Pick<Declared, 'may' | 'reads'>,
    role: Role,
    scene: Scene,
    asked: () => Promise<string>,
  ): Promise<boolean> {
    this.counts.cells++;
    const before = (this.known.scene === scene && this.known.snapshot) || (await scene.snapshot());
    const outcome = await asked();
    const snapshot = await scene.snapshot();
    const changed = snapshot !== before;
    this.known = { scene, snapshot };
    const expected = may(role, scene.phase);
    const where = `${role}, ${scene.phase}: ${name}`;
    if (outcome === 'given') this.counts.given++;
    else this.counts.refused++;
    if (expected !== (outcome === 'given'))
      this.faults.push(`${where} is ${outcome}, declared ${expected ? 'given' : 'refused'}`);
    if (/^internal/.test(outcome)) this.faults.push(`${where} meets a bug`);
    if (changed && (reads || outcome !== 'given')) this.faults.push(`${where} changes something`);
    // A session that is over is not used again.
    return changed || (name.startsWith('POST /auth/') && outcome === 'given');
  }

  private async next(scene: Scene): Promise<Scene> {
    await scene.leave();
    return this.scene(scene.phase);
  }

  private scene(phase: Phase): Promise<Scene> {
    const letters = [...String(this.scenes++)].map((digit) => 'abcdefghij'[Number(digit)]);
    return Scene.set(this.club, phase, letters.join(''));
  }
}

async function ask(scene: Scene, role: Role, event: string, request: object) {
  const answer = await scene.clients[role].ask(event as 'hall:leave', request);
  return answer.ok ? answer : { ok: false as const, code: answer.code };
}

/** What Socket.IO and Nest bind for themselves; the door answers a client that sends one of these. */
const notRequests = ['disconnect', 'disconnecting', 'error'];

/** Everything that a connected socket listens to. */
function handlersOf(club: ClubInside): string[] {
  const [socket] = club.part(Sockets).all();
  return requestsOf(socket!);
}

const requestsOf = (socket: { eventNames(): (string | symbol)[] }) =>
  socket
    .eventNames()
    .map(String)
    .filter((name) => !notRequests.includes(name))
    .sort();

/** The same for every namespace beside the main one. */
async function otherHandlersOf(club: ClubInside): Promise<Record<string, string[]>> {
  const visitor = await ClubClient.open(club.url);
  const server = club.part(Sockets).all()[0]!.nsp.server;
  visitor.close();
  const names = [...(server as unknown as { _nsps: ReadonlyMap<string, unknown> })._nsps.keys()];
  const found: Record<string, string[]> = {};
  for (const name of names.filter((each) => each !== '/')) {
    const socket = io(club.url + name, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { origin: club.url },
    });
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
    found[name] = requestsOf([...server.of(name).sockets.values()][0]!);
    socket.disconnect();
  }
  return found;
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every route that Nest has bound. */
function routesOf(club: ClubInside): string[] {
  const express = club.part(HttpAdapterHost).httpAdapter.getInstance() as {
    router: { stack: readonly Layer[] };
  };
  return express.router.stack
    .flatMap(({ route }) =>
      route
        ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
        : [],
    )
    .sort();
}
