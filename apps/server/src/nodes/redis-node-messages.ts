import { randomBytes } from 'node:crypto';
import { Refusal } from '@trellis/games/kit';
import type { NodeId } from '@trellis/tables';
import type { Log } from '../http/log.js';
import { followedRequest, following } from '../http/request-trail.js';
import type { RedisConnection } from '../redis/redis-connection.js';
import { keys } from './keys.js';
import type { Membership } from './membership.js';
import {
  NodeMessages,
  type Answerer,
  type Listener,
  type Questions,
  type Tellings,
} from './node-messages.js';
import { within } from './patience.js';

/** How long an answer is waited for (ms). */
const patience = 3000;
/** After something that was told did not get out, though the connection stood, all is told again (ms). */
const tellAgainAfter = 1000;

type Message =
  | {
      readonly kind: 'tell';
      readonly from: NodeId;
      readonly subject: string;
      readonly body: unknown;
    }
  | {
      readonly kind: 'ask';
      readonly from: NodeId;
      readonly subject: string;
      readonly body: unknown;
      readonly id: string;
      /** For which request of a person, where that is followed. */
      readonly requestId?: string;
    }
  | { readonly kind: 'answer'; readonly id: string; readonly body: unknown }
  | {
      readonly kind: 'refusal';
      readonly id: string;
      readonly code: string;
      readonly message: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

interface Waiting {
  readonly node: NodeId;
  readonly resolve: (body: never) => void;
  readonly reject: (error: Error) => void;
}

/** Messages between processes over Redis' channels: each process hears its own and the one for everybody. */
export class RedisNodeMessages extends NodeMessages {
  private readonly ears;
  private readonly answerers = new Map<string, Answerer<never>>();
  private readonly listeners = new Map<string, Listener<never>[]>();
  private readonly backListeners: (() => void)[] = [];
  private readonly waiting = new Map<string, Waiting>();
  /** Something that was told did not get out, or something may not have been heard. */
  private lost = false;
  private tellingAgain: NodeJS.Timeout | undefined;

  constructor(
    private readonly redis: RedisConnection,
    private readonly membership: Membership,
    private readonly log: Log,
  ) {
    super();
    this.ears = redis.client.duplicate();
    membership.hears = () => this.ears.isReady;
    for (const client of [this.ears, redis.client]) {
      client.on('error', () => {
        this.lost = true;
        membership.doubt();
      });
      client.on('ready', () => this.back());
    }
    membership.on({
      gone: (node) => this.endWaitingFor(node),
      lapsed: () => {
        this.lost = true;
        this.back();
      },
    });
    this.listen('leaving', (_, from) => membership.leaving(from));
  }

  get node(): NodeId {
    return this.membership.node;
  }

  get hasOthers(): boolean {
    return this.membership.alive.size > 1;
  }

  /** Resolves when this process hears. Rejects when Redis cannot be reached. */
  async start(): Promise<void> {
    await within(patience, this.ears.connect());
    const heard = (text: string) => this.heard(text);
    await this.ears.subscribe([keys.node(this.node), keys.everybody], heard);
  }

  stop(): void {
    clearTimeout(this.tellingAgain);
    this.ears.destroy();
    for (const { reject } of this.waiting.values()) reject(new Refusal('no-answer'));
    this.waiting.clear();
  }

  async ask<Subject extends keyof Questions>(
    node: NodeId,
    subject: Subject,
    question: Questions[Subject][0],
  ): Promise<Questions[Subject][1]> {
    const id = randomBytes(9).toString('base64url');
    const answer = new Promise<Questions[Subject][1]>((resolve, reject) =>
      this.waiting.set(id, { node, resolve, reject }),
    );
    // It may be rejected before anybody waits for it.
    answer.catch(() => undefined);
    try {
      const requestId = followedRequest();
      const message: Message = {
        ...{ kind: 'ask', from: this.node, subject, body: question, id, requestId },
      };
      const hearers = await this.publish(keys.node(node), message).catch((error: unknown) => {
        // A command that was not sent has certainly done nothing; one that was not answered may have.
        throw this.redis.state === 'up' ? silence(error) : new Refusal('try-again');
      });
      if (hearers === 0) throw new Refusal('not-owner');
      return await within(patience, answer);
    } catch (error) {
      throw error instanceof Refusal ? error : silence(error);
    } finally {
      this.waiting.delete(id);
    }
  }

  tell<Subject extends keyof Tellings>(
    node: NodeId,
    subject: Subject,
    told: Tellings[Subject],
  ): void {
    this.say(keys.node(node), subject, told);
  }

  tellAll<Subject extends keyof Tellings>(subject: Subject, told: Tellings[Subject]): void {
    this.say(keys.everybody, subject, told);
  }

  answer<Subject extends keyof Questions>(subject: Subject, answerer: Answerer<Subject>): void {
    this.answerers.set(subject, answerer as unknown as Answerer<never>);
  }

  listen<Subject extends keyof Tellings>(subject: Subject, listener: Listener<Subject>): void {
    const listeners = this.listeners.get(subject) ?? [];
    this.listeners.set(subject, [...listeners, listener as Listener<never>]);
  }

  onGone(listener: (node: NodeId) => void): void {
    this.membership.on({ gone: listener });
  }

  onBack(listener: () => void): void {
    this.backListeners.push(listener);
  }

  private say(channel: string, subject: string, body: unknown): void {
    const message: Message = { kind: 'tell', from: this.node, subject, body };
    this.publish(channel, message).catch(() => {
      this.lost = true;
      // A connection that breaks tells when it stands again; one that was only slow does not.
      clearTimeout(this.tellingAgain);
      this.tellingAgain = setTimeout(() => this.back(), tellAgainAfter);
      this.tellingAgain.unref();
    });
  }

  private publish(channel: string, message: Message): Promise<number> {
    return within(patience, this.redis.client.publish(channel, JSON.stringify(message)));
  }

  private back(): void {
    if (!this.lost || !this.ears.isReady || !this.redis.client.isReady) return;
    this.lost = false;
    for (const listener of this.backListeners) listener();
  }

  private endWaitingFor(gone: NodeId): void {
    for (const { node, reject } of this.waiting.values())
      if (node === gone) reject(new Refusal('no-answer'));
  }

  private heard(text: string): void {
    const message = JSON.parse(text) as Message;
    switch (message.kind) {
      case 'tell':
        if (message.from !== this.node) this.hear(message.subject, message.body, message.from);
        return;
      case 'ask':
        void following(message.requestId, () => this.reply(message));
        return;
      case 'answer':
        return this.waiting.get(message.id)?.resolve(message.body as never);
      case 'refusal': {
        const { id, code, details } = message;
        return this.waiting.get(id)?.reject(new Refusal(code, message.message, details));
      }
    }
  }

  private hear(subject: string, body: unknown, from: NodeId): void {
    for (const listener of this.listeners.get(subject) ?? []) {
      try {
        listener(body as never, from);
      } catch (error) {
        this.log.error({ error, subject }, 'A message of another process was not understood');
      }
    }
  }

  private async reply({ from, subject, body, id }: Extract<Message, { kind: 'ask' }>) {
    let message: Message;
    try {
      const answerer = this.answerers.get(subject);
      if (!answerer) throw new Refusal('not-owner');
      message = { kind: 'answer', id, body: await answerer(body as never, from) };
    } catch (error) {
      if (!(error instanceof Refusal))
        this.log.error(
          { error, subject, requestId: followedRequest() },
          'A question of another process could not be answered',
        );
      const {
        code,
        message: text,
        details,
      } = error instanceof Refusal ? error : new Refusal('no-answer');
      message = { kind: 'refusal', id, code, message: text, details };
    }
    // Who does not hear the answer asks again, or gives up.
    await this.publish(keys.node(from), message).catch(() => undefined);
  }
}

function silence(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new Refusal('no-answer', `The process that has this table does not answer: ${reason}`);
}
