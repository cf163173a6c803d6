import type { Page } from "@playwright/test";
import { expect, expectSound, problemOn, test, wordsOf } from "./support/journey";
import { signInAs } from "./support/sign-in";

const manager = "District nursing manager";
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const inWords = (date: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));

/** What the address says, and what its fields show of it. */
const wrongDays = [
  { query: "on=garbage", shown: { Day: "garbage", Month: "", Year: "" } },
  { query: "on=2026-02-31", shown: { Day: "31", Month: "02", Year: "2026" } },
  {
    query: "on-day=40&on-month=May&on-year=2026&within=90",
    shown: { Day: "40", Month: "May", Year: "2026" },
  },
];

test("readiness shows a past day as it is known now and was known then, and a future one if nobody acts", async ({
  page,
}) => {
  await signInAs(page, manager);
  await page.getByRole("main").getByRole("link", { name: "District nursing", exact: true }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expectSound(page);
  const [past, future] = [day(-200), day(300)];
  await show(page, past);
  await expect(heading).toContainText(inWords(past));
  await expect(page).toHaveURL(new RegExp(`on=${past}`));
  await expect(page.getByText("as it is known now")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "Show it as it was known then" }).click();
  await expect(page.getByText("This is what was on record at the end of that day")).toBeVisible();
  await expectSound(page);
  const currentCells = page.getByRole("cell").getByRole("link", { name: /^Current/ });
  const then = await currentCells.count();
  await show(page, future);
  await expect(heading).toContainText(inWords(future));
  await expect(page.getByText(`on ${inWords(future)} if nobody acts`)).toBeVisible();
  await expectSound(page);
  expect(then).toBeGreaterThan(0);
  await page.getByRole("cell").getByRole("link").first().click();
  await expect(page.getByText(`You came from readiness on ${inWords(future)}`)).toBeVisible();
  await expectSound(page);
});

for (const { page: name, heading, javaScriptEnabled } of [
  { page: "readiness", heading: "Readiness", javaScriptEnabled: true },
  { page: "expiring", heading: "Sign-offs that run out", javaScriptEnabled: false },
]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test(`a day that can't be is said to be wrong, and nothing of today is shown: ${name}`, async ({
      page,
    }) => {
      await signInAs(page, manager);
      const team = page.getByRole("main").getByRole("link", { name: "District nursing", exact: true });
      const path = ((await team.getAttribute("href")) ?? "").replace("readiness", name);
      const parts = page.getByRole("group", { name: "Show another day" });
      const shownHeading = page.getByRole("heading", { level: 1 });
      for (const { query, shown } of wrongDays) {
        await page.goto(`${path}?${query}`);
        await expect(problemOn(page).getByRole("link")).toHaveText("Enter the day to show, like 14 5 2026");
        await expect(page).toHaveTitle(/^Error: (?!Error)/);
        await expect(parts.getByText("Error: Enter the day to show")).toBeVisible();
        for (const [label, value] of Object.entries(shown))
          await expect(parts.getByLabel(label)).toHaveValue(value);
        await expect(shownHeading).toHaveText(`District nursing – ${heading}`);
        await expect(page.getByRole("table")).toHaveCount(0);
        await expectSound(page);
      }
      for (const [label, value] of Object.entries({ Day: "1", Month: "6", Year: "2026" }))
        await parts.getByLabel(label).fill(value);
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(name === "expiring" ? /on=2026-06-01&within=90/ : /on=2026-06-01/);
      await expect(shownHeading).toContainText("1 June 2026");
      await expect(page).toHaveTitle(/^(?!Error)/);
      await page.goto(`${path}?on=garbage`);
      await page.getByRole("link", { name: "Show today" }).click();
      await expect(shownHeading).toContainText(inWords(day(0)));
    });
  });
}

test("an address with a day that can't be is no fault", async ({ page }) => {
  await signInAs(page, manager);
  const team = page.getByRole("main").getByRole("link", { name: "District nursing", exact: true });
  const path = (await team.getAttribute("href")) ?? "";
  for (const on of ["garbage", "2026-02-31", "0000-00-00", "9999-12-31", "2026-03-03&on=2026-03-04", "%00"]) {
    for (const one of [path, path.replace("readiness", "expiring")]) {
      expect((await page.request.get(`${one}?on=${on}`)).status(), `${one} ${on}`).toBe(200);
    }
  }
  for (const on of ["1900-01-01", "2200-12-31"]) {
    expect((await page.request.get(`${path}?on=${on}`)).status(), on).toBe(200);
  }
});

test("what runs out is listed for 30, 60 and 90 days, and each line leads to the record", async ({
  page,
}) => {
  await signInAs(page, manager);
  await page.getByRole("main").getByRole("link", { name: "District nursing", exact: true }).click();
  const within = page.getByRole("link", { name: /^\d+ within (30|60|90) days/ });
  await expect(within).toHaveCount(3);
  await within.last().click();
  await expectSound(page);
  const listed = page.getByRole("table").getByRole("row");
  await expect(listed.nth(1)).toBeVisible();
  const person = await wordsOf(listed.nth(1).getByRole("rowheader"));
  await listed.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person);
});

test("each cell leads to the record, and the only holder of a competency is flagged", async ({ page }) => {
  await signInAs(page, manager);
  await page.getByRole("main").getByRole("link", { name: "District nursing", exact: true }).click();
  const matrix = page.getByRole("table", { name: "Who can do what" });
  const cells = matrix.getByRole("cell").getByRole("link");
  await expect(page.getByText("Only one person holds this").first()).toBeVisible();
  await expectSound(page);
  const targets = await cells.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(targets.length).toBeGreaterThan(20);
  for (const target of targets)
    expect(target).toMatch(/\/people\/[0-9a-f-]{36}\/competencies\/[0-9a-f-]{36}$/);
  for (const name of await cells.allInnerTexts()) expect(name).toMatch(/^(Current|Due|Not current|Training)/);
  const row = matrix
    .getByRole("row")
    .filter({ has: page.getByRole("cell").getByRole("link") })
    .first();
  const person = await wordsOf(row.getByRole("rowheader").getByRole("link"));
  await row.getByRole("cell").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(person);
  await expectSound(page);
});

test("a manager of another team and an assistant practitioner are told that there is no such page", async ({
  page,
}) => {
  await signInAs(page, manager);
  await page.getByRole("main").getByRole("link", { name: "District nursing", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("District nursing");
  const path = new URL(page.url()).pathname;
  const matrix = page.getByRole("table", { name: "Who can do what" });
  const record = (await matrix.getByRole("rowheader").getByRole("link").first().getAttribute("href")) ?? "";
  for (const stranger of ["gareth.blenkinsop@brackenfold.example", "alisha.sobczak@brackenfold.example"]) {
    await signInAs(page, stranger);
    for (const closed of [path, path.replace("readiness", "expiring")]) {
      expect((await page.request.get(closed)).status(), `${stranger} at ${closed}`).toBe(404);
    }
  }
  await signInAs(page, "gareth.blenkinsop@brackenfold.example");
  expect((await page.request.get(record)).status()).toBe(404);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await expectSound(page);
});

async function show(page: Page, date: string): Promise<void> {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  const typed = { Day: dayOfMonth, Month: month, Year: year };
  const fields = page.getByRole("group", { name: "Show another day" });
  for (const [label, value] of Object.entries(typed)) await fields.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Show" }).click();
}
