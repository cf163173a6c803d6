import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, password, test } from "./support/journey";
import { signInAs, signOut } from "./support/sign-in";

const assistant = "Nuclear medicine assistant practitioner";
const radiographer = "Nuclear medicine radiographer";
const manager = "Nuclear medicine manager";
const lead = "Education lead";
const title = "Contamination monitoring and spill response";

/** Every form here has to work without JavaScript. */
test.use({ javaScriptEnabled: false });
test.describe.configure({ mode: "serial" });

let record = "";

async function as(page: Page, role: string): Promise<void> {
  await signOut(page);
  await signInAs(page, role);
}

async function openRecord(page: Page): Promise<void> {
  await page.goto("/demo1/people?name=Leila");
  await page.getByRole("link", { name: "Leila Haddow" }).click();
  await page.getByRole("link", { name: title }).click();
  record = new URL(page.url()).pathname;
}

async function ownPage(page: Page): Promise<void> {
  await as(page, assistant);
  await page.goto(`/demo1/competencies/${record.split("/").at(-1)}`);
}

test("the manager restricts, with at least one limit, and then suspends", async ({ page }) => {
  await as(page, manager);
  await openRecord(page);
  await page.getByRole("link", { name: "Restrict to named limits" }).click();
  await page.getByLabel("Reason", { exact: true }).fill("Two near misses at night");
  await page.getByRole("button", { name: "Restrict to these limits" }).click();
  await expect(page.getByRole("link", { name: /Name at least one limit/ })).toBeVisible();
  await expect(page.getByLabel("Reason", { exact: true })).toHaveValue("Two near misses at night");
  await page.getByLabel("Other limits (optional)").fill("Not on nights");
  await page.getByRole("button", { name: "Restrict to these limits" }).click();
  await expect(page).toHaveURL(/done=restricted/);
  await page.getByRole("link", { name: "Suspend pending review" }).click();
  await page.getByLabel("Reason", { exact: true }).fill("Paused while we look into it");
  await page.getByLabel("Incident reference (optional)").fill("INC-78");
  await page.getByRole("button", { name: "Suspend pending review" }).click();
  await expect(page).toHaveURL(/done=suspended/);
});

test("the person reads who talks to them, what it does not mean and where support is", async ({ page }) => {
  await ownPage(page);
  await expect(
    page.getByText(/Ruth Adeyinka suspended this on .* and will talk to you about it/),
  ).toBeVisible();
  await expect(page.getByText(/It is a neutral act pending review/)).toBeVisible();
  await expect(page.getByText(/For support, talk to/)).toBeVisible();
  await expect(page.getByText("Incident reference: INC-78").first()).toBeVisible();
});

test("the education lead sees neither the reason nor the reference", async ({ page }) => {
  await as(page, lead);
  await page.goto(record);
  await expect(page.getByText("The reason is for the person, their manager")).toBeVisible();
  await expect(page.getByText("INC-78")).toHaveCount(0);
});

test("an eligible supervisor reassesses and signs, the suspension and then the limit; a wrong password signs nothing", async ({
  page,
}) => {
  await as(page, radiographer);
  await page.goto(record);
  await page.getByRole("link", { name: "Reinstate after reassessment" }).click();
  await page.getByLabel("How you reassessed them").fill("I watched two from start to end");
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Reinstate and sign" }).click();
  await expect(page.getByRole("link", { name: /The password is not right/ })).toBeVisible();
  await expect(page.getByLabel("How you reassessed them")).toHaveValue("I watched two from start to end");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Reinstate and sign" }).click();
  await expect(page).toHaveURL(/done=reinstated/);
  await page.getByRole("link", { name: "Reinstate after reassessment" }).click();
  await page.getByLabel("How you reassessed them").fill("The limit is no longer needed");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Reinstate and sign" }).click();
  await expect(page).toHaveURL(/done=reinstated/);
  await page
    .getByRole("link", { name: /See the signature/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Reinstated after reassessment" })).toBeVisible();
});

test("the lead marks the sign-off as signed in error, and it never reads as taken away", async ({ page }) => {
  await as(page, lead);
  await page.goto(record);
  await page.getByRole("link", { name: "Mark the sign-off as signed in error" }).click();
  await page.getByLabel("What went wrong").fill("Meant for a colleague of the same name");
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Mark as signed in error" }).click();
  await expect(page.getByRole("link", { name: /The password is not right/ })).toBeVisible();
  await expect(page.getByLabel("What went wrong")).toHaveValue("Meant for a colleague of the same name");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Mark as signed in error" }).click();
  await expect(page).toHaveURL(/done=voided/);
  await expect(page.getByRole("heading", { name: "Signed in error, voided" })).toBeVisible();
  await expect(page.getByText(/It counts as never signed/)).toBeVisible();
  await ownPage(page);
  await expect(page.getByText("Signed in error, voided").first()).toBeVisible();
});

test("the person saves a request for later, which their supervisor never sees, and withdraws it", async ({
  page,
}) => {
  await ownPage(page);
  await page.getByRole("link", { name: "Ask for sign-off" }).click();
  await page.getByLabel(/Note to your supervisor/).fill("When you are back from leave");
  await page.getByRole("button", { name: "Save and ask later" }).click();
  await expect(page).toHaveURL(/done=drafted/);
  await ownPage(page);
  await expect(page.getByText("You have not sent this yet")).toBeVisible();
  await as(page, radiographer);
  await page.goto(record);
  await expect(page.getByText("When you are back from leave")).toHaveCount(0);
  await ownPage(page);
  await page.getByRole("link", { name: "Send it, change it or withdraw it" }).click();
  await expect(page.getByLabel(/Note to your supervisor/)).toHaveValue("When you are back from leave");
  await page.getByRole("button", { name: "Withdraw my request" }).click();
  await expect(page).toHaveURL(/done=withdrawn/);
});

test("the lead approves an exception, sees it in the list and ends it", async ({ page }) => {
  await as(page, lead);
  await page.goto("/demo1/admin/exceptions");
  await page
    .getByRole("button", { name: "Approve an exception" })
    .or(page.getByRole("link", { name: "Approve an exception" }))
    .click();
  await page.getByLabel("For whom?").selectOption({ label: "Leila Haddow" });
  await page.getByLabel("For which competency?").selectOption({ label: `NUC-MON ${title}` });
  await page.getByLabel("Why can nobody else watch?").fill("Only one radiographer works with the camera");
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill("3");
  await page.getByLabel("Year", { exact: true }).fill("2099");
  await page.getByRole("button", { name: "Approve exception" }).click();
  await expect(page).toHaveURL(/done=exception-approved/);
  await page.getByRole("link", { name: "End Leila Haddow" }).click();
  await page.getByRole("button", { name: "End exception" }).click();
  await expect(page).toHaveURL(/done=exception-ended/);
  await expect(page.getByText("Leila Haddow")).toHaveCount(0);
});

test.describe("looked at", () => {
  test.use({ javaScriptEnabled: true });

  test("each of these pages is accessible and fits a phone", async ({ page }) => {
    test.setTimeout(120_000);
    await as(page, manager);
    for (const path of ["restriction", "suspension"]) {
      await page.goto(`${record}/${path}`);
      await expectAccessible(page);
      await expectFits(page);
    }
    await as(page, radiographer);
    await page.goto(`${record}/reinstatement`);
    await expectAccessible(page);
    await as(page, lead);
    for (const path of ["/demo1/admin/exceptions", "/demo1/admin/exceptions/new"]) {
      await page.goto(path);
      await expectAccessible(page);
      await expectFits(page);
    }
  });
});
