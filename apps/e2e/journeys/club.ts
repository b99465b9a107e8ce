import {
  test as base,
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { ClubProcess } from '../src/harness/club-process';

/** A journey's club: the built server in a process of its own, one for each file of journeys. */
export const test = base.extend<object, { club: ClubProcess }>({
  club: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const club = await ClubProcess.start({ env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' } });
      await use(club);
      await club.remove();
    },
    { scope: 'worker' },
  ],
});

export { expect };

/** A person with a browser of his own. Anything the page complains about fails the journey. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly name: string | undefined,
    private readonly club: ClubProcess,
  ) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isNetworkNoise(message.text()))
        this.complaints.push(message.text());
    });
  }

  /** Opens a browser and, when a name is given, signs in by the page's own form. */
  static async arrives(
    browser: Browser,
    club: ClubProcess,
    name?: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({ baseURL: club.url, locale: 'en-GB', ...options });
    const person = new Person(await context.newPage(), name, club);
    if (name !== undefined) await person.signsIn(name);
    return person;
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(`${this.club.url}${path}`);
  }

  async leaves(): Promise<void> {
    await this.page.context().close();
  }

  private async signsIn(name: string): Promise<void> {
    await this.goes('/sign-in?returnTo=/halls/tic-tac-toe');
    await this.page.getByLabel('First and last name').fill(name);
    await this.page.getByRole('button', { name: 'Enter the club' }).click();
    await this.page.waitForURL('**/halls/tic-tac-toe');
  }
}

/** While the server is killed the browser reports that it cannot be reached: that is the point. */
function isNetworkNoise(text: string): boolean {
  return /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to .* failed|50[234]/.test(
    text,
  );
}
