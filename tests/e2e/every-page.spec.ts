import { expect, expectAccessible, expectFits, logins, signInAs, signOut, test } from "./support/journey";
import { crawl, kindOf } from "./support/links";

/** One page of a kind is looked at; filters and pages of a list only when everything is. */
const wholeKind = (path: string) =>
  process.env.FULL === "1" ? kindOf(path) : kindOf(path.split("?")[0] ?? "");

const mostOfAKind = process.env.FULL === "1" ? 30 : 1;

for (const login of logins) {
  test(`every link of the ${login.role} leads somewhere, is accessible and fits a phone`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await signInAs(page, login.role);
    const home = new URL(page.url()).pathname;
    const visited = await crawl(page.request, home, mostOfAKind);
    expect(visited.filter(({ status }) => status !== 200)).toEqual([]);
    const kinds = new Map(visited.map(({ path }) => [wholeKind(path), path]));
    for (const path of kinds.values()) {
      await page.goto(path);
      await expectAccessible(page);
      await expectFits(page);
    }
  });
}

test("no page of one trust is seen from another", async ({ page }) => {
  test.setTimeout(120_000);
  const [first] = logins;
  const other = logins.find(
    ({ trust }) => !trust.includes(first?.trust ?? "") && !first?.trust.includes(trust),
  );
  if (!first || !other) throw new Error("the demonstration needs log-ins in two trusts");
  const supervising = logins.filter(({ trust }) => trust === first.trust);
  const paths = new Set<string>();
  let ods = "";
  for (const login of supervising) {
    await signInAs(page, login.role);
    ods = new URL(page.url()).pathname.split("/")[1] ?? "";
    for (const { path } of await crawl(page.request, `/${ods}`, 1))
      if (path.startsWith(`/${ods}`)) paths.add(path);
    await signOut(page);
  }
  await signInAs(page, other.role);
  const own = new URL(page.url()).pathname.split("/")[1] ?? "";
  expect(own).not.toBe(ods);
  for (const path of paths) {
    expect((await page.request.get(path)).status(), path).toBe(404);
    if (!/[0-9a-f]{8}-[0-9a-f-]{27}/.test(path)) continue;
    const smuggled = path.replace(`/${ods}`, `/${own}`);
    expect((await page.request.get(smuggled)).status(), smuggled).toBe(404);
  }
});

test("the signed-out see nothing but the sign-in page", async ({ page }) => {
  await signInAs(page, logins[0]?.role ?? "");
  const paths = (await crawl(page.request, new URL(page.url()).pathname, 1)).map(({ path }) => path);
  await signOut(page);
  for (const path of paths.filter(
    (one) => /^\/[a-z0-9]{3,9}(\/|$|\?)/.test(one) && !one.startsWith("/privacy"),
  )) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers().location).toContain("/sign-in");
  }
});
