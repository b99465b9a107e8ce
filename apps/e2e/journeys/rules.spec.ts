import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

const words = {
  en: { title: /^Preferans/, hand: 'Hand', card: 'ace of spades', chapter: '7 Play' },
  ru: { title: /^Преферанс/, hand: 'Рука', card: 'туз пик', chapter: '7 Розыгрыш' },
  es: { title: /^Preferans/, hand: 'Mano', card: 'as de picas', chapter: '7 Juego' },
} as const;

for (const lang of ['en', 'ru', 'es'] as const) {
  test(`${lang}: the rule book of Preferans is read with its drawings, wide and narrow, light and dark`, async ({
    browser,
    club,
  }) => {
    const { title, hand, card, chapter } = words[lang];
    const visitor = await Person.arrives(browser, club, undefined, { locale: lang });
    const { page } = visitor;
    await page.goto('/rules/preferans');
    await expect(page).toHaveTitle(title);
    // The book itself is in the language, and a drawing says what it shows.
    await expect(page.locator(`main [lang="${lang}"]`)).toBeVisible();
    const drawn = page.getByRole('list', { name: hand, exact: true }).first();
    await expect(drawn.getByRole('listitem').filter({ hasText: card })).toHaveCount(1);
    await page.getByRole('navigation').getByRole('link', { name: chapter }).click();
    await expect(page.getByRole('heading', { name: chapter })).toBeInViewport();

    // Where a reason on the score sheet leads, and a convention of a table.
    await page.goto('/rules/preferans#rule-11.B');
    await expect(page.locator('[id="rule-11.B"]')).toBeInViewport();
    await page.goto('/rules/preferans#convention-whistDuty');
    await expect(page.locator('#convention-whistDuty')).toBeInViewport();
    await nothingSerious(page, `${lang}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await nothingSticksOut(page, `${lang} at ${width}`);
    }
    await nothingSerious(page, `${lang}, dark, at 320`);
    await visitor.leaves();
  });
}
