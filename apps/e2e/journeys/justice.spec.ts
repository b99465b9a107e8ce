import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { Pair } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

const run = promisify(execFile);

/** As the operator types it, beside the club that runs. */
async function makesArbiter(club: ClubProcess, person: Person): Promise<void> {
  const me = await person.page.context().request.get('/api/me');
  const { player } = (await me.json()) as { player: { id: string } };
  const env = { ...process.env, DATA_DIR: club.dataDir, DATABASE_URL: '' };
  const { stdout } = await run(
    process.execPath,
    ['apps/cli/dist/arbiter.js', 'grant', player.id, 'Elected for the journey'],
    { env },
  );
  expect(stdout).toContain('is an arbiter');
}

async function isWhole({ page }: Person, what: string): Promise<void> {
  await nothingSticksOut(page, what);
  await nothingSerious(page, what);
}

test('a game is reported, annulled, and its player paused, who appeals', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Anna Wronged');
  const bob = await Person.arrives(browser, club, 'Boris Wrong', {
    viewport: { width: 390, height: 780 },
    locale: 'ru',
  });
  const dee = await Person.arrives(browser, club, 'Dee Arbiter', {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  });
  await makesArbiter(club, dee);
  const pair = await Pair.sitsDown(club, ['Anna Wronged', 'Boris Wrong']);
  await pair.play(0, 3, 1, 4, 2);
  const { gameId } = await pair.first.until(pair.tableId, ({ phase }) => phase === 'finished');
  await pair.second.must('chat:say', {
    ...{ room: `table:${pair.tableId}`, id: 'bad-words-1', said: { text: 'You only cheat!' } },
  });

  // Feedback and the report stand on the page of the game.
  await ann.goes(`/games/${gameId}`);
  await ann.page.getByRole('button', { name: 'Not good' }).click();
  await ann.page.getByRole('button', { name: 'rude' }).click();
  await ann.page.getByRole('button', { name: 'Send' }).click();
  await expect(ann.page.getByText('Thank you!')).toBeVisible();
  await isWhole(ann, 'a game with feedback');
  await ann.goes(`/report?players=${pair.second.player}&game=${gameId}&table=${pair.tableId}`);
  await expect(ann.page.getByText('Boris Wrong')).toBeVisible();
  await isWhole(ann, 'a report');
  await ann.page.getByLabel('What happened?').fill('He shouted when he had lost.');
  await ann.page.getByRole('button', { name: 'Send' }).click();
  await expect(ann.page.getByText('Sent. Thank you!')).toBeVisible();

  await dee.goes('/arbiter');
  await dee.page.getByRole('button', { name: 'Look into it' }).click();
  await expect(dee.page.getByText('You only cheat!')).toBeVisible();
  await dee.page.getByLabel('Answer, for both of them').fill('Nobody shouts here.');
  await dee.page.getByRole('combobox', { name: 'Sanction' }).selectOption('chat-pause');
  await dee.page.getByLabel('Reason, for the one whom it concerns').fill('Shouting at the table');
  await dee.page.getByRole('checkbox').check();
  await dee.page.getByLabel('Reason, for the page of the game').fill('Played under shouting');
  await isWhole(dee, 'a case');
  await dee.page.getByRole('button', { name: 'Decide' }).click();
  await expect(dee.page.getByText('No report waits.')).toBeVisible();

  // The page of the game is the same for everybody, and is rendered anew after the first one who asks.
  await expect(async () => {
    await ann.goes(`/games/${gameId}`);
    await expect(ann.page.getByText('Played under shouting')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await ann.goes('/justice');
  await expect(ann.page.getByText('Nobody shouts here.')).toBeVisible();

  await bob.goes('/halls/tic-tac-toe');
  await expect(bob.page.getByText('Вам нельзя говорить и писать до').first()).toBeVisible();
  const said = await pair.second.ask('chat:say', {
    ...{ room: 'hall:tic-tac-toe', id: 'more-words-2', said: { text: 'But' } },
  });
  expect(said).toMatchObject({ ok: false, code: 'chat-paused' });
  await bob.page.getByRole('link', { name: 'Почему и как обжаловать' }).click();
  await expect(bob.page.getByText('Shouting at the table').first()).toBeVisible();
  await expect(bob.page.getByText('Anna Wronged')).toHaveCount(0);
  await bob.page.locator('summary', { hasText: 'Обжаловать' }).click();
  await bob.page.getByRole('textbox', { name: 'Обжаловать' }).fill('Это был не я.');
  await isWhole(bob, 'reports and decisions');
  await bob.page.getByRole('button', { name: 'Отправить' }).click();
  await expect(bob.page.getByText('Арбитры ещё не ответили.')).toBeVisible();

  await dee.goes('/arbiter');
  await expect(dee.page.getByText('Это был не я.')).toBeVisible();
  await dee.page.getByLabel('Answer, for both of them').fill('Then I was wrong.');
  await dee.page.getByRole('button', { name: 'Lift it' }).click();
  await expect(dee.page.getByText('No appeal waits.')).toBeVisible();
  await dee.goes('/arbiter/log');
  await expect(dee.page.getByText('a game was annulled').first()).toBeVisible();
  await isWhole(dee, 'the audit log');
  await bob.goes('/justice');
  await expect(bob.page.getByText('Then I was wrong.').first()).toBeVisible();
  pair.close();
  for (const person of [ann, bob, dee]) await person.leaves();
});

test('what is said in a hall is reported where it stands, with the talk, and its speaker kept apart', async ({
  browser,
  club,
}) => {
  const room = 'hall:tic-tac-toe';
  const bob = await ClubClient.connect(club.url, 'Boris Loud');
  await bob.must('chat:say', { room, id: 'loud-words-1', said: { text: 'Nobody here can play!' } });
  await bob.must('chat:say', { room, id: 'loud-phrase-2', said: { phrase: 'good-luck' } });
  const ann = await Person.arrives(browser, club, 'Ana Cansada', {
    viewport: { width: 390, height: 780 },
    locale: 'es',
  });
  const eve = await Person.arrives(browser, club, 'Eve Arbiter', { locale: 'es' });
  await makesArbiter(club, eve);

  await ann.goes('/halls/tic-tac-toe');
  await ann.page.getByRole('button', { name: 'Chat' }).click();
  const line = ann.page.getByRole('listitem').filter({ hasText: 'Nobody here can play!' });
  await line.hover();
  await isWhole(ann, 'a talk with lines that can be reported');
  const opened = ann.page.waitForEvent('popup');
  await line.getByRole('link', { name: 'Denunciar a Boris Loud' }).click();
  const report = await opened;
  await report.getByRole('button', { name: 'Enviar' }).click();
  await expect(report.getByText('Boris Loud')).toBeVisible();
  await nothingSticksOut(report, 'a report that was sent');
  await nothingSerious(report, 'a report that was sent');
  await report.getByRole('button', { name: 'Evitar' }).click();
  await expect(report.getByText('Evitas a Boris Loud')).toBeVisible();

  await eve.goes('/arbiter');
  await eve.page
    .getByRole('listitem')
    .filter({ hasText: 'Ana Cansada' })
    .getByRole('button')
    .click();
  await expect(eve.page.getByText('Nobody here can play!')).toBeVisible();
  // Others have wished luck in this hall before him.
  await expect(eve.page.getByText('¡Suerte!').last()).toBeVisible();
  await isWhole(eve, 'a case in Spanish');
  // Who keeps apart does not read the other's talk any more.
  await ann.goes('/halls/tic-tac-toe');
  await ann.page.getByRole('button', { name: 'Chat' }).click();
  await expect(ann.page.getByRole('log')).toBeVisible();
  await expect(line).toHaveCount(0);
  bob.close();
  for (const person of [ann, eve]) await person.leaves();
});
