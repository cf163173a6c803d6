import { expect, expectSound, loginOf, password, test } from "./support/journey";
import { fillSignIn, signInAfresh, signInAs } from "./support/sign-in";

const assistant = "Nuclear medicine assistant practitioner";
/** Nobody else's journey signs in as him: his sessions can be ended. */
const spare = "kofi.jaworski@larkmere.example";

test("every document has a strict policy, and the browser finds nothing against it", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  await signInAs(page, assistant);
  const ods = new URL(page.url()).pathname.split("/")[1];
  for (const path of [
    "/sign-in",
    "/privacy",
    "/accessibility",
    `/${ods}`,
    `/${ods}/competencies`,
    "/no-such-page",
  ]) {
    const response = await page.goto(path);
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy, path).not.toContain("unsafe");
    expect(response?.headers()["x-content-type-options"], path).toBe("nosniff");
  }
  expect(complaints).toEqual([]);
});

test("a write needs our own Origin", async ({ page, baseURL }) => {
  await signInAs(page, assistant);
  const target = new URL(page.url()).pathname;
  for (const origin of ["https://evil.example", "null"]) {
    const response = await page.request.post(target, { headers: { origin }, form: { name: "value" } });
    expect(response.status(), origin).toBe(403);
  }
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const bare = await fetch(`${baseURL}${target}`, { method: "POST", headers: { cookie }, body: "x" });
  expect(bare.status).toBe(403);
});

test("a session that was ended elsewhere is over at the next request", async ({ browser, page }) => {
  await signInAfresh(page, spare);
  const other = await browser.newPage();
  await signInAfresh(other, spare);
  const home = new URL(page.url()).pathname;
  await other.goto(`${home}/account`);
  await other.getByRole("button", { name: /everywhere|all/i }).click();
  await expect(other).toHaveURL(/sign-in/);
  await page.goto(home);
  await expect(page).toHaveURL(/sign-in/);
  await other.close();
});

test("every wrong log-in gets the same answer", async ({ page }) => {
  const answers: (string | null)[] = [];
  for (const [email, secret] of [
    ["nobody@example.invalid", password],
    [loginOf("Auditor").email, "wrong"],
  ] as const) {
    await page.goto("/sign-in");
    await fillSignIn(page, email, secret);
    const summary = page.getByRole("alert").filter({ hasText: "problem" });
    answers.push(await summary.textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("a password signs in", async ({ page }) => {
  await page.goto("/sign-in");
  await expectSound(page);
  await fillSignIn(page, loginOf(assistant).email);
  await expect(page).not.toHaveURL(/sign-in/);
});
