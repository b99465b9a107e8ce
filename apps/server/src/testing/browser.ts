/** Does what a browser does with cookies, redirects and origins, and nothing else. */
export class Browser {
  readonly jar = new Map<string, string>();

  constructor(
    readonly home: string,
    /** Where its pages come from. */
    private readonly origin = home,
  ) {}

  /** One request; redirects are answers. */
  async ask(path: string, init: RequestInit & { as?: Record<string, string> } = {}) {
    const url = new URL(path, this.home);
    const headers = new Headers(init.headers);
    const ours = url.host === new URL(this.home).host;
    if (ours && this.jar.size > 0) headers.set('cookie', this.cookieHeader);
    if (init.method && !headers.has('origin')) headers.set('origin', this.origin);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (ours) for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.write('POST', path, body, headers);
  }

  write(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.ask(path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  submit(path: string, fields: Record<string, string>) {
    return this.ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Follows redirects, as a click on a link does, to the first answer that is none or leaves for `until`. */
  async follow(path: string, until?: (url: URL) => boolean): Promise<URL> {
    let url = new URL(path, this.home);
    for (let hops = 0; hops < 10; hops++) {
      if (until?.(url)) return url;
      const answer = await this.ask(url.href);
      await answer.arrayBuffer();
      const location = answer.headers.get('location');
      if (!location) return url;
      url = new URL(location, url);
    }
    throw new Error('Redirected too often.');
  }

  get cookieHeader(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(line: string): void {
    const [pair = '', ...flags] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (flags.some((flag) => /^max-age=0$/i.test(flag))) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
