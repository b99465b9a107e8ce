import { ClubClient } from '../src/harness/club-client';
import { expect, Person, test } from './club';
import { cuttable } from './network';
import { agrees, cell, Pair, plays } from './tables';

const hall = '/halls/tic-tac-toe';

test('a second tab mirrors the first, being away for a while costs nothing, and there is a rematch', async ({
  browser,
  club,
}) => {
  const pair = await Pair.sitsDown(club, ['Olga Offline', 'Petr Present']);
  const olga = await Person.arrives(browser, club, 'Olga Offline');
  const network = await cuttable(olga);
  await olga.goes(pair.path);
  const tab = await olga.opensTab(pair.path);
  await plays(olga, 2, 2);
  await expect(cell(tab, 2, 2)).toHaveAccessibleName(/X/);

  const room = `table:${pair.tableId}`;
  const petrSays = (text: string) =>
    pair.second.must('chat:say', { room, id: text.replace(/\W/g, '-'), said: { text } });
  await petrSays('are you there');
  await expect(olga.page.getByText('are you there')).toBeVisible();

  await network.cut();
  await expect(olga.page.getByText('The connection is lost.')).toBeVisible();
  await petrSays('first missed line');
  await petrSays('second missed line');
  await pair.acts(pair.second, 0);
  await network.mend();

  for (const page of [olga.page, tab]) {
    await expect(cell(page, 1, 1)).toHaveAccessibleName(/O/);
    await expect(page.getByText('The connection is lost.')).toHaveCount(0);
    for (const line of ['are you there', 'first missed line', 'second missed line'])
      await expect(page.getByText(line)).toHaveCount(1);
  }
  await petrSays('and on we go');
  await expect(olga.page.getByText('and on we go')).toHaveCount(1);

  await cell(tab, 1, 2).click(); // any tab plays
  await expect(cell(olga.page, 1, 2)).toHaveAccessibleName(/X/);
  await pair.acts(pair.second, 2);
  await plays(olga, 3, 2);
  await expect(olga.page.getByText('You won').first()).toBeVisible();

  await pair.second.must('table:rematch', { tableId: pair.tableId });
  await olga.page.getByRole('button', { name: 'Take your seat' }).click();
  await expect(olga.page.getByText('You won')).toHaveCount(0);
  for (let row = 1; row <= 3; row++)
    await expect(cell(olga.page, row, 2)).toHaveAccessibleName(/empty/);
  await expect(cell(tab, 2, 2)).toHaveAccessibleName(/empty/);
  pair.close();
  await olga.leaves();
});

test('who watches talks apart while a game runs, and at the table when it is over', async ({
  browser,
  club,
}) => {
  const pair = await Pair.sitsDown(club, ['Nina Noughts', 'Carl Crosses']);
  const wanda = await Person.arrives(browser, club, 'Wanda Watcher');
  const heard: string[] = [];
  const room = `table:${pair.tableId}`;
  await pair.first.must('chat:listen', { room, since: 0 });
  pair.first.socket.on('chat:line', ({ line }) =>
    heard.push('text' in line.said ? line.said.text : ''),
  );

  await wanda.goes(pair.path);
  await wanda.page.getByLabel('Say something').fill('she should take the corner');
  await wanda.page.keyboard.press('Enter');
  await expect(wanda.page.getByRole('log')).toContainText('she should take the corner');
  expect(
    await pair.first.ask('chat:listen', { room: `watchers:${pair.tableId}`, since: 0 }),
  ).toMatchObject({ ok: false, code: 'may-not-listen' });

  await wanda.page.getByRole('button', { name: 'Players', exact: true }).click();
  await expect(wanda.page.getByText('only the players talk here')).toBeVisible();
  await pair.second.must('chat:say', {
    room,
    id: 'good-luck-to-both',
    said: { phrase: 'good-luck' },
  });
  await expect(wanda.page.getByRole('log')).toContainText('Good luck!');
  await expect(wanda.page.getByRole('log')).not.toContainText('corner');

  await pair.play(0, 3, 1, 4, 2);
  await expect(wanda.page.getByText('Nina Noughts won').first()).toBeVisible();
  await wanda.page.getByLabel('Say something').fill('well done both');
  await wanda.page.keyboard.press('Enter');
  await expect.poll(() => heard).toContain('well done both');
  expect(heard).not.toContain('she should take the corner');
  pair.close();
  await wanda.leaves();
});

