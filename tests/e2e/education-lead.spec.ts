import type { Page } from "@playwright/test";
import { expect, expectDone, expectSound, problemOn, test, wordsOf } from "./support/journey";
import { signInAs } from "./support/sign-in";

const lead = "Education lead";
const framework = "Podiatry";

test("a registration check that is due is recorded in two clicks, and the registration counts again", async ({
  page,
}) => {
  await signInAs(page, lead);
  await page.getByRole("main").getByRole("link", { name: "Registrations" }).click();
  const due = page.getByRole("row").filter({ hasText: "Check due" }).first();
  const name = await wordsOf(due.getByRole("rowheader"));
  await expectSound(page);
  await due.getByRole("link", { name: "Record a check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expectSound(page);
  await page.getByRole("button", { name: "Record check" }).click();
  await expectDone(page, "The check is recorded");
  await expectSound(page);
  await expect(page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Check due" })).toHaveCount(
    0,
  );
});

test("conditions bar signing until it is recorded that they do not bear on assessing", async ({ page }) => {
  await signInAs(page, lead);
  await page.getByRole("main").getByRole("link", { name: "Registrations" }).click();
  const open = page.getByRole("link", { name: "Record a check of Sioned Beddoes" });
  await open.click();
  await page.getByLabel("Registered, with conditions").check();
  await page.getByRole("button", { name: "Record check" }).click();
  await expect(problemOn(page)).toBeVisible();
  await expect(page.getByLabel("Registered, with conditions")).toBeChecked();
  await page.getByLabel("What the conditions say").fill("Must not work alone at night");
  await page.getByRole("button", { name: "Record check" }).click();
  await expectDone(page, "The check is recorded");
  const row = page.getByRole("row").filter({ hasText: "Sioned Beddoes" });
  await expect(row).toContainText("Has conditions");
  await open.click();
  await expect(page.getByText("What you record now takes the place of that")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expectSound(page);
  await page.getByRole("button", { name: "Record check" }).click();
  await expect(problemOn(page)).toContainText("Select what you found on the register");
  await page.getByRole("button", { name: "Record that they do not" }).click();
  await expect(page.getByRole("link", { name: "Enter why the conditions" })).toBeVisible();
  await page.getByLabel("Why they do not bear on assessing").fill("They are about nights alone");
  await page.getByRole("button", { name: "Record that they do not" }).click();
  await expectDone(page, "the conditions do not bear on assessing");
  await expect(row).toContainText("Has conditions that do not bear on assessing");
});

test("a framework is adopted, its first assessor approved, and a team's requirement and cover reach readiness", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, lead);
  await page.getByRole("main").getByRole("link", { name: "Frameworks" }).click();
  await expectSound(page);
  await page.getByLabel(framework, { exact: true }).check();
  await page.getByRole("button", { name: "Adopt framework" }).click();
  await expectDone(page, "Your trust has adopted the framework");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(framework);
  await expect(page.getByText("product defaults, not yet clinically reviewed")).toBeVisible();
  const first = page.locator("summary").first();
  const [, code = "", title = ""] = /^(\S+) (.*)$/.exec(await wordsOf(first)) ?? [];
  const competency = `${title} (${code})`;
  await first.click();
  await expectSound(page);

  await page.getByRole("link", { name: "Set-up" }).first().click();
  await page.getByRole("main").getByRole("link", { name: "Assessors" }).click();
  await page.getByRole("link", { name: "Approve an assessor" }).click();
  await page.getByLabel("Who is to assess?").selectOption({ label: "Emeka Llewhellin" });
  await page.getByLabel("A whole framework").selectOption({ label: framework });
  await expectSound(page);
  await page.getByRole("button", { name: "Approve assessor" }).click();
  await expectDone(page, "The assessor is approved");
  const approval = page.getByRole("row").filter({ hasText: `All of ${framework}` });
  await expect(approval).toContainText("Emeka Llewhellin");
  await expectSound(page);

  await page.getByRole("link", { name: "Set-up" }).first().click();
  await page.getByRole("main").getByRole("link", { name: "Requirements and cover" }).click();
  await expectSound(page);
  await page.getByRole("main").getByRole("link", { name: "Diagnostic radiography" }).click();
  const requirement = sectionOf(page, "Set or change a requirement");
  await requirement.getByLabel("Job role").selectOption({ label: "Assistant practitioner" });
  await requirement.getByLabel("Competency").selectOption({ label: competency });
  await requirement.getByLabel("Due within how many days of starting?").fill("90");
  await requirement.getByRole("button", { name: "Set requirement" }).click();
  await expectDone(page, "The requirement is set");
  await expectSound(page);
  const cover = sectionOf(page, "Set or change cover");
  await cover.getByLabel("Competency").selectOption({ label: competency });
  await cover.getByLabel("How many people who are current").fill("2");
  await cover.getByRole("button", { name: "Set cover" }).click();
  await expectDone(page, "The cover is set");

  await page.getByRole("link", { name: "Readiness" }).first().click();
  await page.getByRole("main").getByRole("link", { name: "Diagnostic radiography" }).click();
  await expect(page.getByRole("columnheader", { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "0 of 2 needed" })).toContainText(title);
  await expectSound(page);
});

function sectionOf(page: Page, heading: string) {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: heading }) });
}
