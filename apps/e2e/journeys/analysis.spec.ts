import { expect, Person, test } from './club';

// Eight spades from the top. The second hand holds the ace of diamonds and plays the seven under the king.
const record = `preferans-record/1 sochi firstDealer=2
1 2 ASKSAD7D7C8C7H8HQSJSKCQC9C8DTS9SJCTC9DTD8S7SKHQHJDQDACKDJHTH9HAH | 0:6S 1:P 2:P | 7H8H 8S | 1:w 2:p c | KD7D8DASAD7CKSKC8CQSQC9CJSJC9DTSTCTD9SKHJD8SQHQD7SJH9HACTHAH | 10-0-0
`;

test('whoever looks back at a finished game learns which card gave a trick away', async ({
  browser,
  club,
}) => {
  const visitor = await Person.arrives(browser, club);
  const { page } = visitor;
  await opens(visitor);
  await page.getByRole('button', { name: 'Judge the play' }).click();
  const analysis = page.getByRole('region', { name: 'What each card cost' });
  await expect(analysis.getByRole('status')).toHaveText(/All is judged; \d+ steps? could/);

  // The mark stands in the list, and the button leads to it.
  const moves = page.getByRole('list', { name: 'Moves' });
  const mistake = moves.getByRole('link', { name: /seven of diamonds.*gave away 1 trick/ });
  await expect(mistake).toBeVisible();
  await page.keyboard.press('Home');
  await analysis.getByRole('button', { name: 'Next mistake' }).click();
  await expect(mistake).toHaveAttribute('aria-current', 'step');
  await expect(analysis.getByText('Gives away 1 trick. What keeps it: A♦')).toBeVisible();
  await expect(analysis.getByText(/^With what .* knew$/)).toBeVisible();

  const given = analysis.getByRole('table').filter({ hasText: 'as defender' });
  await expect(given.getByRole('row').nth(2).getByRole('cell').nth(1)).toHaveText('1');
  const best = analysis.getByRole('table').filter({ hasText: 'Best contracts of the deal' });
  await expect(best).toContainText('9♠');
  await expect(analysis.getByRole('img', { name: /actual and expected/ })).toBeVisible();
  await analysis.getByText('The same as a table').click();
  await expect(analysis.getByRole('columnheader', { name: 'expected' }).first()).toBeVisible();
  await visitor.leaves();
});

test('what was found is kept in the browser, once for each game', async ({ browser, club }) => {
  const visitor = await Person.arrives(browser, club);
  const { page } = visitor;
  for (let visit = 1; visit <= 2; visit++) {
    await opens(visitor);
    await page.getByRole('button', { name: 'Judge the play' }).click();
    await expect(page.getByText(/All is judged/)).toBeVisible();
  }
  const kept = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opened = indexedDB.open('trellis-analysis');
        opened.onsuccess = () => {
          const rows = opened.result.transaction('findings').objectStore('findings').count();
          rows.onsuccess = () => resolve(rows.result);
        };
      }),
  );
  expect(kept).toBe(1);
  await visitor.leaves();
});

test('a record from a file is chosen with the club’s own button, in the language of the page', async ({
  browser,
  club,
}) => {
  const visitor = await Person.arrives(browser, club);
  await visitor.goes('/records?lang=es');
  const field = visitor.page.getByLabel('Elegir un archivo');
  await field.focus();
  await expect(field).toBeFocused();
  await expect(visitor.page.getByText('Aún no hay ningún archivo')).toBeVisible();
  for (const buffer of [Buffer.from('nothing'), Buffer.from(record)])
    await field.setInputFiles({ name: 'partida.txt', mimeType: 'text/plain', buffer });
  await expect(visitor.page.getByText('partida.txt')).toBeVisible();
  await expect(visitor.page.getByText('El registro está abierto abajo.')).toBeVisible();
  await visitor.leaves();
});

async function opens(visitor: Person): Promise<void> {
  await visitor.goes('/records');
  await visitor.page.getByLabel('Or paste it here').fill(record);
  await visitor.page.getByRole('button', { name: 'Look', exact: true }).click();
}
