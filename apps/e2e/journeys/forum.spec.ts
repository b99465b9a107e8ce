import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

test('a topic: begun, answered with a quotation, edited, followed, found', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Anna Forum');
  const bob = await Person.arrives(browser, club, 'Boris Forum', {
    viewport: { width: 390, height: 780 },
  });

  await ann.goes('/forum/strategy');
  await ann.page.getByRole('link', { name: 'New topic' }).click();
  await ann.page.getByLabel('Title').fill('A risky misère');
  await ann.page
    .getByLabel('Your text')
    .fill('Would you bid it with **this** hand?\n\n> my partner');
  await ann.page.getByRole('button', { name: 'Preview' }).click();
  await expect(ann.page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText(
    'this',
  );
  await ann.page.getByRole('button', { name: 'Publish' }).click();
  await expect(ann.page).toHaveURL(/\/forum\/topics\/\w+$/);
  await expect(ann.page.getByRole('heading', { level: 1 })).toHaveText('A risky misère');

  await bob.goes('/forum');
  await bob.page.getByRole('link', { name: 'A risky misère' }).click();
  await bob.page.getByRole('button', { name: 'Quote' }).click();
  await expect(bob.page.getByLabel('Your text')).toHaveValue(
    /^> \*\*Anna Forum\*\*\n>\n> Would you/,
  );
  await bob.page.getByLabel('Your text').press('End');
  await bob.page.getByLabel('Your text').pressSequentially('Never.');
  await bob.page.getByRole('button', { name: 'Send' }).click();
  await expect(bob.page).toHaveURL(/#post-2$/);
  const answer = bob.page.locator('#post-2');
  await expect(answer).toContainText('Never.');
  await expect(answer.locator('blockquote')).toContainText('Anna Forum');
  await expect(answer.getByRole('link', { name: 'in answer to #1' })).toBeVisible();
  await nothingSticksOut(bob.page, 'topic');
  await nothingSerious(bob.page, 'topic');

  await answer.getByRole('button', { name: 'Edit' }).click();
  await answer.getByLabel('Your text').fill('Perhaps.');
  await answer.getByRole('button', { name: 'Save' }).click();
  await expect(answer).toContainText('Perhaps.');
  await expect(answer).toContainText('edited');
  await answer.getByRole('button', { name: 'Earlier versions' }).click();
  await expect(answer).toContainText('Never.');

  await ann.goes('/new');
  const followed = ann.page.getByRole('region', { name: 'Topics you follow' });
  await expect(followed).toContainText('1 new');
  await followed.getByRole('link', { name: 'A risky misère' }).click();
  await expect(ann.page.getByRole('button', { name: 'Do not follow any more' })).toBeVisible();
  await ann.goes('/new');
  await expect(followed).toContainText('You have read everything.');

  await ann.goes('/forum/search');
  await ann.page.getByLabel('Words to look for').fill('bidding hands');
  await ann.page.getByRole('button', { name: 'Search' }).click();
  await expect(ann.page.locator('mark').first()).toBeVisible();
  await ann.leaves();
  await bob.leaves();
});

test('an article: kept as a draft, published, commented, removed', async ({ browser, club }) => {
  const ann = await Person.arrives(browser, club, 'Anna Blog');
  await ann.goes('/blog/write');
  await ann.page.getByLabel('Title').fill('An evening');
  await ann.page.getByLabel('Your text').fill('Half a thought');
  await ann.page.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(ann.page.getByText('Only you can see it')).toBeVisible();
  await ann.goes('/blog/write');
  await ann.page.getByRole('button', { name: 'An evening' }).click();
  await expect(ann.page.getByLabel('Your text')).toHaveValue('Half a thought');
  await ann.page.getByRole('button', { name: 'Publish' }).click();
  await expect(ann.page).toHaveURL(/\/blog\/[0-9a-f]{20}$/);
  await ann.page.getByLabel('Your text').fill('A comment of my own');
  await ann.page.getByRole('button', { name: 'Send' }).click();
  await expect(ann.page.locator('#post-2')).toContainText('A comment of my own');
  ann.page.on('dialog', (dialog) => void dialog.accept());
  await ann.page.locator('#post-2').getByRole('button', { name: 'Remove' }).click();
  await expect(ann.page.locator('#post-2')).toContainText('The author has removed this post.');

  const visitor = await Person.arrives(browser, club);
  await visitor.goes('/blog');
  await visitor.page.getByRole('link', { name: 'An evening' }).click();
  await expect(visitor.page.getByText('Half a thought')).toBeVisible();
  await expect(visitor.page.getByRole('link', { name: 'Sign in to write' })).toBeVisible();
  await visitor.leaves();
  await ann.leaves();
});

test('a refused text stays where it is', async ({ browser, club }) => {
  const ann = await Person.arrives(browser, club, 'Anna Refused', { locale: 'ru' });
  await ann.goes('/forum/write?section=cafe');
  await ann.page.getByLabel('Ваш текст').fill('Текст без заголовка');
  await ann.page.getByRole('button', { name: 'Опубликовать' }).click();
  await expect(ann.page.getByRole('alert').filter({ hasText: 'Дайте заголовок' })).toBeVisible();
  await expect(ann.page.getByLabel('Ваш текст')).toHaveValue('Текст без заголовка');
  await ann.leaves(/400/);
});
