import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";
import type axe from "axe-core";

export interface Login {
  name: string;
  role: string;
  trust: string;
  email: string;
}

const file = process.env.LOGINS_FILE;
if (!file) throw new Error("LOGINS_FILE names the seeded log-ins: run the journeys by `npm test`");

/** The demonstration's log-ins and the password that everybody there shares. */
export const { logins, password } = JSON.parse(readFileSync(file, "utf8")) as {
  logins: Login[];
  password: string;
};

export function loginOf(role: string): Login {
  const login = logins.find((one) => one.role === role);
  if (!login) throw new Error(`no demonstration log-in for ${role}`);
  return login;
}

const axeSource = readFileSync(join("node_modules", "axe-core", "axe.min.js"), "utf8");

/** WCAG 2.2 A and AA, as axe can tell. Run in the page itself: no page of ours has a frame. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState("domcontentloaded");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
      iframes: false,
      preload: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
  expect(found, page.url()).toEqual([]);
}

/** Nothing sticks out sideways on a small phone. */
export async function expectFits(page: Page, width = 320): Promise<void> {
  await page.waitForLoadState("domcontentloaded");
  await page.setViewportSize({ width, height: 700 });
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scrollWidth, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** What every page that a journey visits must be. Without JavaScript the page runs no timers, and axe needs them. */
export async function expectSound(page: Page): Promise<void> {
  await page.waitForLoadState("domcontentloaded");
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches)) await expectAccessible(page);
  await expectFits(page);
}

/** What the page says has just been done. */
export async function expectDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("alert", { name: "Success" })).toContainText(words);
}

/** What the form says is wrong. */
export function problemOn(page: Page) {
  return page.getByRole("alert").filter({ hasText: "There is a problem" });
}

/** What is to be read there, without what the layout hides. */
export async function wordsOf(target: Locator): Promise<string> {
  await target.first().waitFor();
  const [words = ""] = await target.allInnerTexts();
  return words.trim();
}

export { expect };
export const test = base;
