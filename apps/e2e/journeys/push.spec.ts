import type { Page } from '@playwright/test';
import type { Notice } from '@trellis/wire';
import { expect, Person, test } from './club';

/** Hands the page's service worker what a push service would bring it. */
async function pusher(page: Page, origin: string): Promise<(message: object) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  return async (message) => {
    const data = JSON.stringify(message);
    await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  };
}

/** What the system shows of the club. */
const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const notifications = await registration.getNotifications();
    return notifications.map(({ title, tag, lang, data }) => [title, tag, lang, data.path]);
  });

const table = { path: '/tables/abc', number: 7 };
const notices: readonly Notice[] = [
  { kind: 'table-full', topic: 'table:abc', ...table },
  { kind: 'your-turn', topic: 'table:abc', ...table },
  { kind: 'your-turn', topic: 'table:own', path: '/tables/own' },
  { kind: 'invitation', topic: 'letters:ann', path: '/tables/abc', name: 'Ann $& Ж' },
  { kind: 'letter', topic: 'letters:ann', path: '/letters/ann', name: 'Ann <b>' },
  { kind: 'reply', topic: 'thread:x', path: '/forum/topics/x', name: '{title}', title: 'A {name}' },
];

/** As a page says them (`notice-words.ts`). */
const said: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Table 7 is full: the game begins',
    'Your turn at table 7',
    'Your turn at your private table',
    'An invitation to a table: Ann $& Ж',
    'A letter from Ann <b>',
    '{title} has replied in “A {name}”',
  ],
  ru: [
    'Стол 7 собран: игра начинается',
    'Ваш ход за столом 7',
    'Ваш ход за закрытым столом',
    'Приглашение за стол: Ann $& Ж',
    'Новое письмо: Ann <b>',
    'Ответ в теме «A {name}»: {title}',
  ],
  es: [
    'La mesa 7 está completa: empieza la partida',
    'Te toca en la mesa 7',
    'Te toca en tu mesa privada',
    'Una invitación a una mesa: Ann $& Ж',
    'Una carta de Ann <b>',
    '{title} ha respondido en «A {name}»',
  ],
};

test('what comes by push says in each language what a page would say, the newest of each topic', async ({
  browser,
  club,
}) => {
  const guest = await Person.arrives(browser, club);
  const { page } = guest;
  await page.context().grantPermissions(['notifications'], { origin: club.url });
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const push = await pusher(page, club.url);
  for (const [language, sentences] of Object.entries(said)) {
    for (const [index, notice] of notices.entries()) {
      await push({ ...notice, language });
      const { topic, path } = notice;
      const right = [sentences[index], topic, language, path];
      await expect.poll(() => shown(page)).toContainEqual(right);
    }
    const topics = new Set(notices.map(({ topic }) => topic));
    expect(await shown(page)).toHaveLength(topics.size);
  }
  await guest.leaves();
});
