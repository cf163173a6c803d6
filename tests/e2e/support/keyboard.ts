import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until the target has the focus, which has to be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return expectFocusSeen(page);
  }
  throw new Error("not reached by keyboard");
}

/** Presses a button by keyboard. */
export async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
}

/** The control with the focus looks different with it: an outline, or a shadow, or the box of its label. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const control = document.activeElement;
    const near = [control, control?.nextElementSibling].filter((one) => one instanceof Element);
    return near.some((element) =>
      ["", "::before"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part || null);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      }),
    );
  });
  expect(seen, "focus is visible").toBe(true);
}
