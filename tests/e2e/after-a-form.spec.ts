import { expect, expectAccessible, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const nuclear = "Nuclear medicine assistant practitioner";

test("after a form focus begins at the content of the new page, which has its own title", async ({
  page,
}) => {
  await signInAs(page, nuclear);
  await page.getByRole("link", { name: "Whole-body (bone) imaging" }).click();
  await page.getByRole("link", { name: "Ask for sign-off" }).click();
  await expect(page).toHaveTitle(/ – ask for sign-off – Countersign$/);
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("You have asked for sign-off");
  await expect(page).toHaveTitle(/ – my request for sign-off – Countersign$/);
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("button", { name: "Withdraw my request" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("Your request is withdrawn");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a page that follows mistakes no longer says so in its title", async ({ page }) => {
  await signInAs(page, "Education lead");
  await page.getByRole("link", { name: "Set-up" }).click();
  await page.getByRole("link", { name: "Assessors" }).click();
  await page.getByRole("link", { name: "Approve an assessor" }).click();
  const person = page.getByLabel("Who is to assess?");
  await expect(person.locator("optgroup").last()).toHaveAttribute("label", "Can’t sign today");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Approve assessor" }).click();
  await expect(page).toHaveTitle(/^Error: Approve an assessor/);
  await person.selectOption({ label: "Seren Mainwaring (lapsed)" });
  await page.getByLabel("A whole framework").selectOption({ label: "Operating theatre" });
  await page.getByRole("button", { name: "Approve assessor" }).click();
  await expect(page.getByRole("alert", { name: "Success" })).toContainText("The assessor is approved");
  await expect(page).toHaveTitle(/^Assessors/);
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("link", { name: "Page 2" }).click();
  await expect(page.getByRole("row", { name: /Seren Mainwaring.*Lapsed/ }).first()).toBeVisible();
});

test("sections that somebody has no business in are not there for them", async ({ page }) => {
  await signInAs(page, nuclear);
  const home = new URL(page.url()).pathname;
  for (const section of ["teams", "queue", "people", "authorities", "admin"]) {
    expect((await page.request.get(`${home}/${section}`)).status(), section).toBe(404);
  }
  expect((await page.request.get(`${home}/competencies`)).status()).toBe(200);
});
