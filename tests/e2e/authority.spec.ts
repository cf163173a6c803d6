import { expect, expectDone, expectSound, problemOn, test, wordsOf } from "./support/journey";
import { press } from "./support/keyboard";
import { matrixCell } from "./support/matrix";
import { emailOf, signInAs } from "./support/sign-in";

const authoriser = "Authoriser of entitlements";

/** By keyboard, and without JavaScript: the main job has both. */
test.use({ javaScriptEnabled: false });

test("an entitlement is granted by the authoriser and counts once the person alone has accepted it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, authoriser);
  await page.getByRole("link", { name: "Entitlements" }).click();
  await expectSound(page);
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /^Grant authority/ }) })
    .filter({ hasNotText: "Leila Haddow" })
    .first();
  const person = await wordsOf(row.getByRole("rowheader"));
  const competency = await wordsOf(row.getByRole("cell").first());
  await row.getByRole("link", { name: /^Grant authority/ }).click();
  await page.getByRole("button", { name: "Grant authority" }).click();
  await expect(problemOn(page)).toBeVisible();
  await page.getByLabel("Document").fill("ENT-2026-014");
  await expectSound(page);
  await page.getByRole("button", { name: "Grant authority" }).click();
  await expectDone(page, "You have granted the authority");
  await page.getByRole("link", { name: person }).first().click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expect(page.getByText("Signed off, not yet entitled").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Accept the responsibility" })).toHaveCount(0);
  await expectSound(page);

  await signInAs(page, emailOf(person));
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expect(page.getByText("I take responsibility for")).toBeVisible();
  await expectSound(page);
  await press(page, "Accept the responsibility");
  await expectDone(page, "You have accepted the responsibility");
  await expect(page.getByText("Signed off, not yet entitled")).toHaveCount(0);
  await expectSound(page);

  await signInAs(page, "Nuclear medicine manager");
  await page.getByRole("main").getByRole("link", { name: "Nuclear medicine", exact: true }).click();
  const cell = await matrixCell(page, person, competency);
  await expect(cell).toContainText(/Current|Due/);

  await signInAs(page, authoriser);
  await page.getByRole("link", { name: "Entitlements" }).click();
  await page.getByRole("link", { name: "See and end what has been granted" }).click();
  await expectSound(page);
  const granted = page.getByRole("row").filter({ hasText: person }).filter({ hasText: "ENT-2026-014" });
  await granted.getByRole("link", { name: /^End the authority/ }).click();
  await expectSound(page);
  await page.getByLabel("Day").fill("31");
  await page.getByLabel("Month").fill("2");
  await page.getByRole("button", { name: "End authority" }).click();
  await expect(problemOn(page)).toContainText("Enter a real day");
  const today = new Date();
  await page.getByLabel("Day").fill(String(today.getDate()));
  await page.getByLabel("Month").fill(String(today.getMonth() + 1));
  await page.getByRole("button", { name: "End authority" }).click();
  await expectDone(page, "The authority ends");
  await expect(page.getByRole("row").filter({ hasText: "ENT-2026-014" })).toHaveCount(0);

  await signInAs(page, emailOf(person));
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expect(page.getByText("Signed off, not yet entitled").first()).toBeVisible();
});
