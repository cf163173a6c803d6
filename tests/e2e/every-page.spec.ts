import type { Page } from "@playwright/test";
import { expect, expectSound, type Login, logins, test } from "./support/journey";
import { crawl, kindOf, statusesOf } from "./support/links";
import { signInAs, signOut } from "./support/sign-in";

const everything = process.env.FULL === "1";

/** One page of a kind is looked at; filters and pages of a list only when everything is. */
const wholeKind = (path: string) => kindOf(everything ? path : (path.split("?")[0] ?? ""));

for (const { role } of logins) {
  test(`every link of the ${role} leads somewhere, is accessible and fits a phone`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, role);
    const visited = await crawl(page.request, pathOf(page), everything ? 30 : 1);
    expect(visited.filter(({ status }) => status !== 200)).toEqual([]);
    const kinds = new Map(visited.map(({ path }) => [wholeKind(path), path]));
    expect(kinds.size).toBeGreaterThan(5);
    for (const path of kinds.values()) {
      await page.goto(path);
      await expectSound(page);
    }
  });
}

test("no page of one trust is seen from another", async ({ page }) => {
  test.setTimeout(120_000);
  const [first, other] = loginsInTwoTrusts();
  const paths = new Set<string>();
  let ods = "";
  for (const { role } of logins.filter(({ trust }) => trust === first.trust)) {
    await signInAs(page, role);
    ods = pathOf(page).split("/")[1] ?? "";
    for (const { path } of await crawl(page.request, `/${ods}`, 1))
      if (path.startsWith(`/${ods}`)) paths.add(path);
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
  await signInAs(page, logins[0]?.role ?? "");
  const paths = (await crawl(page.request, pathOf(page), 1)).map(({ path }) => path);
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
