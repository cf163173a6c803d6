import { expect, type Locator, type Page } from "@playwright/test";
import { wordsOf } from "./journey";
import { signInAs } from "./sign-in";

/** A form, who may send it, how to come to it, and what makes it wrong. */
export interface FormCase {
  /** Nobody is signed in where this is left out. */
  who?: string;
  /** An address, or names of links, one after another from home. */
  through: string | (string | RegExp)[];
  /** What sends it. */
  button: string | RegExp;
  /** What is typed, by label, and has to stay; "Group: Label" within a group. */
  typed?: Record<string, string>;
  /** What is chosen of radio buttons, by the question. */
  chosen?: Record<string, string>;
  /** Lists of which the last entry is chosen. */
  selected?: string[];
}

export async function openForm(page: Page, given: FormCase): Promise<Locator> {
  const { who, through } = given;
  if (who) await signInAs(page, who);
  if (typeof through === "string") await page.goto(through);
  else for (const name of through) await follow(page, name);
  return formWith(page, given);
}

/** The form that the button sends. */
export function formWith(page: Page, { button }: Pick<FormCase, "button">): Locator {
  return page.locator("form").filter({ has: page.getByRole("button", { name: button }) });
}

/** Goes where a link of the page's own content leads, else one of its header. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  const links = page.getByRole("link", { name });
  const own = page.getByRole("main").getByRole("link", { name });
  const href = await ((await own.count()) > 0 ? own : links).first().getAttribute("href");
  await page.goto(href ?? "");
}

export async function fillWrong(form: Locator, given: FormCase): Promise<void> {
  for (const [label, value] of Object.entries(given.typed ?? {})) await field(form, label).fill(value);
  for (const [question, answer] of Object.entries(given.chosen ?? {})) {
    await radio(form, question, answer).check();
  }
  for (const label of given.selected ?? []) {
    await field(form, label).selectOption((await lastOf(field(form, label))) ?? "");
  }
}

export async function expectKept(form: Locator, given: FormCase): Promise<void> {
  for (const [label, value] of Object.entries(given.typed ?? {})) {
    await expect(field(form, label)).toHaveValue(value);
  }
  for (const [question, answer] of Object.entries(given.chosen ?? {})) {
    await expect(radio(form, question, answer)).toBeChecked();
  }
  for (const label of given.selected ?? []) {
    await expect(field(form, label)).toHaveValue((await lastOf(field(form, label))) ?? "");
  }
}

function field(form: Locator, label: string): Locator {
  const [group = "", part] = label.split(": ");
  return part ? form.getByRole("group", { name: group }).getByLabel(part) : form.getByLabel(group);
}

function radio(form: Locator, question: string, answer: string): Locator {
  return form.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true });
}

function lastOf(list: Locator): Promise<string | null> {
  return list.locator("option").last().getAttribute("value");
}

/** Every mistake is named in the summary, as the fields stand on the page, and its link leads to a control of the form. */
export async function expectMistakesNamed(page: Page, form: Locator): Promise<void> {
  const links = page.getByRole("alert").filter({ hasText: "There is a problem" }).getByRole("link");
  await expect(links.first()).toBeVisible();
  const targets: string[] = [];
  for (const link of await links.all()) {
    const target = ((await link.getAttribute("href")) ?? "").slice(1);
    await expect(form.locator(`[id="${target}"]`), await wordsOf(link)).toHaveCount(1);
    targets.push(target);
  }
  const standing = await form.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(targets).toEqual(standing.filter((id) => targets.includes(id)));
}
