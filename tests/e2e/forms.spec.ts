import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "./support/journey";
import { emailOf, signInAs } from "./support/sign-in";

const nurse = "Stroke nurse, supervisor";
const assistant = "Stroke assistant practitioner";
const competency = "Water swallow screen";

/** What the schema finds and what a rule finds, as the fields stand on the page. */
const wrongInThree = [
  "Select how it went",
  "The day must be today or in the past",
  "This looks like an NHS number",
];

const errors = (page: Page) => page.locator(".nhsuk-error-summary__list li");

async function openPracticeForm(page: Page): Promise<void> {
  await signInAs(page, assistant);
  await page.goto(`${new URL(page.url()).pathname}/practice/new`);
  await page.getByRole("main").getByRole("link", { name: competency }).first().click();
  await expect(page.getByRole("button", { name: "Confirm and save" })).toBeVisible();
}

async function withoutScript(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
}

/** Practice of the assistant's that waits for the nurse: its page in her queue. */
async function practiceForNurse(page: Page): Promise<string> {
  await openPracticeForm(page);
  await page.getByRole("radio", { name: "Achieved", exact: true }).check();
  await page.getByLabel("Where was it?").selectOption({ index: 1 });
  await page.getByLabel("Who watched?").selectOption({ label: "Bernadette Quill, supervises you" });
  await page.getByLabel("Note, if you want to add one").fill("For the nurse");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await page.waitForURL(/done=recorded/);
  const { pathname } = new URL(page.url());
  return pathname.replace("/practice/", "/queue/practice/");
}

test("a field is checked when it is left, all of them when the form is sent, and a right form is sent once", async ({
  page,
}) => {
  await openPracticeForm(page);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  const many = page.getByLabel("How many, all alike?");
  const note = page.getByLabel("Note, if you want to add one");
  const tooMany = "Enter how many you did, from 1 to 50";
  // The checks come with the first touch: a browser reports a change only of what differs when the field is left.
  await expect(async () => {
    await many.fill("1");
    await note.focus();
    await many.fill("0");
    await note.focus();
    await expect(page.getByText(tooMany)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(errors(page)).toHaveCount(0);
  await many.fill("2");
  await note.fill("About 943_476_5919");
  await page.getByLabel("Where was it?").selectOption({ index: 1 });
  await page.getByLabel("Who watched?").selectOption({ index: 1 });
  await page.getByLabel("Year").fill("2031");
  await page.getByRole("button", { name: "Confirm and save" }).click();
  await expect(page.locator(".nhsuk-error-summary")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(errors(page)).toContainText(wrongInThree);
  await expectAccessible(page);
  await expectFits(page);
  expect(sent).toBe(1);
  await page.getByRole("link", { name: "Select how it went" }).click();
  await expect(page.getByRole("radio", { name: "Achieved", exact: true })).toBeFocused();
  await page.keyboard.press("Space");
  await note.fill("Nobody in particular");
  await page.getByRole("button", { name: "Confirm and save" }).dblclick();
  await expect(errors(page)).toHaveText(["The day must be today or in the past"]);
  await expect(note).toHaveValue("Nobody in particular");
  expect(sent).toBe(2);
  await page.getByLabel("Year").fill("2026");
  await page.getByLabel("Day").fill("1");
  await page.getByLabel("Month").fill("1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=recorded/);
  expect(sent).toBe(3);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`everything wrong with practice is said at once, as it stands on the page, ${how}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, baseURL })).newPage();
    await openPracticeForm(page);
    await page.getByLabel("Where was it?").selectOption({ index: 1 });
    await page.getByLabel("Who watched?").selectOption({ index: 1 });
    await page.getByLabel("Year").fill("2031");
    await page.getByLabel("Note, if you want to add one").fill("About 943 476 5919");
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expect(errors(page)).toContainText(wrongInThree);
    await expect(page.getByLabel("Year")).toHaveValue("2031");
    await page.context().close();
  });

  test(`everything wrong with a decision is said at once, ${how}`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, baseURL })).newPage();
    await signInAs(page, emailOf("Petra Bronowski"));
    await page.goto("/demo1/queue");
    await page.getByRole("row").filter({ hasText: "Nia Lockwood" }).getByRole("link").click();
    await expect(page.getByRole("button", { name: /and sign$/ })).toBeVisible();
    const other = page.getByRole("link", { name: "Decline: give the reason" });
    if (await other.isVisible()) await other.click();
    await page.getByRole("button", { name: "Decline and sign" }).click();
    await expect(errors(page)).toHaveText(["Enter the reason for declining", "Enter your password"]);
    await page.context().close();
  });
}

test("without JavaScript a refusal is shown though the page has no such form any more", async ({
  browser,
  baseURL,
  page,
}) => {
  const path = await practiceForNurse(page);
  const slow = await withoutScript(browser, baseURL);
  await signInAs(slow, nurse);
  await slow.goto(path);
  await page.context().clearCookies();
  await signInAs(page, nurse);
  await page.goto(path);
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await page.waitForURL(/done=confirm/);
  await slow.getByLabel("Reason").fill("I was on another ward");
  await slow.getByRole("button", { name: "Do not confirm" }).click();
  await expect(errors(slow)).toContainText(["can't be refused any more: it is now confirmed"]);
  await expect(slow.getByRole("button", { name: "Do not confirm" })).toHaveCount(0);
  await expectFits(slow);
  await slow.context().close();
});

test("without JavaScript a page that is not there says so", async ({ browser, baseURL }) => {
  const page = await withoutScript(browser, baseURL);
  await signInAs(page, assistant);
  const home = new URL(page.url()).pathname;
  const nobody = "019a0000-0000-7000-8000-000000000001";
  for (const path of [
    `${home}/practice/${nobody}`,
    `${home}/people/${nobody}`,
    "/ZZZ99",
    `${home}/no/such/page`,
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("Page not found");
    await expect(page.getByRole("contentinfo"), path).toBeVisible();
  }
  await page.context().close();
});

test("what no form of ours sends is refused in plain words", async ({ request, baseURL }) => {
  const origin = baseURL ?? "";
  const long = await request
    .post("/sign-in", { headers: { origin }, data: "x".repeat(10_000_000) })
    .catch(() => null);
  if (long) expect(long.status()).toBe(413);
  const cases: [Record<string, string>, number][] = [
    [{ "next-action": "garbage" }, 400],
    [{ "content-type": "multipart/form-data; boundary=x" }, 400],
    [{ "content-type": "multipart/form-data" }, 400],
  ];
  for (const [headers, status] of cases) {
    const response = await request.post("/sign-in", { headers: { origin, ...headers }, data: "garbage" });
    expect(response.status(), JSON.stringify(headers)).toBe(status);
    expect(await response.text()).toContain("nothing was saved");
  }
});
