import { expect, type Locator, type Page } from '@playwright/test';
import { ClubClient, seatTwo } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import type { Person } from './club';

/** Sets a table with the conventions that the dialog offers; returns its address. */
export async function setsTable({ page }: Person): Promise<string> {
  await page.getByRole('button', { name: 'Set table' }).first().click();
  await page.waitForURL('**/tables/**');
  await agrees(page);
  await expect(page.getByText('Waiting for 1 more player')).toBeVisible();
  return new URL(page.url()).pathname;
}

export async function agrees(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Conventions of the table');
  await dialog.getByRole('button', { name: 'Agree and sit down' }).click();
}

/** A cell of the board, counted from 1. */
export function cell(page: Page, row: number, column: number): Locator {
  return page.getByRole('button', { name: new RegExp(`row ${row}, column ${column}`, 'i') });
}

export async function plays({ page }: Person, row: number, column: number): Promise<void> {
  await cell(page, row, column).click();
  await expect(cell(page, row, column)).toHaveAccessibleName(/X/);
}

/** A game that has just begun between two people without pages; the first one is to move. */
export class Pair {
  private constructor(
    readonly tableId: string,
    readonly first: ClubClient,
    readonly second: ClubClient,
  ) {}

  static async sitsDown(
    club: ClubProcess,
    [first, second]: readonly [string, string],
    conventions?: Record<string, unknown>,
  ): Promise<Pair> {
    const clients = [
      await ClubClient.connect(club.url, first),
      await ClubClient.connect(club.url, second),
    ] as const;
    return new Pair(await seatTwo(...clients, conventions), ...clients);
  }

  get path(): string {
    return `/tables/${this.tableId}`;
  }

  /** Plays when it is his turn, at a cell counted from 0. */
  async acts(who: ClubClient, cell: number): Promise<void> {
    const { tableId } = this;
    const { seq } = await who.until(
      tableId,
      ({ viewer, toAct }) => viewer !== 'spectator' && toAct.includes(viewer),
    );
    await who.must('table:act', { tableId, after: seq, action: { cell } });
  }

  /** The cells in turn, the first one's first. */
  async play(...cells: number[]): Promise<void> {
    for (const [i, cell] of cells.entries())
      await this.acts(i % 2 === 0 ? this.first : this.second, cell);
  }

  close(): void {
    this.first.close();
    this.second.close();
  }
}
