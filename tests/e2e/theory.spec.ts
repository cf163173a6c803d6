import { expect, expectDone, expectSound, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const assistant = "kamal.gwatkin@larkmere.example";
const supervisor = "gurpreet.cleverdon@larkmere.example";
const competency = "Recovery support";

test("a supervisor records theory done, and the assistant practitioner sees what is left", async ({
  page,
}) => {
  await signInAs(page, assistant);
  await page.getByRole("link", { name: "All my competencies" }).click();
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expectSound(page);
  const path = new URL(page.url()).pathname;
  const left = page.getByRole("main").getByText("Not done yet");
  const before = await left.count();
  expect(before).toBeGreaterThan(1);

  await signInAs(page, supervisor);
  await page.getByRole("link", { name: "Find a person" }).click();
  await page.getByRole("link", { name: "Kamal Gwatkin" }).click();
  await expectSound(page);
  await page.getByRole("main").getByRole("link", { name: competency }).click();
  await expectSound(page);
  await page.getByRole("link", { name: "Record theory" }).click();
  await expectSound(page);
  await page
    .getByRole("group", { name: /What has .* completed/ })
    .getByRole("radio")
    .first()
    .check();
  await page.getByRole("button", { name: "Save" }).click();
  await expectDone(page, "The theory is recorded");
  await expectSound(page);

  await signInAs(page, assistant);
  await page.goto(path);
  await expect(left).toHaveCount(before - 1);
  await expect(page.getByText(/^Done on /).first()).toBeVisible();
});
