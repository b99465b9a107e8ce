import type { Page } from '@playwright/test';
import { makePushKeys } from '@trellis/server/configuration/push-keys';
import { PushedBrowser, PushService } from '@trellis/server/testing/push-service';
import type { Notice } from '@trellis/wire';
import { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

/** Hands the page's service worker what a push service would bring it. */
async function pusher(page: Page, origin: string): Promise<(message: object) => Promise<void>> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
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

/** Chromium now and then loses what its debugger delivers. Whatever comes twice is shown once, so it is delivered until it is there. */
async function comes(
  page: Page,
  push: (message: object) => Promise<void>,
  message: object,
  right: readonly unknown[],
): Promise<void> {
  await expect(async () => {
    await push(message);
    await expect.poll(() => shown(page), { timeout: 3_000 }).toContainEqual(right);
  }).toPass({ timeout: 60_000 });
}

const table = { path: '/tables/abc', number: 7 };
const notices: readonly Notice[] = [
  { kind: 'table-full', topic: 'table:abc', ...table },
  { kind: 'your-turn', topic: 'table:abc', ...table },
  { kind: 'your-turn', topic: 'table:own', path: '/tables/own' },
  { kind: 'invitation', topic: 'letters:ann', path: '/tables/abc', name: 'Ann $& Ж' },
  { kind: 'letter', topic: 'letters:ann', path: '/letters/ann', name: 'Ann <b>' },
  { kind: 'reply', topic: 'thread:x', path: '/forum/topics/x', name: '{title}', title: 'A {name}' },
];

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

test('what comes by push is said in each language, the newest of each topic', async ({
  browser,
  club,
}) => {
  const guest = await Person.arrives(browser, club);
  const { page } = guest;
  await page.context().grantPermissions(['notifications'], { origin: club.url });
  await page.goto('/');
  const push = await pusher(page, club.url);
  for (const [language, sentences] of Object.entries(said)) {
    for (const [index, notice] of notices.entries()) {
      const { topic, path } = notice;
      await comes(page, push, { ...notice, language }, [sentences[index], topic, language, path]);
    }
    const topics = new Set(notices.map(({ topic }) => topic));
    expect(await shown(page)).toHaveLength(topics.size);
  }
  await guest.leaves();
});

/** In this browser `subscribe` gives what that one has: no test has a push service of the world. */
async function subscribesAs({ page }: Person, { subscription }: PushedBrowser): Promise<void> {
  await page.addInitScript((given) => {
    const own = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: () => {
        localStorage.removeItem('subscribed');
        return Promise.resolve(true);
      },
    } as unknown as PushSubscription;
    PushManager.prototype.getSubscription = () =>
      Promise.resolve(localStorage.getItem('subscribed') ? own : null);
    PushManager.prototype.subscribe = (options) => {
      localStorage.setItem('subscribed', JSON.stringify(options));
      return Promise.resolve(own);
    };
  }, subscription);
}

const idOf = async ({ page }: Person): Promise<string> => {
  const me = (await (await page.request.get('/api/me')).json()) as { player: { id: string } };
  return me.player.id;
};

let letters = 0;
async function writes(from: Person, to: string, club: ClubProcess): Promise<void> {
  const sent = await from.page.request.post(`/api/people/${to}/letters`, {
    headers: { origin: club.url },
    data: { key: `by-push-${++letters}`, said: { text: 'Only for you' } },
  });
  expect(sent.status()).toBe(201);
}

/** A page of the club on which nobody can be told anything: no push would be needed where one is. */
const elsewhere = '/offline/en.html';
/** Nobody looks for some seconds, then it is encrypted, sent and read. */
const soon = { timeout: 60_000 };

