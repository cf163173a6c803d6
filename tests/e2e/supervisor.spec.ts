import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectSound, password, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const nurse = "Stroke nurse, supervisor";
/** What the assistant practitioner has asked to be signed off. */
const asked = "Discharge and transfer coordination";
const radiographer = "Nuclear medicine radiographer";

/** The actor's own trust: signing in leads there by way of the start page. */
async function homeOf(page: Page): Promise<string> {
  await page.waitForURL(/\/[a-z0-9]{3,9}$/);
  return new URL(page.url()).pathname;
}

/** The assistant practitioner names the nurse as having watched: the row of her queue where that waits. */
async function practiceToConfirm(page: Page, note: string): Promise<Locator> {
  await signInAs(page, "Stroke assistant practitioner");
  await page.goto(`${await homeOf(page)}/practice/new`);
  await page.getByRole("main").getByRole("link", { name: "Water swallow screen" }).first().click();
  await page.getByRole("radio", { name: "Achieved", exact: true }).check();
  await page.getByLabel("Where was it?").selectOption({ index: 1 });
  await page.getByLabel("Who watched?").selectOption({ label: "Bernadette Quill, supervises you" });
  await page.getByLabel("Note, if you want to add one").fill(note);
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page).toHaveURL(/done=recorded/);
  const practiceId = new URL(page.url()).pathname.split("/").at(-1);
  await signInAs(page, nurse);
  await page.goto(`${await homeOf(page)}/queue`);
  return waiting(page, "Confirm practice").filter({ has: page.locator(`a[href*="${practiceId}"]`) });
}

function waiting(page: Page, what: "Confirm practice" | "Decide on sign-off") {
  return page.getByRole("row").filter({ hasText: what });
}

test.describe.configure({ mode: "serial" });

test("practice is refused only with a reason, and what was typed is kept", async ({ page }) => {
  const row = await practiceToConfirm(page, "To be refused");
  await expect(row).toContainText("Tomasz Wierzba");
  await row.getByRole("link").click();
  await expectSound(page);
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await page.getByRole("link", { name: /Say why you can't confirm/ }).click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await page.getByLabel("Reason").fill("Born on 1 May 1950, I was on another ward");
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("looks like a date of birth");
  await expect(page.getByLabel("Reason")).toHaveValue(/another ward/);
  await page.getByLabel("Reason").fill("I was on another ward that day");
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "You have not confirmed the practice",
  );
});

test("practice is confirmed in two clicks from the queue", async ({ page }) => {
  const row = await practiceToConfirm(page, "To be confirmed");
  await expect(row).toContainText("Tomasz Wierzba");
  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You have confirmed the practice");
});

test("a request is approved in two clicks from home, besides the password, and its signature can be read", async ({
  page,
}) => {
  await signInAs(page, nurse);
  await waiting(page, "Decide on sign-off").filter({ hasText: asked }).getByRole("link").click();
  await expect(page.getByText("All rules are met")).toBeVisible();
  await expectSound(page);
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: "Approve and sign" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("password is not right");
  await expect(page.getByLabel("Your password")).toHaveValue("");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Approve and sign" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "You have signed this competency off",
  );
  await page.getByText("Signature details").click();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(page.getByText(/Registered nurse, NMC/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "See word for word what was shown" }).click();
  await expectSound(page);
});

test("a supervisor records practice that they watched, without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await signInAs(page, radiographer);
  await page.goto(`${await homeOf(page)}/people?name=osei`);
  await page.getByRole("link", { name: "Magda Osei-Tutu" }).click();
  await page.getByRole("link", { name: "Record practice that you watched" }).click();
  await page.getByLabel("Part of its name or code").fill("daily checks");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "Gamma camera daily checks" }).first().click();
  await page.getByLabel("How many, all alike?").fill("2");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expect(page.getByLabel("How many, all alike?")).toHaveValue("2");
  await page.getByLabel("Achieved", { exact: true }).check();
  await page.getByLabel("Where was it?").selectOption({ index: 1 });
  await page.getByLabel("Which equipment did they use?").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByText("The practice is recorded and confirmed")).toBeVisible();
  await context.close();
});
