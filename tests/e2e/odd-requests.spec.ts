import { expect, expectFits, expectSound, password, test } from "./support/journey";
import { fillSignIn } from "./support/sign-in";

const person = "geraint.anstruther@larkmere.example";

for (const path of ["/%E0%A4%A", "/demo1/people/%", "/api/auth/%E0%A4%A"]) {
  test(`whoever mistypes an address as ${path} gets a page, and a tool the status`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(400);
    await expectSound(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
    await expect(page).toHaveTitle("Page not found – Countersign");
    await expectFits(page);
    const answer = await page.request.get(path, { headers: { accept: "*/*" } });
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toContain("text/plain");
  });
}

test("what pages don't answer is refused by its method", async ({ page, baseURL }) => {
  for (const method of ["PUT", "PATCH", "DELETE", "PROPFIND"]) {
    const answer = await page.request.fetch("/sign-in", { method, headers: { origin: baseURL ?? "" } });
    expect(answer.status(), method).toBe(405);
  }
});

test("when too much is being sent at once, the page says what to do", async ({ page }) => {
  const response = await page.goto("/not-sent?because=busy");
  expect(response?.status()).toBe(503);
  await expectSound(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Too much is being sent at once");
  await expect(page).toHaveTitle("Nothing was saved – Countersign");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("when very many sign in at once, the form says so, and leads on once it is sent again", async ({
    page,
  }) => {
    const response = await page.goto("/sign-in?next=%2Fdemo1%2Fcompetencies&busy=1");
    expect(response?.status()).toBe(503);
    await expect(page.getByRole("alert")).toContainText("Very many people are signing in");
    await expectFits(page);
    await fillSignIn(page, person, password);
    await expect(page).toHaveURL(/\/demo1\/competencies$/);
  });
});
