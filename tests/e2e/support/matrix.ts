import type { Locator, Page } from "@playwright/test";

/** One person's cell of a team's matrix in the competency whose title begins so. */
export async function matrixCell(page: Page, person: string, competency: string): Promise<Locator> {
  const matrix = page.getByRole("table", { name: "Who can do what" });
  await page.waitForLoadState("domcontentloaded");
  await matrix.waitFor();
  const titles = await matrix.getByRole("columnheader").allInnerTexts();
  const column = titles.findIndex((title) => title.trim().startsWith(competency));
  if (column < 1) throw new Error(`The matrix has no column ${competency}`);
  const row = matrix.getByRole("row").filter({ hasText: person }).first();
  return row.getByRole("cell").nth(column - 1);
}
