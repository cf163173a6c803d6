import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export interface Login {
  name: string;
  role: string;
  trust: string;
  email: string;
}

const file = process.env.LOGINS_FILE;
if (!file) throw new Error("LOGINS_FILE names the seeded log-ins: run the journeys by `npm test`");

/** The demonstration's log-ins and the password that they share. */
export const { logins, password } = JSON.parse(readFileSync(file, "utf8")) as {
  logins: Login[];
  password: string;
};

export function loginOf(role: string): Login {
  const login = logins.find((one) => one.role === role);
  if (!login) throw new Error(`no demonstration log-in for ${role}`);
  return login;
}

/** Presses the demonstration's button for the role. */
export async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: role }).first().click();
  const choosesTrust = loginOf(role).trust.includes(" and ");
  await expect(page).toHaveURL(choosesTrust ? /\/$/ : /\/demo\d$/);
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

/** WCAG 2.2 A and AA, as axe can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, page.url()).toEqual([]);
}

/** Nothing sticks out sideways on a small phone. */
export async function expectFits(page: Page, width = 320): Promise<void> {
  await page.setViewportSize({ width, height: 700 });
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scrollWidth, `${page.url()} at ${width} px`).toBeLessThanOrEqual(width);
  await page.setViewportSize({ width: 1280, height: 900 });
}

export { expect };
export const test = base;
