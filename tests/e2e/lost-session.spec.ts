import type { Browser, Page } from "@playwright/test";
import { expect, expectSound, password, test } from "./support/journey";
import { fillPractice } from "./support/practice-form";
import { signInAfresh } from "./support/sign-in";

const typed = "Anterior and posterior views, both repeated once";

/** Each run ends the sessions of a person of its own. */
const runs = [
  { how: "with JavaScript", javaScriptEnabled: true, person: "bryony.arkwright@larkmere.example" },
  { how: "without JavaScript", javaScriptEnabled: false, person: "marisol.wadsworth@larkmere.example" },
];

for (const { how, javaScriptEnabled, person } of runs) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a form sent after the session has ended comes back filled for the same person, and is not saved", async ({
      page,
      browser,
    }) => {
      await typeIntoForm(page, person);
      await endElsewhere(browser, person);
      await page.getByRole("button", { name: "Confirm and save" }).click();
      await expect(page.getByText("We have kept what you typed for 30 minutes")).toBeVisible();
      await expectSound(page);
      await signInAgain(page, person);
      await expect(page.getByText("This is not saved yet")).toBeVisible();
      await expect(page.getByLabel("Note, if you want to add one")).toHaveValue(typed);
      await expect(page.getByLabel("Achieved", { exact: true })).toBeChecked();
      await expectSound(page);
      await expect(page).not.toHaveURL(/done=/);
      await page.getByRole("button", { name: "Confirm and save" }).click();
      await expect(page.getByText("Recorded. The person who watched is asked to confirm it")).toBeVisible();
      await expect(page.getByText(typed)).toBeVisible();
    });

    test("another person does not get the form", async ({ page, browser }) => {
      await typeIntoForm(page, person);
      await endElsewhere(browser, person);
      await page.getByRole("button", { name: "Confirm and save" }).click();
      await expect(page.getByText("We have kept what you typed for 30 minutes")).toBeVisible();
      await signInAgain(page, "sunita.penhaligon@larkmere.example");
      await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
      expect(await page.content()).not.toContain(typed);
      await page.goto("/");
      await expect(page).toHaveURL(/sign-in/);
    });
  });
}

test.describe.configure({ mode: "serial" });

async function typeIntoForm(page: Page, person: string): Promise<void> {
  await signInAfresh(page, person);
  await fillPractice(page, typed);
}

async function endElsewhere(browser: Browser, person: string): Promise<void> {
  const elsewhere = await browser.newPage();
  await signInAfresh(elsewhere, person);
  await elsewhere.goto("/demo1/account");
  await elsewhere.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await elsewhere.close();
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in and go back to the form" }).click();
}
