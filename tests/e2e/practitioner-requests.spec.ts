import { expect, expectAccessible, expectSound, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const nuclear = "Nuclear medicine assistant practitioner";
const stroke = "Stroke assistant practitioner";

test("a returned request comes first on home, says what is missing, and is answered", async ({ page }) => {
  await signInAs(page, stroke);
  const came = page.getByRole("region", { name: "Important" }).filter({ hasText: "Record a 12-lead ECG" });
  await expect(came).toContainText("What is missing:");
  await expectSound(page);

  await came.getByRole("link", { name: /Answer the return/ }).click();
  await expect(page.getByRole("heading", { name: /What is missing/ })).toBeVisible();
  await expect(page.getByLabel("Supervisor to ask")).not.toHaveValue("");
  await expectSound(page);
  await page.getByLabel("What you have done since, if you want to say").fill("Two more, on the ward");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("You have asked again");
  await expect(page.getByRole("heading", { name: "Sign-off asked for, round 2" })).toBeVisible();
  await expect(page.getByText("Two more, on the ward")).toBeVisible();
});

test("a request is asked for with what the supervisor will see, and withdrawn", async ({ page }) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("link", { name: "Radioactive waste handling" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Radioactive waste handling");
  await expectSound(page);
  await page.getByRole("link", { name: "Ask for sign-off" }).click();
  await expect(page.getByRole("heading", { name: "What your supervisor will see" })).toBeVisible();
  await expect(page.getByText("Not everything is there and confirmed yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("You have asked for sign-off");
  await page.getByRole("button", { name: "Withdraw my request" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("Your request is withdrawn");
  await expect(page.getByRole("heading", { name: "Request withdrawn" })).toBeVisible();
});

test("competencies are filtered by what needs doing, with the status in words", async ({ page }) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My competencies");
  const filters = page.getByRole("navigation", { name: "What needs doing" });
  await filters.getByRole("link", { name: /Signed off/ }).click();
  await expect(
    page.getByRole("link", { name: "Patient identification and pre-scan enquiries" }),
  ).toBeVisible();
  await expect(page.getByText("Not started")).toHaveCount(0);
  await filters.getByRole("link", { name: /To do/ }).click();
  await expect(page.getByRole("link", { name: "Contamination monitoring and spill response" })).toBeVisible();
  await expectSound(page);
});

test("a competency says which kind of practice is missing, the next step, and who holds it", async ({
  page,
}) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("link", { name: "Standard image display" }).click();
  await expect(page.getByText("Signed off, not yet entitled").first()).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Whole-body (bone) imaging" }).click();
  await expect(page.getByRole("heading", { name: "Practice still missing" })).toBeVisible();
  await expect(page.getByText("Next step")).toBeVisible();
  await expect(page.getByText("Who holds it")).toBeVisible();
  await expect(page.getByText("product defaults, for clinical review")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Everything that happened" })).toBeVisible();
});

test("the owner sees who looked at their record", async ({ page }) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "Who looked at my record" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who looked at my record");
  await expectSound(page);
});
