import type { Cookie, Page } from "@playwright/test";
import { expect, loginOf, password } from "./journey";

interface Session {
  cookies: Cookie[];
  home: string;
}

/** One session a person and worker: whoever has signed in once through the form need not again. */
const sessions = new Map<string, Session>();

/** The person's home, signed in: a role that has a button on the sign-in page, or anybody's e-mail address. */
export async function signInAs(page: Page, who: string): Promise<void> {
  const known = sessions.get(who);
  if (!known) {
    await signInAfresh(page, who);
    const home = new URL(page.url()).pathname;
    sessions.set(who, { cookies: await page.context().cookies(), home });
    return;
  }
  await page.context().clearCookies();
  await page.context().addCookies(known.cookies);
  await page.goto(known.home);
}

/** Signs in through the form, with a session of the page's own, for journeys that end it. */
export async function signInAfresh(page: Page, who: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  if (who.includes("@")) await fillSignIn(page, who);
  else await page.getByRole("button", { name: who }).first().click();
  const choosesTrust = !who.includes("@") && loginOf(who).trust.includes(" and ");
  await expect(page).toHaveURL(choosesTrust ? /\/$/ : /\/demo\d$/);
}

/** The e-mail address that the demonstration gives somebody of the first trust. */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/ /g, ".")}@larkmere.example`;
}

export async function fillSignIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The browser forgets its session; the session itself stays, for other tests. */
export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}
