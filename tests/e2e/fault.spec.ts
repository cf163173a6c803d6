import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEnvironment } from "@/scripts/app-environment";
import { freePort } from "@/scripts/processes";
import { type Server, serve } from "@/scripts/serve";
import { expect, expectAccessible, expectFits, problemOn, test } from "./support/journey";

/** Nobody listens there: every page of this server that asks its database for something fails. */
const nowhere = "postgres://app:secret@127.0.0.1:1/nothing";

let server: Server;
let site: string;
let logFile: string;

test.beforeAll(async () => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "countersign-fault-"));
  logFile = join(folder, "server.log");
  site = `http://localhost:${port}`;
  server = await serve({ port, env: appEnvironment(nowhere, port, folder), host: "127.0.0.1", logFile });
});

test.afterAll(() => server.stop());

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const [what, path] of [
      ["a page", "/sign-in"],
      ["a page in the frame of its trust", "/demo1/queue"],
    ] as const) {
      test(`${what} that fails is readable, and gives the reference that the log has`, async ({ page }) => {
        const value = "somebody's session";
        await page.context().addCookies([{ name: "countersign-session", value, url: site }]);
        const answer = await page.goto(site + path);
        expect(answer?.status()).toBe(500);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sorry, there is a problem");
        await expect(page.getByRole("contentinfo")).toBeVisible();
        const reference = await page.getByRole("main").locator("strong").textContent();
        expect(reference).toMatch(/^[0-9a-f-]{36}$/);
        await expect.poll(() => readFileSync(logFile, "utf8")).toContain(reference);
        expect(readFileSync(logFile, "utf8")).not.toContain(value);
        await expectFits(page);
        if (javaScriptEnabled) await expectAccessible(page);
      });
    }
  });
}

test("a form that fails keeps what was typed, and its reference is in the log", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}/sign-in`);
  await page.getByLabel("Email address").fill("nobody@example.invalid");
  await page.getByLabel("Password", { exact: true }).fill("a secret of theirs");
  await page.route("**/sign-in", async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.continue();
    const headers = { ...request.headers(), origin: site };
    await route.fulfill({ response: await route.fetch({ url: `${site}/sign-in`, headers }) });
  });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(problemOn(page)).toContainText("enter your password again");
  await expect(page.getByLabel("Email address")).toHaveValue("nobody@example.invalid");
  const log = readFileSync(logFile, "utf8");
  expect(log).toContain('"fault"');
  expect(log).not.toMatch(/nobody@example|a secret of theirs/);
});
