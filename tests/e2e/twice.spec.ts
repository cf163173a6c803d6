import { expect, expectDone, expectSound, test } from "./support/journey";
import { fillPracticeAs, practiceCounter } from "./support/practice-form";
import { signInAs } from "./support/sign-in";

test("a double click saves once", async ({ page }) => {
  await fillPracticeAs(page, "samir.gbadamosi@larkmere.example", "Double click");
  const practices = practiceCounter(page);
  const before = await practices();
  await page.getByRole("button", { name: "Confirm and save" }).dblclick();
  await expectDone(page, "Recorded");
  expect(await practices()).toBe(before + 1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same form sent again saves nothing twice, and something else under its key is not lost", async ({
    page,
  }) => {
    await fillPracticeAs(page, "geraint.anstruther@larkmere.example", "Sent twice");
    const practices = practiceCounter(page);
    const posted = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Confirm and save" }).click();
    await expectDone(page, "Recorded");
    const saved = new URL(page.url()).pathname;
    const count = await practices();

    const sent = await posted;
    const headers = await sent.allHeaders();
    const again = (data: string) => page.request.post(sent.url(), { headers, data, maxRedirects: 0 });
    const body = sent.postData() ?? "";
    expect((await again(body)).headers().location).toContain(saved);
    const answer = await (await again(body.replace("Sent twice", "Sent again"))).text();
    expect(answer).toContain("You already saved this");
    expect(answer).toContain(`href="${saved}"`);
    expect(answer).toContain("Sent again");
    expect(await practices()).toBe(count);
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
