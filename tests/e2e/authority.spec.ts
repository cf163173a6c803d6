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
  await page.getByLabel("Name").fill(person.split(" ").at(-1) ?? "");
  await page.getByRole("button", { name: "Search" }).click();
  await expectSound(page);
  await granted.getByRole("link", { name: /^End the authority/ }).click();
  await expectSound(page);
  await expect(page.getByLabel("Day", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "End authority" }).click();
  await expect(problemOn(page)).toContainText("Enter the last day on which it holds");
  await expect(problemOn(page)).toContainText("Enter why it ends");
  const yesterday = new Date(Date.now() - 86_400_000);
  await page.getByLabel("Day", { exact: true }).fill(String(yesterday.getDate()));
  await page.getByLabel("Month").fill(String(yesterday.getMonth() + 1));
  await page.getByLabel("Year").fill(String(yesterday.getFullYear()));
  await page.getByLabel("Why it ends").fill("The camera has been replaced");
  await expectSound(page);
  await page.getByRole("button", { name: "End authority" }).click();
  await expectDone(page, `The authority of ${person} for “${competency}”`);
  await expect(page.getByRole("row").filter({ hasText: "ENT-2026-014" })).toHaveCount(0);

  await signInAs(page, emailOf(person));
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expect(page.getByText("Signed off, not yet entitled").first()).toBeVisible();
  await expect(page.getByText("The camera has been replaced").first()).toBeVisible();
});
