import type { Topic } from '@trellis/facade';

export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
  /** One page is rendered no more often than this. */
  readonly pauseMs: number;
  /** How long a reader waits for a newer copy when an older one is there. */
  readonly patienceMs: number;
}

export const cacheLimits: CacheLimits = {
  entries: 2_000,
  bytes: 64 * 1024 * 1024,
  pauseMs: 500,
  patienceMs: 300,
};

interface Entry<Page> {
  readonly key: string;
  readonly topics: readonly Topic[];
  page: Page | undefined;
  bytes: number;
  /** Something it shows has changed since it was rendered. */
  stale: boolean;
  startedAt: number;
  rendering: Promise<Page | undefined> | undefined;
  used: boolean;
}

/**
 * Pages that are the same for everybody. Each is rendered when somebody asks for it after a fact
 * touched it, once at a time, and with a pause between; until then readers get the copy that is here.
 */
export class PageCache<Page extends { readonly bytes: number }> {
  private readonly entries = new Map<string, Entry<Page>>();
  private readonly byTopic = new Map<Topic, Set<Entry<Page>>>();
  private bytes = 0;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly limits: CacheLimits = cacheLimits,
  ) {}

  /** The page when it is right as it is, without waiting: the way of nearly every request. */
  fresh(key: string): Page | undefined {
    const entry = this.entries.get(key);
    if (!entry?.page) return undefined;
    entry.used = true;
    return entry.stale && this.now() - entry.startedAt >= this.limits.pauseMs
      ? undefined
      : entry.page;
  }

  /**
   * The page, rendered if need be. `render` answers undefined for a page that is not to be kept, and
   * then so does this. Throws when it cannot be rendered and no older copy is there.
   */
  async get(
    key: string,
    topics: readonly Topic[],
    render: () => Promise<Page | undefined>,
  ): Promise<Page | undefined> {
    const entry = this.entries.get(key) ?? this.open(key, topics);
    entry.rendering ??= this.render(entry, render);
    if (!entry.page) return entry.rendering;
    const old = entry.page;
    return Promise.race([entry.rendering.catch(() => old), patience(this.limits.patienceMs, old)]);
  }

  touch(topics: readonly Topic[]): void {
    for (const topic of topics) {
      for (const entry of this.byTopic.get(topic) ?? []) entry.stale = true;
    }
  }

  /** Nothing is known of what has changed. */
  touchAll(): void {
    for (const entry of this.entries.values()) entry.stale = true;
  }

  private async render(
    entry: Entry<Page>,
    render: () => Promise<Page | undefined>,
  ): Promise<Page | undefined> {
    entry.startedAt = this.now();
    // Facts that come while it is being rendered make it stale again.
    entry.stale = false;
    try {
      const page = await render();
      if (page && this.entries.get(entry.key) === entry) this.keep(entry, page);
      if (!page) this.drop(entry);
      return page;
    } catch (error) {
      entry.stale = true;
      if (!entry.page) this.drop(entry);
      throw error;
    } finally {
      entry.rendering = undefined;
    }
  }

  private open(key: string, topics: readonly Topic[]): Entry<Page> {
    const entry: Entry<Page> = {
      key,
      topics,
      page: undefined,
      bytes: 0,
      stale: false,
      startedAt: 0,
      rendering: undefined,
      used: true,
    };
    this.entries.set(key, entry);
    for (const topic of topics) {
      const touched = this.byTopic.get(topic) ?? new Set();
      this.byTopic.set(topic, touched.add(entry));
    }
    return entry;
  }

  private keep(entry: Entry<Page>, page: Page): void {
    this.bytes += page.bytes - entry.bytes;
    entry.page = page;
    entry.bytes = page.bytes;
    while (this.bytes > this.limits.bytes || this.entries.size > this.limits.entries) {
      if (!this.dropOne(entry)) return;
    }
  }

  /** The first that nobody asked for since it was looked at last; whoever was asked for gets another round. */
  private dropOne(kept: Entry<Page>): boolean {
    for (let round = 0; round < 2; round++) {
      for (const entry of this.entries.values()) {
        if (entry === kept || entry.rendering) continue;
        if (!entry.used) {
          this.drop(entry);
          return true;
        }
        entry.used = false;
      }
    }
    return false;
  }

  private drop(entry: Entry<Page>): void {
    if (this.entries.get(entry.key) !== entry) return;
    this.entries.delete(entry.key);
    this.bytes -= entry.bytes;
    for (const topic of entry.topics) {
      const touched = this.byTopic.get(topic);
      touched?.delete(entry);
      if (touched?.size === 0) this.byTopic.delete(topic);
    }
  }
}

function patience<Page>(ms: number, page: Page): Promise<Page> {
  return new Promise((resolve) => setTimeout(resolve, ms, page).unref());
}
