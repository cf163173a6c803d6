import type { Page } from "@playwright/test";
import { expect, expectFits, test } from "./support/journey";
import { fillPracticeAs, note, save } from "./support/practice-form";

const person = "geraint.anstruther@larkmere.example";
const unknown = "7".repeat(42);

/** Sends the form of practice with its hidden fields changed on the way, as no page of ours would. */
async function sendChanged(page: Page, change: (body: string) => string) {
  await fillPracticeAs(page, person, "Typed before the update");
  await page.route("**/practice/new?**", (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.continue();
    return route.continue({ postData: change(request.postData() ?? "") });
  });
  const answer = page.waitForResponse((response) => response.status() !== 303 && isDocument(response.url()));
  await save(page).click();
  const status = (await answer).status();
  await expect(page.getByRole("contentinfo")).toBeVisible();
  return status;
}

function isDocument(url: string): boolean {
  return /not-sent|practice\/new/.test(url);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  const heading = (page: Page) => page.getByRole("heading", { level: 1 });

  test("a form that is older than the server leads to a page that says what to do, and back to what was typed", async ({
    page,
  }) => {
    const status = await sendChanged(page, (body) => body.replace(/"id":"[0-9a-f]+"/, `"id":"${unknown}"`));
    expect(status).toBe(409);
    await expect(heading(page)).toHaveText("This page was updated while you had it open");
    await expect(page.getByText("Go back and copy what you typed")).toBeVisible();
    await expectFits(page);
    await page.goBack();
    await expect(note(page)).toHaveValue("Typed before the update");
  });

  test("a form that is too long leads to a page that says so", async ({ page }) => {
    const longer = (body: string) => body.replace("Typed before the update", "x".repeat(1_500_000));
    expect(await sendChanged(page, longer)).toBe(413);
    await expect(heading(page)).toHaveText("This is too long to be saved");
  });

  for (const [what, change] of [
    ["of nothing", (body: string) => body.replace(/"id":"[0-9a-f]+"/, '"id":5')],
    ["bound to nothing", (body: string) => body.replace('"bound":"$@1"', '"bound":"$@9"')],
    ["bound to a broken text", (body: string) => body.replace(/\["[A-Z0-9]+",\{/, "[,{")],
    ["bound to something of React's", (body: string) => body.replace(/\["[A-Z0-9]+",/, '["$Q9",')],
  ] as const) {
    test(`a form ${what} is said to be unreadable`, async ({ page }) => {
      expect(await sendChanged(page, change)).toBe(400);
      await expect(heading(page)).toHaveText("We could not read this form");
    });
  }

  for (const trust of ["ZZZ99", "DEMO2", "../demo1", "\\u0000"]) {
    test(`a form that is said to be of the trust ${trust} finds no page`, async ({ page }) => {
      const changed = (body: string) => body.replace(/\["[A-Z0-9]+",\{/, `["${trust}",{`);
      expect(await sendChanged(page, changed)).toBe(404);
      await expect(heading(page)).toHaveText("Page not found");
    });
  }

  test("a form that is said to be of no trust at all finds no page", async ({ page }) => {
    const changed = (body: string) => body.replace(/\["[A-Z0-9]+",\{/, "[5,{");
    expect(await sendChanged(page, changed)).toBe(404);
    await expect(heading(page)).toHaveText("Page not found");
  });
});

test("to a script, nothing that it sends is our fault", async ({ page, baseURL }) => {
  await fillPracticeAs(page, person, "Never sent");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const send = (action: string, body: string) =>
    fetch(page.url(), {
      method: "POST",
      headers: { cookie, origin: baseURL ?? "", "next-action": action, "content-type": "text/plain" },
      body,
    });
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.route("**/practice/new?**", (route) => route.abort());
  await save(page).click();
  const known = (await posted).headers()["next-action"] ?? "";
  const cases: [string, string, number][] = [
    [unknown, "[]", 409],
    [known, "garbage", 400],
    [known, "5", 400],
    [known, '["$Q1"]', 400],
    [known, "[]", 404],
    [known, '["demo1",{}]', 404],
    [known, '[{"a":1},{},{}]', 404],
  ];
  for (const [action, body, status] of cases) expect((await send(action, body)).status, body).toBe(status);
});
