import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContextOptions } from '@playwright/test';
import type { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

const run = promisify(execFile);
const days = 3;

/** As the operator types it, beside the club that runs. */
async function bans(club: ClubProcess, { page }: Person, reason: string): Promise<void> {
  const me = (await (await page.request.get('/api/me')).json()) as { player: { id: string } };
  const env = { ...process.env, DATA_DIR: club.dataDir, DATABASE_URL: '' };
  const command = [
    'apps/cli/dist/ban.js',
    me.player.id,
    '--days',
    String(days),
    '--reason',
    reason,
  ];
  const { stdout } = await run(process.execPath, command, { env });
  expect(stdout).toContain('is kept out until');
}

interface Reader {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly connected: string;
  readonly ended: string;
  readonly title: string;
  readonly why: string;
  readonly appeal: string;
  readonly send: string;
  readonly awaited: string;
  readonly signOut: string;
}

const readers: Readonly<Record<'en' | 'ru' | 'es', Reader>> = {
  en: {
    name: 'Karl Keptout',
    options: { colorScheme: 'dark' },
    connected: 'Connected',
    ended: 'The club keeps you out for some time. Load the page again to read why.',
    title: 'You may not come into the club.',
    why: 'Why, and how to appeal',
    appeal: 'Appeal',
    send: 'Send',
    awaited: 'The arbiters have not answered it yet.',
    signOut: 'Sign out',
  },
  ru: {
    name: 'Karina Keptout',
    options: { locale: 'ru', viewport: { width: 320, height: 640 } },
    connected: 'На связи',
    ended: 'Клуб на время закрыт для вас. Обновите страницу, чтобы прочитать почему.',
    title: 'Вход в клуб для вас закрыт.',
    why: 'Почему и как обжаловать',
    appeal: 'Обжаловать',
    send: 'Отправить',
    awaited: 'Арбитры ещё не ответили.',
    signOut: 'Выйти',
  },
  es: {
    name: 'Carlos Keptout',
    options: { locale: 'es', viewport: { width: 390, height: 780 } },
    connected: 'Conectado',
    ended: 'El club te ha excluido por un tiempo. Recarga la página para leer por qué.',
    title: 'No puedes entrar en el club.',
    why: 'Por qué, y cómo recurrir',
    appeal: 'Recurrir',
    send: 'Enviar',
    awaited: 'Los árbitros aún no han respondido.',
    signOut: 'Salir',
  },
};

for (const [language, words] of Object.entries(readers))
  test(`who is kept out reads why, until when and how to appeal: ${language}`, async ({
    browser,
    club,
  }, { repeatEachIndex }) => {
    // Nobody is kept out twice: the club is one for all journeys.
    const name = words.name + 'abcdefghij'[repeatEachIndex];
    const reason = `Two accounts at one table (${language})`;
    const person = await Person.arrives(browser, club, name, words.options);
    const { page } = person;
    await person.goes('/halls/tic-tac-toe');
    await expect(page.getByText(words.connected)).toBeAttached();
    await bans(club, person, reason);
    // He is out at once, wherever he is in the club.
    await expect(page.getByText(words.ended)).toBeVisible();

    await page.reload();
    const notice = page.getByRole('alert').filter({ hasText: words.title });
    await expect(notice.getByText(reason)).toBeVisible();
    const until = await notice.locator('time').getAttribute('datetime');
    const hours = (Date.parse(until!) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24 * days);
    await expect(notice.locator('time')).toContainText(String(new Date(until!).getDate()));
    await nothingSticksOut(page, 'a ban');
    await nothingSerious(page, 'a ban');

    await notice.getByRole('link', { name: words.why }).click();
    await page.locator('summary', { hasText: words.appeal }).click();
    await page.getByRole('textbox', { name: words.appeal }).fill('They are my brother and I.');
    await nothingSticksOut(page, 'an appeal against a ban');
    await nothingSerious(page, 'an appeal against a ban');
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.awaited)).toBeVisible();

    // He may look on as a visitor.
    await notice.getByRole('button', { name: words.signOut }).click();
    await expect(notice).toHaveCount(0);
    await person.goes('/halls/tic-tac-toe');
    await expect(page.getByText(words.connected)).toBeAttached();
    await person.leaves();
  });
