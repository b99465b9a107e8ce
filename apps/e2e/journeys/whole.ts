import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing that axe calls serious or critical; with `rules`, of these rules alone. */
export async function nothingSerious(page: Page, where: string, rules?: string[]): Promise<void> {
  // Half a megabyte of it, which a page that is looked at again has already.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, axeSource: isThere ? ';' : undefined })
    // The other mode opens a tab for frames, of which the club has none.
    .setLegacyMode()
    // Describing what passed took as long as looking.
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])]);
  expect.soft(serious, where).toEqual([]);
}

/** The page is not wider than its window. */
export async function nothingSticksOut(page: Page, where: string): Promise<void> {
  const out = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect.soft(await page.evaluate(out), `${where} is too wide by`).toBeLessThanOrEqual(0);
}