test('a private table is found by its link alone, one of the hall by its number too', async ({
  browser,
  club,
}) => {
  const host = await Person.arrives(browser, club, 'Hanna Host');
  const guest = await Person.arrives(browser, club, 'Gleb Guest');
  await host.goes(hall);
  await host.page.getByRole('button', { name: 'Private table' }).click();
  await host.page.waitForURL('**/tables/**');
  await agrees(host.page);
  const link = await host.page.getByLabel('Invite people: only this link leads here').inputValue();

  await guest.goes(hall);
  await expect(guest.page.getByText('Connected')).toBeAttached();
  await expect(guest.page.getByRole('list', { name: 'Tables' })).not.toContainText('Hanna Host');
  await guest.page.goto(link);
  await guest.page.getByRole('button', { name: 'Sit here' }).click();
  await expect(host.page.getByText('Your turn').first()).toBeVisible();

  const other = await ClubClient.connect(club.url, 'Nadia Number');
  const { tableId } = await other.must('table:set', { game: 'tic-tac-toe' });
  const { number } = await other.look(tableId);
  await other.must('table:conventions', { tableId, conventions: {} });
  await guest.goes(hall);
  await guest.page.getByLabel('Table no.').fill(String(number));
  await guest.page.getByRole('button', { name: 'Go', exact: true }).click();
  await guest.page.waitForURL(`**/tables/${tableId}`);
  await expect(guest.page.getByRole('button', { name: 'Sit here' })).toBeVisible();
  other.close();
  for (const person of [host, guest]) await person.leaves();
});

test('conventions: the time runs, what differs is marked and remembered, cancelling frees the table', async ({
  browser,
  club,
}) => {
  const sofia = await Person.arrives(browser, club, 'Sofia Setter');
  const { page } = sofia;
  await sofia.goes(hall);
  await page.getByRole('button', { name: 'Set table' }).last().click();
  const dialog = page.getByRole('dialog');
  const countdown = dialog.getByRole('timer');
  await expect(countdown).toHaveText(/^1:\d\d$/);
  const first = await countdown.textContent();
  await expect(countdown).not.toHaveText(first!);

  await expect(dialog).toContainText('exactly as the preset');
  await dialog.getByLabel('Time per decision').fill('42');
  await expect(dialog).toContainText('1 difference from the preset');
  await expect(dialog.getByText('changed', { exact: true })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Agree and sit down' }).click();
  await page.getByRole('button', { name: 'Stand up' }).click();
  await expect(page.getByRole('heading', { name: 'The table is free' })).toBeVisible();

  await page.getByRole('link', { name: 'To the hall' }).last().click();
  await page.getByRole('button', { name: 'Set table' }).last().click();
  await expect(dialog.getByLabel('Time per decision')).toHaveValue('42');
  await expect(dialog).toContainText('1 difference from the preset');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The table is free' })).toBeVisible();
  await sofia.leaves();
});

test('whose five seconds run out pays the fine and reads it in words; so do those who watch', async ({
  browser,
  club,
}) => {
  const pair = await Pair.sitsDown(club, ['Lena Late', 'Igor Innocent'], { moveTimeSec: 5 });
  const lena = await Person.arrives(browser, club, 'Lena Late', { locale: 'es' });
  await lena.goes(pair.path);
  await expect(lena.page.getByRole('timer').first()).toBeVisible();
  const watcher = await Person.arrives(browser, club);
  await watcher.goes(pair.path);

  await expect(lena.page.getByRole('heading', { name: 'Has perdido' })).toBeVisible();
  await expect(watcher.page.getByRole('heading', { name: 'Igor Innocent won' })).toBeVisible();
  await expect(watcher.page.getByText('Lena Late ran out of time.').first()).toBeVisible();
  await expect(watcher.page.getByText(/Fine: 1\./)).toBeVisible();
  await expect(lena.page.getByText(/Multa: 1\./)).toBeVisible();
  pair.close();
  for (const person of [lena, watcher]) await person.leaves();
});

test('a ready-made phrase is read by each in his own language', async ({ browser, club }) => {
  const anna = await Person.arrives(browser, club, 'Анна Русская', { locale: 'ru' });
  const jose = await Person.arrives(browser, club, 'José Español', { locale: 'es' });
  await anna.goes(hall);
  await jose.goes(hall);
  await anna.page.locator('summary', { hasText: 'Готовые фразы' }).click();
  await anna.page.getByRole('button', { name: 'Удачи!' }).click();
  await expect(anna.page.getByRole('log')).toContainText('Удачи!');
  const line = jose.page.getByRole('log').getByRole('listitem').filter({ hasText: 'Анна Русская' });
  await expect(line).toContainText('¡Suerte!');
  for (const person of [anna, jose]) await person.leaves();
});

test('the house has three players, and clicking twice is clicking once', async ({
  browser,
  club,
}) => {
  const mila = await Person.arrives(browser, club, 'Mila Mouse');
  const { page } = mila;
  await mila.goes(hall);
  // Twice here too: one table is set.
  await page.getByRole('button', { name: 'Set table' }).first().dblclick();
  await agrees(page);
  const levels = page.getByLabel('Computer’s level').first();
  await expect(levels.locator('option')).toHaveText(['Easy', 'Club', 'Perfect']);
  await levels.selectOption('perfect');
  await page.getByRole('button', { name: 'Seat a computer' }).click();
  await expect(page.getByText('House (Perfect)').first()).toBeVisible();

  await cell(page, 1, 1).dblclick();
  await expect(cell(page, 1, 1)).toHaveAccessibleName(/X/);
  await expect(page.getByRole('button', { name: /, O$/ })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /, X$/ })).toHaveCount(1);
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await expect(page.getByRole('banner').getByText('You play at 1 table')).toBeVisible();
  await mila.leaves();
});

