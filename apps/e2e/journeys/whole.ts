import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing that axe calls serious or critical; with `rules`, of these rules alone. */
export async function nothingSerious(page: Page, where: string, rules?: string[]): Promise<void> {
  // The other mode opens a tab for frames, of which the club has none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
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
