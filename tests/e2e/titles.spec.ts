import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey";
import { signInAs } from "./support/sign-in";

const practitioner = "Nuclear medicine assistant practitioner";
const radiographer = "Nuclear medicine radiographer";

/** The address and the two names of a record: whose it is, and of what. */
async function openRecord(page: Page): Promise<{ path: string; person: string; competency: string }> {
  await signInAs(page, radiographer);
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("table").getByRole("link").first().click();
  const person = await headingOf(page);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  return { path: new URL(page.url()).pathname, person, competency: await headingOf(page) };
}

/** Without the caption that stands in it. */
function headingOf(page: Page): Promise<string> {
  return page
    .getByRole("heading", { level: 1 })
    .evaluate((heading) => [...heading.childNodes].at(-1)?.textContent?.trim() ?? "");
}

/** Every title of the document as it is sent: a browser shows the first. */
async function titlesIn(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  const [head = ""] = html.split("</head>");
  return [...head.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title = ""]) => title);
}

test("a record is titled by its competency, never by the person", async ({ page }) => {
  const { path, person, competency } = await openRecord(page);
  await expect(page).toHaveTitle(`${competency} – a person’s competency – Countersign`);
  expect(person.length).toBeGreaterThan(5);
  expect((await titlesIn(page, path)).map((title) => title.includes(person))).toEqual([false]);
});

test("each page has one title, and one's own competency names it", async ({ page }) => {
  await signInAs(page, practitioner);
  for (const path of ["", "/competencies", "/practice/new", "/account", "/account/views"]) {
    expect(await titlesIn(page, `/demo1${path}`)).toHaveLength(1);
  }
  await page.goto("/demo1/competencies");
  await page.getByRole("main").getByRole("list").last().getByRole("link").first().click();
  await expect(page).toHaveTitle(`${await headingOf(page)} – my competencies – Countersign`);
});

test("a page that may not be seen says so in its title, and names nothing", async ({ page }) => {
  const { path, person, competency } = await openRecord(page);
  await signInAs(page, "Stroke assistant practitioner");
  for (const hidden of [path, "/demo1/admin", "/demo1/people", "/demo1/no/such/page"]) {
    const answer = await page.request.get(hidden);
    expect(answer.status(), hidden).toBe(404);
    expect(await titlesIn(page, hidden), hidden).toEqual(["Page not found – Countersign"]);
  }
  const html = await (await page.request.get(path)).text();
  expect(html).not.toContain(person);
  expect(html).not.toContain(competency);
});
