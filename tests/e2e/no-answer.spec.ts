import type { Page } from "@playwright/test";
import { expect, expectDone, expectSound, password, problemOn, test } from "./support/journey";
import { fillPracticeAs, note, practiceCounter, save } from "./support/practice-form";

const practitioner = "geraint.anstruther@larkmere.example";

/** The form as it was sent, under words that say what to do about it. */
async function expectKept(page: Page, text: string, words: RegExp): Promise<void> {
  await expect(problemOn(page)).toContainText(words);
  await expect(page.locator(".nhsuk-error-summary")).toBeFocused();
  await expect(note(page)).toHaveValue(text);
  await expect(page.getByLabel("Achieved", { exact: true })).toBeChecked();
}

test("without a network nothing typed is lost, and sent again it is saved once", async ({
  page,
  context,
}) => {
  await fillPracticeAs(page, "magda.osei-tutu@larkmere.example", "Sent in the lift");
  const practices = practiceCounter(page);
  const before = await practices();
  // The checks of the form are fetched when it is first touched: with them or without, it has to stay.
  await context.setOffline(true);
  await save(page).click();
  await expectKept(page, "Sent in the lift", /could not reach the server.*send it again.*not saved twice/);
  await context.setOffline(false);
  await expectSound(page);
  await save(page).click();
  await expectDone(page, "Recorded");
  expect(await practices()).toBe(before + 1);
});

test("where the answer is lost after it was saved, sending it again saves nothing twice", async ({
  page,
}) => {
  await fillPracticeAs(page, "chidinma.sekyere@larkmere.example", "Sent as the signal went");
  const practices = practiceCounter(page);
  const before = await practices();
  await page.route("**/practice/new?**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await save(page).click();
  await expectKept(page, "Sent as the signal went", /could not reach the server/);
  expect(await practices(), "the server had saved it").toBe(before + 1);
  await page.unrouteAll();
  await save(page).click();
  await expectDone(page, "Recorded");
  expect(await practices()).toBe(before + 1);
});

const answers = {
  "a server that is being started again": {
    status: 502,
    contentType: "text/html",
    body: "<h1>Bad gateway</h1>",
  },
  "a fault without an answer": { status: 500, contentType: "text/plain", body: "Internal Server Error" },
  "a server that refuses the length": { status: 413, contentType: "text/plain", body: "Too long" },
};

for (const [what, answer] of Object.entries(answers)) {
  test(`${what} takes nothing away`, async ({ page }) => {
    await fillPracticeAs(page, practitioner, "Sent into nothing");
    await page.route("**/practice/new?**", (route) =>
      route.request().method() === "POST" ? route.fulfill(answer) : route.continue(),
    );
    await save(page).click();
    await expectKept(page, "Sent into nothing", /could not reach the server/);
  });
}

test("a page that is older than the server says so, and what was typed can be copied", async ({ page }) => {
  await fillPracticeAs(page, practitioner, "Sent from yesterday's page");
  await page.route("**/practice/new?**", (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.continue();
    return route.continue({ headers: { ...request.headers(), "next-action": "0".repeat(42) } });
  });
  await save(page).click();
  await expectKept(page, "Sent from yesterday's page", /page was updated while you had it open/);
});

test("what is too long to be saved stays, and says so", async ({ page }) => {
  await page.goto("/sign-in");
  const address = page.getByLabel("Email address");
  await address.fill("x".repeat(1_100_000));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(problemOn(page)).toContainText("too long to be saved");
  expect(await address.inputValue()).toHaveLength(1_100_000);
});

test("signing in without a network keeps the address and asks for the password again", async ({
  page,
  context,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(practitioner);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(problemOn(page)).toContainText("enter your password again");
  await expect(page.getByLabel("Email address")).toHaveValue(practitioner);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await context.setOffline(false);
});
