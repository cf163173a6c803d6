import type { Page } from "@playwright/test";
import { expect, expectDone, expectSound, password, problemOn, test } from "./support/journey";
import { matrixCell } from "./support/matrix";
import { signInAs } from "./support/sign-in";

const manager = "heledd.adomako@larkmere.example";
const assistant = "beth.cadwallader@larkmere.example";
const signer = "arjun.nkemelu@larkmere.example";
const person = "Beth Cadwallader";
const competency = "WHO checklist participation";
const reason = "Steps were read out of turn, see the incident";

/** The person's cell in the team's matrix. */
async function cell(page: Page) {
  await signInAs(page, manager);
  await page.getByRole("main").getByRole("link", { name: "Operating theatres", exact: true }).click();
  return (await matrixCell(page, person, competency)).getByRole("link");
}

test("a competency is suspended at once, the matrix says only that it is not current, and a signer lifts it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const current = await cell(page);
  await expect(current).toContainText("Current");
  await current.click();
  await page.getByRole("link", { name: "Suspend pending review" }).click();
  await expectSound(page);
  await page.getByLabel("Incident reference (optional)").fill("INC-2214");
  await page.getByRole("button", { name: "Suspend pending review" }).click();
  await expect(problemOn(page)).toBeVisible();
  await expect(page.getByLabel("Incident reference (optional)")).toHaveValue("INC-2214");
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Suspend pending review" }).click();
  await expectDone(page, "The competency is suspended pending review");
  await expectSound(page);

  const suspended = await cell(page);
  await expect(suspended).toContainText("Not current");
  const row = page.getByRole("row").filter({ hasText: person }).first();
  await expect(row).not.toContainText(/suspend|review|incident/i);
  await expect(page.getByText(reason)).toHaveCount(0);

  await signInAs(page, assistant);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expect(page.getByText("Suspended pending review").first()).toBeVisible();
  await expect(page.getByText(reason).first()).toBeVisible();
  await expect(page.getByText("INC-2214").first()).toBeVisible();
  await expectSound(page);

  await signInAs(page, signer);
  await page.getByRole("link", { name: "Find a person" }).click();
  await page.getByRole("link", { name: person }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await page.getByRole("link", { name: "Reinstate after reassessment" }).click();
  await expectSound(page);
  await page
    .getByLabel("How you reassessed them, and what you saw")
    .fill("Watched three lists, all in order");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Reinstate" }).click();
  await expectDone(page, "The competency is reinstated");

  await expect(await cell(page)).toContainText("Current");
});