test('a whole game by keyboard, told aloud', async ({ browser, club }) => {
  const kira = await Person.arrives(browser, club, 'Kira Keys');
  const { page } = kira;
  const keys = page.keyboard;
  /** With Tab alone, as far as it takes. */
  const tabTo = async (name: RegExp, key = 'Tab') => {
    for (let i = 0; i < 80; i++) {
      await keys.press(key);
      const focused = await page.evaluate(() => {
        const { ariaLabel, textContent, labels } = document.activeElement as HTMLInputElement;
        return ariaLabel ?? labels?.[0]?.textContent ?? textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`The Tab key does not lead to ${name}.`);
  };

  await kira.goes(hall);
  await tabTo(/^Set table/);
  await keys.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(/^Agree and sit down$/);
  await keys.press('Enter');
  await page.getByRole('button', { name: 'Seat a computer' }).waitFor();
  await tabTo(/^Seat a computer$/);
  await keys.press('Enter');

  const over = page.getByRole('heading', { name: /^(You won|You lost|A draw)$/ });
  const ready = page.locator('[data-cell][aria-disabled="false"]').first();
  await ready.waitFor();
  await tabTo(/^row 2, column 2/);
  for (let at = 4; !(await over.isVisible());) {
    const to = Number(await ready.getAttribute('data-cell'));
    const press = async (times: number, back: string, forth: string) => {
      for (let i = 0; i < Math.abs(times); i++) await keys.press(times < 0 ? back : forth);
    };
    await press(Math.floor(to / 3) - Math.floor(at / 3), 'ArrowUp', 'ArrowDown');
    await press((to % 3) - (at % 3), 'ArrowLeft', 'ArrowRight');
    await keys.press('Enter');
    at = to;
    await expect(page.locator(`[data-cell="${to}"]`)).toHaveAccessibleName(/X/);
    await expect(page.getByText('Kira Keys: row').or(over).first()).toBeAttached();
    await ready.or(over).first().waitFor();
  }
  // What a screen reader is told: the end by the page, each move by the board.
  await expect(page.getByTestId('spoken')).toHaveText(/You won|You lost|A draw/);
  await expect(page.getByRole('status').filter({ hasText: /row \d, column \d\./ })).toHaveText(
    /(wins with three in a row|A draw)\.$/,
  );
  await kira.leaves();
});
