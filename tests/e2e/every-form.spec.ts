import type { Locator, Page } from "@playwright/test";
import { forms } from "./support/form-cases";
import {
  expectKept,
  expectMistakesNamed,
  type FormCase,
  fillWrong,
  formWith,
  openForm,
} from "./support/forms";
import { expect, expectDone, test } from "./support/journey";
import { press } from "./support/keyboard";
import { sendByKeyboard } from "./support/keyboard-form";
import { signInAfresh, signInAs } from "./support/sign-in";

/** Here and now each form is sent in one of the two ways, turn about; the whole proof sends each in both. */
const ways = ["without JavaScript", "by keyboard alone"] as const;
const everything = process.env.FULL === "1";

for (const [index, [name, given]] of Object.entries(forms).entries()) {
  for (const way of everything ? ways : [ways[index % 2]]) {
    test(`${name}: what is wrong is named and what was typed is kept, ${way}`, async ({
      browser,
      baseURL,
    }) => {
      const plain = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
      const found = await openForm(plain, given);
      if (way === "without JavaScript") {
        await fillWrong(found, given);
        await found.getByRole("button", { name: given.button }).click();
        await expectMistakes(plain, found, given);
      } else {
        const page = await browser.newPage({ baseURL });
        await page.context().addCookies(await plain.context().cookies());
        await page.goto(plain.url());
        const form = formWith(page, given);
        await sendByKeyboard(page, form, given);
        await expect(page.locator(":focus").filter({ hasText: "There is a problem" })).toBeVisible();
        await expectMistakes(page, form, given);
        await page.close();
      }
      await plain.context().close();
    });
  }
}

/** They are named, and everything typed is there still. */
async function expectMistakes(page: Page, form: Locator, given: FormCase): Promise<void> {
  await expectMistakesNamed(page, form);
  await expectKept(form, given);
}

/** Forms that nothing can be wrong in: each run has somebody of its own. */
const runs = [
  { how: "by keyboard", javaScriptEnabled: true, who: "joanna.pemberthy@larkmere.example" },
  { how: "without JavaScript", javaScriptEnabled: false, who: "zofia.satterthwaite@larkmere.example" },
];

for (const { how, javaScriptEnabled, who } of runs) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a request is sent and withdrawn", async ({ page }) => {
      await signInAs(page, who);
      const own = page.getByRole("main").locator('a[href*="/competencies/"]');
      await page.goto((await own.first().getAttribute("href")) ?? "");
      await page.getByRole("link", { name: "Ask for sign-off" }).click();
      await pressed(page, "Ask for sign-off");
      await expectDone(page, "You have asked for sign-off");
      await pressed(page, "Withdraw my request");
      await expectDone(page, "Your request is withdrawn");
    });

    test("signing out leads to sign in, and the page is gone", async ({ page }) => {
      await signInAfresh(page, who);
      const home = page.url();
      await pressed(page, "Sign out");
      await expect(page).toHaveURL(/\/sign-in$/);
      await page.goto(home);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
    });
  });

  const pressed = (page: Page, name: string) =>
    javaScriptEnabled ? press(page, name) : page.getByRole("button", { name, exact: true }).click();
}
