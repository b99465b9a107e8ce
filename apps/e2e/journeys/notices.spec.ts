import { expect, Person, test } from './club';
import { ClubClient } from '../src/harness/club-client';
import { nothingSerious, nothingSticksOut } from './whole';

const narrow = { viewport: { width: 320, height: 700 } };

test('what one wants to be told of is chosen in the settings, and kept', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Anna Told', {
    ...narrow,
    timezoneId: 'America/Mexico_City',
  });
  await ann.goes('/settings');
  const notices = ann.page.getByRole('region', { name: 'Notices' });
  const cell = (name: string) => notices.getByRole('checkbox', { name });
  await expect(cell('A letter: On the page')).toBeChecked();
  await expect(cell('A reply in a thread I follow: By the system')).not.toBeChecked();
  // This club has no keys for push, so nobody is offered it.
  await expect(notices).not.toContainText(/push/i);
  await cell('A letter: On the page').uncheck();
  await cell('A reply in a thread I follow: By the system').check();
  await expect(notices.getByText('Saved.')).toBeVisible();
  await notices.getByRole('checkbox', { name: 'At hours I choose' }).check();
  await notices.getByLabel('From', { exact: true }).fill('23:30');
  await expect(notices.getByText('Times of America/Mexico_City')).toBeVisible();
  await expect(notices.getByText('Saved.')).toBeVisible();
  await nothingSticksOut(ann.page, 'notices');
  await nothingSerious(ann.page, 'notices');
  await expect(async () => {
    await ann.goes('/settings');
    await expect(notices.getByLabel('From', { exact: true })).toHaveValue('23:30');
  }).toPass();
  await expect(cell('A letter: On the page')).not.toBeChecked();
  await expect(cell('A reply in a thread I follow: By the system')).toBeChecked();
  await expect(notices.getByLabel('to', { exact: true })).toHaveValue('08:00');
  await ann.leaves();
});

test('an invitation and a reply appear where one is, and so does the dot', async ({
  browser,
  club,
}) => {
  const bob = await Person.arrives(browser, club, 'Boris Told', { ...narrow, locale: 'ru' });
  await bob.goes('/forum/write');
  const started = await bob.page.request.post('/api/forum/threads', {
    headers: { origin: club.url },
    data: {
      ...{ key: 'notices-of-boris', place: 'forum', section: 'cafe' },
      ...{ title: 'Who plays tonight?', markdown: 'Anybody?' },
    },
  });
  const { id } = (await started.json()) as { id: string };
  // A page that has no connection of its own but for this.
  await bob.goes('/rules');
  const me = (await (await bob.page.request.get('/api/me')).json()) as { player: { id: string } };
  const dot = bob.page.getByRole('banner').getByText(/нов|ответы/);
  await expect(dot).toHaveCount(0);

  const ann = await Person.arrives(browser, club, 'Anna Teller');
  const asAnn = { headers: { origin: club.url } };
  const reply = { key: 'notices-of-anna', markdown: 'I do.' };
  // Somebody hears of what happens once his page is connected.
  await expect
    .poll(async () => (await (await ann.page.request.get('/')).text()).includes('Boris Told'))
    .toBe(true);
  await ann.page.request.post(`/api/forum/threads/${id}/posts`, { ...asAnn, data: reply });
  const notice = bob.page.getByRole('status').getByRole('link');
  await expect(notice.filter({ hasText: 'Who plays tonight?' })).toHaveAttribute(
    'href',
    `/forum/topics/${id}#post-2`,
  );
  await expect(dot.first()).toBeAttached();
  await nothingSticksOut(bob.page, 'a notice');
  await nothingSerious(bob.page, 'a notice');

  const seated = await ClubClient.connect(club.url, 'Anna Teller');
  const { tableId } = await seated.must('table:set', { game: 'tic-tac-toe', private: true });
  await seated.must('table:conventions', { tableId, conventions: {} });
  const invited = await ann.page.request.post(`/api/people/${me.player.id}/letters`, {
    ...asAnn,
    data: { key: 'invites-boris', said: { tableId } },
  });
  expect(invited.status()).toBe(201);
  await notice.filter({ hasText: 'Приглашение за стол: Anna Teller' }).click();
  await expect(bob.page).toHaveURL(new RegExp(`/tables/${tableId}$`));
  seated.close();
  await ann.leaves();
  await bob.leaves();
});