test.describe('a club with keys for push', () => {
  const { publicKey, privateKey } = makePushKeys();
  let service: PushService;
  let club: ClubProcess;
  test.beforeAll(async () => {
    service = await PushService.start();
    club = await ClubProcess.start({
      env: {
        ...{ DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error', PUSH_STAND_IN: service.url },
        ...{ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey },
        VAPID_SUBJECT: 'mailto:ann@club.example',
      },
    });
  });
  test.afterAll(async () => {
    await club.remove();
    await service.stop();
  });

  test('push is switched on in the settings, reaches the device, and keeps to what was chosen', async ({
    browser,
  }) => {
    const ann = await Person.arrives(browser, club, 'Anna Pushes');
    const bob = await Person.arrives(browser, club, 'Boris Pushed', { timezoneId: 'UTC' });
    const cyd = await Person.arrives(browser, club, 'Cyd Pushed', { locale: 'ru' });
    const [toBob, toCyd] = [new PushedBrowser(service), new PushedBrowser(service)];
    await subscribesAs(bob, toBob);
    await subscribesAs(cyd, toCyd);
    const settings = bob.page.getByRole('region', { name: 'Notices' });
    const on = settings.getByRole('button', { name: 'Push on this device' });

    await bob.page.context().grantPermissions([], { origin: club.url });
    await bob.goes('/settings');
    await on.click();
    await expect(settings.getByRole('alert')).toContainText('could not switch push on');

    for (const each of [bob, cyd])
      await each.page.context().grantPermissions(['notifications'], { origin: club.url });
    await bob.goes('/settings');
    await on.click();
    await expect(settings).toContainText('Push goes to 1 device.');
    const subscribed = await bob.page.evaluate(() => localStorage.getItem('subscribed'));
    expect(JSON.parse(subscribed!)).toEqual({
      ...{ userVisibleOnly: true, applicationServerKey: publicKey },
    });
    await nothingSticksOut(bob.page, 'push');
    await nothingSerious(bob.page, 'push');
    await cyd.goes('/settings');
    await cyd.page.getByRole('button', { name: 'Включить push здесь' }).click();
    await expect(cyd.page.getByText('Push приходит на 1 устройство.')).toBeVisible();

    const [bobs, cyds] = [await idOf(bob), await idOf(cyd)];
    for (const each of [bob, cyd]) await each.goes(elsewhere);
    for (const each of [bobs, cyds]) await writes(ann, each, club);
    await expect.poll(() => toBob.notices.length, soon).toBe(1);
    await expect.poll(() => toCyd.notices.length, soon).toBe(1);
    const [notice] = toCyd.notices;
    const { topic, path } = notice as unknown as Notice;
    const push = await pusher(cyd.page, club.url);
    await comes(cyd.page, push, notice!, ['Новое письмо: Anna Pushes', topic, 'ru', path]);

    // Each time what Bob does not want is written first: had it been sent, it would be here before what Cyd gets.
    const third = await Person.arrives(browser, club, 'Dora Pushes');
    const nothingFor = async (writer: Person) => {
      await bob.goes(elsewhere);
      const before = toCyd.mine.length;
      await writes(writer, bobs, club);
      await writes(writer, cyds, club);
      await expect.poll(() => toCyd.mine.length, soon).toBe(before + 1);
      expect(toBob.mine).toHaveLength(1);
    };
    await bob.goes('/settings');
    const letter = settings.getByRole('checkbox', { name: 'A letter: Push' });
    await letter.uncheck();
    await expect(settings.getByText('Saved.')).toBeVisible();
    await nothingFor(third);

    await bob.goes('/settings');
    await letter.check();
    await settings.getByRole('checkbox', { name: /^At hours I choose .* push/ }).check();
    const hours = Date.now() / 3_600_000;
    const time = (hour: number) => `${String(Math.floor((hour + 24) % 24)).padStart(2, '0')}:00`;
    await settings.getByLabel('From', { exact: true }).fill(time(hours - 2));
    await settings.getByLabel('to', { exact: true }).fill(time(hours + 3));
    const kept = { from: time(hours - 2), to: time(hours + 3) };
    await expect(async () => {
      await bob.goes('/settings');
      await expect(settings.getByLabel('From', { exact: true })).toHaveValue(kept.from);
      await expect(settings.getByLabel('to', { exact: true })).toHaveValue(kept.to);
    }).toPass();
    const fourth = await Person.arrives(browser, club, 'Egor Pushes');
    await nothingFor(fourth);

    await bob.goes('/settings');
    await settings.getByRole('button', { name: 'No push on this device' }).click();
    await expect(on).toBeVisible();
    await expect(settings).not.toContainText('Push goes to');
    for (const each of [ann, bob, cyd, third, fourth]) await each.leaves();
  });
});
