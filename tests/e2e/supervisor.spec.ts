import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, password, signInAs, test } from "./support/journey";

const nurse = "Stroke nurse, supervisor";
const radiographer = "Nuclear medicine radiographer";

function homeOf(page: Page): string {
  return `/${new URL(page.url()).pathname.split("/")[1]}`;
}

function waiting(page: Page, asked: "Confirm practice" | "Decide on sign-off") {
  return page.getByRole("row").filter({ hasText: asked });
}

test.describe.configure({ mode: "serial" });

test("practice is refused only with a reason, and what was typed is kept", async ({ page }) => {
  await signInAs(page, nurse);
  await page.goto(`${homeOf(page)}/queue`);
  await waiting(page, "Confirm practice").first().getByRole("link").click();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await page.getByRole("link", { name: /Say why you can't confirm/ }).click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await page.getByLabel("Reason").fill("Born on 1 May 1950, I was on another ward");
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await expect(page.getByLabel("Reason")).toHaveValue(/another ward/);
  await page.getByLabel("Reason").fill("I was on another ward that day");
  await page.getByRole("button", { name: "Do not confirm" }).click();
  await expect(page.getByRole("alert")).toContainText("You have not confirmed the practice");
});

test("practice is confirmed in two clicks from the queue", async ({ page }) => {
  await signInAs(page, nurse);
  await page.goto(`${homeOf(page)}/queue`);
  await waiting(page, "Confirm practice").first().getByRole("link").click();
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("You have confirmed the practice");
});

test("a request is approved in two clicks from home, besides the password, and its signature can be read", async ({
  page,
}) => {
  await signInAs(page, nurse);
  await waiting(page, "Decide on sign-off").filter({ hasText: "Tomasz Wierzba" }).getByRole("link").click();
  await expect(page.getByText("All rules are met")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: "Approve and sign" }).click();
  await expect(page.getByRole("alert")).toContainText("password is not right");
  await expect(page.getByLabel("Your password")).toHaveValue("");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Approve and sign" }).click();
  await expect(page.getByRole("alert")).toContainText("You have signed this competency off");
  await page.getByText("Signature details").click();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(page.getByText(/Registered nurse, NMC/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "See word for word what was shown" }).click();
  await expectAccessible(page);
  await expectFits(page);
});

test("a supervisor records practice that they watched, without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await signInAs(page, radiographer);
  await page.goto(`${homeOf(page)}/people?name=haddow`);
  await page.getByRole("link", { name: "Leila Haddow" }).click();
  await page.getByRole("link", { name: "Record practice that you watched" }).click();
  await page.getByRole("link", { name: "Gamma camera daily checks" }).click();
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

test("the authoriser grants an entitlement to somebody signed off", async ({ page }) => {
  await signInAs(page, "Authoriser of entitlements");
  await page.goto(`${homeOf(page)}/authorities`);
  await expectAccessible(page);
  await expectFits(page);
  const before = await page.getByRole("link", { name: /^Grant authority/ }).count();
  await page
    .getByRole("link", { name: /^Grant authority/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Grant authority" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There is a problem");
  await page.getByLabel("Document").fill("ENT-2026-014");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Grant authority" }).click();
  await expect(page.getByRole("alert")).toContainText("You have granted the authority");
  expect(await page.getByRole("link", { name: /^Grant authority/ }).count()).toBeLessThanOrEqual(before);
});
