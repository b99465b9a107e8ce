import type { Locator } from '@playwright/test';

/**
 * A press on the part of the card that no other covers. Cards of a fan are turned and lie over one another: a corner of the
 * box around one may be a part of its neighbour.
 */
export async function pressCard(card: Locator): Promise<void> {
  await card.waitFor();
  await card.click({ position: await card.evaluate(middleOfWhatIsSeen) });
}

/** From the corner of the card's box, as `click` counts. Runs in the page. */
function middleOfWhatIsSeen(card: Element): { x: number; y: number } {
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, top, width, height } = card.getBoundingClientRect();
  const y = height / 2;
  const seen: number[] = [];
  for (let x = 1; x < width; x++)
    if (document.elementFromPoint(left + x, top + y)?.closest('[data-card]') === card) seen.push(x);
  return { x: seen[Math.floor(seen.length / 2)] ?? width / 2, y };
}
