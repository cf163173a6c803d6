import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectSound, password, test } from "./support/journey";
import { matrixCell } from "./support/matrix";
import { signInAs, signOut } from "./support/sign-in";

const competency = "Gamma camera daily checks";
const assistant = "Nuclear medicine assistant practitioner";
const radiographer = "Nuclear medicine radiographer";
const manager = "Nuclear medicine manager";

/** What the manager reads in the assistant practitioner's cell of the team's readiness. */
async function readiness(page: Page) {
  await signInAs(page, manager);
  await page.getByRole("link", { name: "Nuclear medicine", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nuclear medicine");
  return matrixCell(page, "Leila Haddow", competency);
}

test("from supervised practice to a signature to the team's readiness", async ({ page }) => {
  test.setTimeout(120_000);
  await expect(await readiness(page)).toContainText("Training");
  await expectAccessible(page);
  await signOut(page);

  await signInAs(page, assistant);
  await page.getByRole("link", { name: "Record practice" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).first().click();
  await page.getByLabel("Where was it?").selectOption({ index: 1 });
  await page.getByLabel(/equipment/).selectOption({ index: 1 });
  await page.getByLabel("Who watched?").selectOption({ label: "Owen Prydderch, supervises you" });
  await page.getByRole("radio", { name: "Achieved", exact: true }).check();
  await page.getByLabel("Ask for sign-off too").check();
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.getByText("Awaiting decision")).toBeVisible();
  await signOut(page);

  await signInAs(page, radiographer);
  const waiting = page.getByRole("row").filter({ hasText: competency });
  await waiting.filter({ hasText: "Confirm practice" }).getByRole("link").click();
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You have confirmed the practice");
  await page.getByRole("link", { name: "Waiting for you" }).first().click();
  await waiting.filter({ hasText: "Decide on sign-off" }).getByRole("link").click();
  await expect(page.getByText("All rules are met")).toBeVisible();
  await expectSound(page);
  await page.getByRole("radio").first().check();
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Approve and sign" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "You have signed this competency off",
  );
  await signOut(page);

  await expect(await readiness(page)).toContainText("Signed off, not yet entitled");
  await signOut(page);

  await signInAs(page, "Authoriser of entitlements");
  await page.getByRole("link", { name: "Entitlements" }).click();
  const entry = page.getByRole("row").filter({ hasText: "Leila Haddow" }).filter({ hasText: competency });
  await entry.getByRole("link", { name: /Grant authority/ }).click();
  await page.getByLabel("Document").fill("IRMER-2026-07");
  await page.getByRole("button", { name: "Grant authority" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You have granted the authority");
  await signOut(page);

  await signInAs(page, assistant);
  await page.getByRole("link", { name: "My competencies" }).first().click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await page.getByRole("button", { name: /accept/i }).click();
  await expect(page.getByRole("main").getByRole("alert").first()).toContainText(/accepted/i);
  await signOut(page);

  await expect(await readiness(page)).toContainText("Current");
});
