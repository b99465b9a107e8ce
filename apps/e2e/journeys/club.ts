import {
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { IdentityProvider } from '@trellis/server/testing/identity-provider';
import { ClubProcess } from '../src/harness/club-process';

interface Shared {
  /** Plays Google's part, and that of any other provider. */
  readonly provider: IdentityProvider;
  /** The built server in a process of its own; one for all journeys, so people need names of their own. */
  readonly club: ClubProcess;
}

export const test = base.extend<object, Shared>({
  provider: [
    async ({}, use) => {
      const provider = new IdentityProvider();
      await provider.start();
      await use(provider);
      await provider.stop();
    },
    { scope: 'worker' },
  ],
  club: [
    async ({ provider }, use) => {
      const client = { CLIENT_ID: 'club', CLIENT_SECRET: 'secret-of-the-journeys' };
      const club = await ClubProcess.start({
        env: {
          DEMO_SIGN_IN: 'on',
          LOG_LEVEL: 'error',
          GOOGLE_STAND_IN: provider.url,
          GOOGLE_CLIENT_ID: client.CLIENT_ID,
          GOOGLE_CLIENT_SECRET: client.CLIENT_SECRET,
          OIDC_ISSUER: provider.url,
          OIDC_CLIENT_ID: client.CLIENT_ID,
          OIDC_CLIENT_SECRET: client.CLIENT_SECRET,
        },
      });
      await use(club);
      await club.remove();
    },
    { scope: 'worker' },
  ],
});

export { expect };

/** A person with a browser of his own. Anything a page complains about is kept, for the journey to look at. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly club: ClubProcess,
  ) {
    this.listen(page);
  }

  /** Opens a browser; with a name he is signed in already, by the door for programs. */
  static async arrives(
    browser: Browser,
    club: ClubProcess,
    name?: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: club.url,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    });
    // A violation of the policy is told to the page, and only sometimes to the console.
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    if (name !== undefined) {
      const answer = await context.request.post('/auth/demo', {
        data: { name },
        headers: { origin: club.url },
      });
      expect(answer.ok()).toBe(true);
    }
    return new Person(await context.newPage(), club);
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Signs in as people do: by the page's own form. */
  async signsIn(name: string, returnTo = '/halls/tic-tac-toe'): Promise<void> {
    await this.goes(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    await this.page.getByLabel('First and last name').fill(name);
    await this.page.getByRole('button', { name: 'Enter the club' }).click();
    await this.page.waitForURL(`**${returnTo}`);
  }

  /** Another tab of the same browser. */
  async opensTab(path: string): Promise<Page> {
    const tab = await this.page.context().newPage();
    this.listen(tab);
    await tab.goto(path);
    return tab;
  }

  /** Closes the browser; a page that complained of anything but what is `expected` fails the journey here. */
  async leaves(expected?: RegExp): Promise<void> {
    await this.page.context().close();
    expect(this.complaints.filter((each) => !expected?.test(each))).toEqual([]);
  }

  private listen(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNetworkNoise(message.text()))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
  }
}

/** A page whose server is killed, or whose network is cut, says so: that is the point of the journey. */
function isNetworkNoise(text: string): boolean {
  return /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED|WebSocket connection to .* failed|50[234]/.test(
    text,
  );
}
