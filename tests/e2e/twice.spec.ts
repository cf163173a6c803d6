import type { Page } from "@playwright/test";
import { expect, expectDone, expectSound, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const competency = "Whole-body (bone) imaging";

test("a double click saves once", async ({ page }) => {
  await fillForm(page, "samir.gbadamosi@larkmere.example", "Double click");
  const before = await practicesOf(page);
  await page.getByRole("button", { name: "Confirm and save" }).dblclick();
  await expectDone(page, "Recorded");
  expect(await practicesOf(page)).toBe(before + 1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same form sent again saves nothing twice, and something else under its key is not lost", async ({
    page,
  }) => {
    await fillForm(page, "geraint.anstruther@larkmere.example", "Sent twice");
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expectDone(page, "Recorded");
    const saved = new URL(page.url()).pathname;
    const count = await practicesOf(page);

    const sent = await posted;
    const headers = await sent.allHeaders();
    const again = (data: string) => page.request.post(sent.url(), { headers, data, maxRedirects: 0 });
    const body = sent.postData() ?? "";
    expect((await again(body)).headers().location).toContain(saved);
    const answer = await (await again(body.replace("Sent twice", "Sent again"))).text();
    expect(answer).toContain("You already saved this");
    expect(answer).toContain(`href="${saved}"`);
    expect(answer).toContain("Sent again");
    expect(await practicesOf(page)).toBe(count);
  });
});

test("the same form open in two tabs: the second is told", async ({ page, context }) => {
  await signInAs(page, "kehinde.abernethy@larkmere.example");
  await page.goto("/demo1/competencies?show=to-do");
  await page
    .getByRole("main")
    .getByRole("link")
    .filter({ hasText: /imaging|checks|waste|display|spill/i })
    .first()
    .click();
  await page.getByRole("link", { name: "Ask for sign-off" }).click();
  await expect(page.getByRole("button", { name: "Ask for sign-off" })).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByLabel("Note to your supervisor, if you want to add one").fill("From the second tab");
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expectDone(page, "You have asked for sign-off");
  await second.getByRole("button", { name: "Ask for sign-off" }).click();
  await expect(second.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expectSound(second);
  await page.getByRole("button", { name: "Withdraw my request" }).click();
  await expectDone(page, "Your request is withdrawn");
});

async function fillForm(page: Page, who: string, note: string): Promise<void> {
  await signInAs(page, who);
  await page.getByRole("link", { name: "Record practice" }).first().click();
  const listed = page.getByRole("main").locator("a", { hasText: competency });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What did you practise?");
  await page.goto((await listed.first().getAttribute("href")) ?? "");
  await page.getByLabel("Achieved", { exact: true }).check();
  for (const label of ["Where was it?", "Which equipment did you use?", "Who watched?"]) {
    const field = page.getByLabel(label);
    if ((await field.count()) > 0) await field.selectOption({ index: 1 });
  }
  await page.getByLabel("Note, if you want to add one").fill(note);
}

/** How many practices of the competency the person's own page lists. */
async function practicesOf(page: Page): Promise<number> {
  const id = new URL(page.url()).searchParams.get("competency") ?? competencyId;
  competencyId = id;
  const html = await (await page.request.get(`/demo1/competencies/${id}`)).text();
  return new Set(html.match(/\/practice\/[0-9a-f-]{36}/g)).size;
}

let competencyId = "";
