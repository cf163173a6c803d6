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
}

export async function openForm(page: Page, { who, through, button }: FormCase): Promise<Locator> {
  if (who) await signInAs(page, who);
  if (typeof through === "string") await page.goto(through);
  else for (const name of through) await follow(page, name);
  return page.locator("form").filter({ has: page.getByRole("button", { name: button }) });
}

/** Goes where a link of the page's own content leads, else one of its header. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  const links = page.getByRole("link", { name });
  const own = page.getByRole("main").getByRole("link", { name });
  const href = await ((await own.count()) > 0 ? own : links).first().getAttribute("href");
  await page.goto(href ?? "");
}

export async function fillWrong(form: Locator, { typed = {} }: FormCase): Promise<void> {
  for (const [label, value] of Object.entries(typed)) await field(form, label).fill(value);
}

export async function expectKept(form: Locator, { typed = {} }: FormCase): Promise<void> {
  for (const [label, value] of Object.entries(typed)) await expect(field(form, label)).toHaveValue(value);
}

function field(form: Locator, label: string): Locator {
  const [group = "", part] = label.split(": ");
  return part ? form.getByRole("group", { name: group }).getByLabel(part) : form.getByLabel(group);
}

/** Every mistake is named in the summary, and its link leads to a control of the form. */
export async function expectMistakesNamed(page: Page, form: Locator): Promise<void> {
  const links = page.getByRole("alert").filter({ hasText: "There is a problem" }).getByRole("link");
  await expect(links.first()).toBeVisible();
  for (const link of await links.all()) {
    const target = (await link.getAttribute("href")) ?? "";
    await expect(form.locator(`[id="${target.slice(1)}"]`), await wordsOf(link)).toHaveCount(1);
  }
}

/** Tab alone comes to every control of the form, with the focus seen, and to its button. */
export async function tabThrough(page: Page, form: Locator, button: string | RegExp): Promise<void> {
  await page.evaluate(noteFocus);
  const stops = await page.locator("a[href], button, input, select, textarea, summary").count();
  for (let presses = 0; presses <= stops; presses += 1) await page.keyboard.press("Tab");
  const reached = await form.evaluate(namesReached);
  const controls = form.locator("input:not([type=hidden]), select, textarea");
  const names = await controls.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
  expect(reached.names).toEqual(expect.arrayContaining([...new Set(names)]));
  expect(
    reached.buttons.some((words) => words.trim().match(button)),
    String(button),
  ).toBe(true);
  expect(reached.unseen, "the focus is visible").toEqual([]);
}

interface Reached {
  element: Element;
  seen: boolean;
}

/** Notes in the page what gets the focus, and whether it looks different with it: an outline, a shadow, or its label's box. */
function noteFocus(): void {
  const reached: Reached[] = [];
  Object.assign(window, { reached });
  document.addEventListener("focusin", ({ target }) => {
    const near = [target, (target as Element).nextElementSibling].filter((one) => one instanceof Element);
    const seen = near.some((element) =>
      ["", "::before"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part || null);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      }),
    );
    reached.push({ element: target as Element, seen });
  });
}

function namesReached(form: Element) {
  const { reached } = window as unknown as { reached: Reached[] };
  const within = reached.filter(({ element }) => form.contains(element));
  const nameOf = (element: Element) => (element as HTMLInputElement).name;
  return {
    names: within.map(({ element }) => nameOf(element)),
    buttons: within.flatMap(({ element }) =>
      element instanceof HTMLButtonElement ? element.textContent : [],
    ),
    unseen: within.filter(({ seen }) => !seen).map(({ element }) => nameOf(element) || element.tagName),
  };
}
