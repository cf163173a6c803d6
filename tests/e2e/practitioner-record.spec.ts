import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectSound, problemOn, test } from "./support/journey";
import { tabTo } from "./support/keyboard";
import { signInAs, signOut } from "./support/sign-in";

const nuclear = "Nuclear medicine assistant practitioner";
const stroke = "Stroke assistant practitioner";

test("practice is recorded and sign-off asked for in five clicks from home", async ({ page }) => {
  await signInAs(page, stroke);
  const click = countingClicks(5);
  const heading = page.getByRole("heading", { level: 1 });
  await click(page.getByRole("link", { name: "Record practice" }));
  await expect(heading).toContainText("What did you practise?");
  await expectAccessible(page);
  await click(page.getByRole("link", { name: "Water swallow screen" }).first());
  await expect(heading).toContainText("Water swallow screen");
  await expectSound(page);
  await click(page.getByLabel("Achieved", { exact: true }));
  await click(page.getByLabel("Ask for sign-off too"));
  await click(page.getByRole("button", { name: "Confirm and save" }));
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("you have asked for sign-off");
  await expect(page.getByText("Awaiting decision")).toBeVisible();
  await expectSound(page);
});

test("the form proposes today and what was used last, and never guesses how it went", async ({ page }) => {
  await signInAs(page, nuclear);
  await openForm(page, "Whole-body (bone) imaging");
  await expect(page.getByLabel("Year")).toHaveValue(String(new Date().getFullYear()));
  await expect(page.getByLabel("Who watched?")).not.toHaveValue("");
  await expect(page.getByLabel("Where was it?")).not.toHaveValue("");
  await expect(page.getByLabel("Supervisor to ask")).not.toHaveValue("");
  for (const outcome of await page.getByRole("group", { name: "How did it go?" }).getByRole("radio").all()) {
    await expect(outcome).not.toBeChecked();
  }
});

test("what is wrong is named beside its field, and what was typed stays", async ({ page }) => {
  await signInAs(page, nuclear);
  await openForm(page, "Whole-body (bone) imaging");
  await page.getByLabel("Note, if you want to add one").fill("Two patients, both in the morning");
  await page.getByLabel("How many, all alike?").fill("99");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toContainText("Select how it went");
  await expect(summary).toContainText("Enter how many you did, from 1 to 50");
  await summary.getByRole("link", { name: "Select how it went" }).click();
  await expect(page.getByLabel("Achieved", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Note, if you want to add one")).toHaveValue(
    "Two patients, both in the morning",
  );
  await expectAccessible(page);
});

test("a draft is kept, finished, sent, corrected and withdrawn", async ({ page }) => {
  await signInAs(page, nuclear);
  await openForm(page, "Radioactive waste handling");
  await fillEmpty(page);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("Saved as a draft");
  await expect(page.getByText("Still missing before it can be sent: how it went")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Finish and send" }).click();
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(problemOn(page).getByRole("link")).toHaveText("Select how it went");
  await page.getByLabel("Achieved", { exact: true }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByText("Awaiting confirmation")).toBeVisible();

  await page.getByRole("link", { name: "Correct it" }).click();
  await page.getByLabel("How many, all alike?").fill("2");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByText("2, real work")).toBeVisible();

  await page.getByLabel("Add a comment").fill("The second bin was nearly full");
  await page.getByRole("button", { name: "Save comment" }).click();
  await expect(page.getByText("The second bin was nearly full")).toBeVisible();

  await page.getByRole("button", { name: "Withdraw this practice" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("Withdrawn");
});

test("patient details are caught before they are saved", async ({ page }) => {
  await signInAs(page, nuclear);
  await openForm(page, "Whole-body (bone) imaging");
  await page.getByLabel("Achieved", { exact: true }).check();
  await page.getByLabel("Note, if you want to add one").fill("NHS number 943 476 5919");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "looks like an NHS number",
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft may leave open how it went, and is not sent without", async ({ page }) => {
    await signInAs(page, "malik.iwobi-grant@larkmere.example");
    await openForm(page, "Support for fluoroscopy");
    await fillEmpty(page);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(page.getByText("Still missing before it can be sent: how it went")).toBeVisible();
    await page.getByRole("link", { name: "Finish and send" }).click();
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expect(page.getByText("Error: Select how it went")).toBeVisible();
    await page.getByRole("button", { name: "Keep as draft" }).click();
    await expect(page.getByText("Still missing before it can be sent: how it went")).toBeVisible();
  });

  test("practice is recorded, and a mistake keeps what was typed", async ({ page }) => {
    await signInAs(page, nuclear);
    await openForm(page, "Whole-body (bone) imaging");
    await page.getByLabel("Note, if you want to add one").fill("Anterior and posterior views");
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expect(page.getByLabel("Note, if you want to add one")).toHaveValue("Anterior and posterior views");
    await page.getByLabel("Achieved", { exact: true }).check();
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expect(page.getByText("Recorded. The person who watched is asked to confirm it")).toBeVisible();
    await expect(page.getByText("Anterior and posterior views")).toBeVisible();
  });
});

test("practice is recorded by keyboard alone", async ({ page }) => {
  await signInAs(page, nuclear);
  await tabTo(page, page.getByRole("link", { name: "Record practice" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Whole-body (bone) imaging" }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Whole-body (bone) imaging");
  await tabTo(page, page.getByLabel("Achieved", { exact: true }));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Confirm and save" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("Recorded");
});

test("nobody else opens one’s practice", async ({ page }) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("link", { name: "Patient identification and pre-scan enquiries" }).click();
  await page
    .getByRole("table", { name: /My supervised practice/ })
    .getByRole("link")
    .first()
    .click();
  const path = new URL(page.url()).pathname;
  await signOut(page);
  await signInAs(page, stroke);
  expect((await page.request.get(path)).status()).toBe(404);
});

async function openForm(page: Page, competency: string): Promise<void> {
  await page.getByRole("link", { name: "Record practice" }).first().click();
  const listed = page.getByRole("link", { name: competency });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What did you practise?");
  if (!(await listed.first().isVisible())) {
    await page.getByLabel("Part of its name or code").fill(competency);
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/find=/);
  }
  await listed.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(competency);
}

/** Chooses the first of whatever the form had nothing to propose for. */
async function fillEmpty(page: Page): Promise<void> {
  for (const label of ["Where was it?", "Which equipment did you use?", "Who watched?"]) {
    const field = page.getByLabel(label);
    if ((await field.count()) > 0 && (await field.inputValue()) === "")
      await field.selectOption({ index: 1 });
  }
}

function countingClicks(most: number): (target: Locator) => Promise<void> {
  let clicks = 0;
  return async (target) => {
    clicks += 1;
    expect(clicks, "clicks from home").toBeLessThanOrEqual(most);
    await target.click();
  };
}
