import type { Page } from "@playwright/test";
import { expect, expectSound, type Login, logins, test } from "./support/journey";
import { crawl, kindOf, statusesOf, type Visited } from "./support/links";
import { signInAs, signOut } from "./support/sign-in";

const everything = process.env.FULL === "1";

/** One page of a kind is looked at; filters and pages of a list only when everything is. */
const wholeKind = (path: string) => kindOf(everything ? path : (path.split("?")[0] ?? ""));

/** Pages that each role has of its own. */
const ofEachRole = /^\/demo\d$/;

/** What each role's links lead to, crawled once. */
const visits = new Map<string, Visited[]>();

async function visitAs(page: Page, role: string): Promise<Visited[]> {
  await signInAs(page, role);
  const known = visits.get(role);
  if (known) return known;
  const visited = await crawl(page.request, pathOf(page), everything ? 30 : 1);
  visits.set(role, visited);
  return visited;
}

for (const { role } of logins) {
  test(`every link of the ${role} leads somewhere`, async ({ page }) => {
    const visited = await visitAs(page, role);
    expect(visited.filter(({ status }) => status !== 200)).toEqual([]);
    expect(new Set(visited.map(({ path }) => wholeKind(path))).size).toBeGreaterThan(5);
  });
}

/**
 * Everything: each kind of page as each role. Otherwise each kind as the first role that comes to it, and each home;
 * the roles are shared out, so that two workers look at once.
 */
const shares = everything ? logins.map((login) => [login]) : halves(logins);

for (const share of shares) {
  const names = share.map(({ role }) => role).join(", ");
  test(`every kind of page is accessible and fits a phone: ${names}`, async ({ page }) => {
    test.setTimeout(300_000);
    const looked = new Set<string>();
    for (const { role } of share) {
      for (const { path } of await visitAs(page, role)) {
        const kind = ofEachRole.test(path) ? `${role} ${path}` : wholeKind(path);
        if (looked.has(kind)) continue;
        looked.add(kind);
        await page.goto(path);
        await expectSound(page);
      }
    }
    expect(looked.size).toBeGreaterThan(5);
  });
}

test("no page of one trust is seen from another", async ({ page }) => {
  test.setTimeout(120_000);
  const [first, other] = loginsInTwoTrusts();
  const paths = new Set<string>();
  let ods = "";
  for (const { role } of logins.filter(({ trust }) => trust === first.trust)) {
    const visited = await visitAs(page, role);
    ods = pathOf(page).split("/")[1] ?? "";
    for (const { path } of visited) if (path.startsWith(`/${ods}`)) paths.add(path);
  }
  expect(paths.size).toBeGreaterThan(30);
  await signInAs(page, other.role);
  const own = pathOf(page).split("/")[1] ?? "";
  expect(own).not.toBe(ods);
  const named = [...paths].filter((path) => /[0-9a-f]{8}-[0-9a-f-]{27}/.test(path));
  const smuggled = named.map((path) => path.replace(`/${ods}`, `/${own}`));
  const answers = await statusesOf(page.request, [...paths, ...smuggled]);
  expect(answers.filter(({ status }) => status !== 404)).toEqual([]);
});

test("the signed-out see nothing but the sign-in page", async ({ page }) => {
  const paths = (await visitAs(page, logins[0]?.role ?? "")).map(({ path }) => path);
  await signOut(page);
  const inTrust = paths.filter((path) => /^\/demo\d(\/|$|\?)/.test(path));
  expect(inTrust.length).toBeGreaterThan(5);
  const answers = await statusesOf(page.request, inTrust);
  const open = answers.filter(({ status, location }) => status !== 307 || !location?.includes("/sign-in"));
  expect(open).toEqual([]);
});

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

function loginsInTwoTrusts(): [Login, Login] {
  const [first] = logins;
  const other = logins.find(
    ({ trust }) => !trust.includes(first?.trust ?? "") && !first?.trust.includes(trust),
  );
  if (!first || !other) throw new Error("the demonstration needs log-ins in two trusts");
  return [first, other];
}

/** Every other one, so that the roles of one trust stand on both sides. */
function halves<Item>(items: readonly Item[]): Item[][] {
  return [0, 1].map((side) => items.filter((_, index) => index % 2 === side));
}
