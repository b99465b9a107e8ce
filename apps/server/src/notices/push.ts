import type { PlayerId } from '@trellis/facade';
import { usualWishes, wants, type Device, type Notice, type NoticeStore } from '@trellis/notices';
import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { PushConfiguration } from '../configuration/configuration.js';
import { TokenBuckets } from '../http/token-buckets.js';
import { postPush } from './post-push.js';
import { pushEndpoint } from './push-endpoint.js';

/** Of one thing at most one in a minute, of everything a handful at once: nobody can be flooded. */
const ofTopic = { points: 1, seconds: 60 };
const ofPlayer = { points: 10, seconds: 600 };
/** Notices that are looked up and sent at once, and that wait for it; what is beyond is not sent. */
const mostAtOnce = 8;
const mostWaiting = 1_000;
/** A service keeps a notice so long for a device that is off (s): then it is of no use. */
const lifetimes: Readonly<Record<Notice['kind'], number>> = {
  'table-full': 120,
  'your-turn': 60,
  invitation: 1_800,
  letter: 86_400,
  reply: 86_400,
};

export interface PushParts {
  readonly configuration: PushConfiguration | undefined;
  readonly store: Pick<NoticeStore, 'wishes' | 'devices' | 'dropDevice'>;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** Sends notices to the devices of people who look at no page, by the push services of their browsers. */
export class Push {
  private readonly paces: TokenBuckets;
  private readonly queue: (readonly [PlayerId, Notice])[] = [];
  private working = 0;
  private mayHave: (player: PlayerId) => boolean = () => true;

  constructor(private readonly parts: PushParts) {
    this.paces = new TokenBuckets(parts.now);
  }

  /** What browsers subscribe with; null where the operator has set no keys. */
  get key(): string | null {
    return this.parts.configuration?.publicKey ?? null;
  }

  /** Whether the club would send anything to this address. */
  takes(endpoint: string): boolean {
    return pushEndpoint(endpoint, this.parts.configuration?.standIn) !== undefined;
  }

  /** From now on nobody else gets anything: whom the club keeps out, for example. */
  onlyTo(mayHave: (player: PlayerId) => boolean): void {
    this.mayHave = mayHave;
  }

  /** Never throws and never waits. */
  send(player: PlayerId, notice: Notice): void {
    if (!this.parts.configuration || this.queue.length >= mostWaiting) return;
    this.queue.push([player, notice]);
    if (this.working < mostAtOnce) void this.work();
  }

  private async work(): Promise<void> {
    this.working++;
    for (let next = this.queue.shift(); next; next = this.queue.shift())
      await this.sendNow(...next).catch(this.parts.report);
    this.working--;
  }

  private async sendNow(player: PlayerId, notice: Notice): Promise<void> {
    const { store, now } = this.parts;
    if (!this.mayHave(player)) return;
    const at = now();
    const devices = (await store.devices(player)).filter(({ session }) => session.until > at);
    if (devices.length === 0) return;
    const wishes = (await store.wishes(player)) ?? usualWishes;
    if (!wants(wishes, notice.kind, 'push', at) || !this.isInPace(player, notice)) return;
    await Promise.all(
      devices.map((device) => this.sendTo(device, notice).catch(this.parts.report)),
    );
  }

  private isInPace(player: PlayerId, { kind, topic }: Notice): boolean {
    return (
      this.paces.take(`${player}:${kind}:${topic}`, ofTopic) === 0 &&
      this.paces.take(player, ofPlayer) === 0
    );
  }

  /** What a service says it does not know any more is dropped. */
  private async sendTo(device: Device, notice: Notice): Promise<void> {
    const { configuration, store } = this.parts;
    const url = pushEndpoint(device.endpoint, configuration?.standIn);
    if (!configuration || !url) return store.dropDevice(device.id);
    const { publicKey, privateKey, subject } = configuration;
    const { language, endpoint, keys } = device;
    const { headers, body } = webPush.generateRequestDetails(
      { endpoint, keys },
      JSON.stringify({ ...notice, language }),
      {
        vapidDetails: { publicKey, privateKey, subject },
        TTL: lifetimes[notice.kind],
        urgency: 'high',
        topic: createHash('sha256').update(notice.topic).digest('base64url').slice(0, 32),
      },
    );
    const status = await postPush(url, headers as Record<string, string>, body ?? Buffer.alloc(0));
    if (status === 404 || status === 410) await store.dropDevice(device.id);
    else if (status >= 300) throw new Error(`A push service answered ${status}.`);
  }
}
